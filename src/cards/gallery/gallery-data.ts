import { LOCALES, type Locale } from '../../calendar/index.js';
import { messageOf } from '../../errors.js';
import { bytesOf, type AdaptiveCardJson, type JsonObject } from '../json.js';
import { loadCards, MAX_CARD_BYTES, type Cards } from '../load-cards.js';
import { checkCard } from '../validate.js';
import { visibleText } from '../visible-text.js';

/** What the page gets of a template: as it lies on disk and as it is sent with its sample, a card a language. */
export interface GalleryTemplate {
  readonly name: string;
  readonly template: JsonObject;
  readonly samples: Readonly<Record<Locale, JsonObject>>;
  readonly cards: Readonly<Record<Locale, GalleryCard>>;
}

export type GalleryCard =
  | { readonly card: AdaptiveCardJson; readonly bytes: number; readonly findings: string[]; readonly text: string }
  | { readonly error: string };

export interface GalleryData {
  readonly maxBytes: number;
  readonly templates: readonly GalleryTemplate[];
}

/** Reads `cards/` anew, so that reloading the page shows what was just saved. Throws `card_invalid` for a broken folder. */
export function galleryData(directory: string): GalleryData {
  const cards = loadCards(directory);
  const templates = cards.templates().map(({ name, json, samples }) => {
    const [sv, en] = LOCALES.map((locale) => bound(cards, name, samples[locale], locale)) as [GalleryCard, GalleryCard];
    return { name, template: json, samples, cards: { sv, en } };
  });
  return { maxBytes: MAX_CARD_BYTES, templates };
}

function bound(cards: Cards, name: string, sample: JsonObject, locale: Locale): GalleryCard {
  try {
    const card = cards.bind({ template: name, data: sample }, locale);
    return { card, bytes: bytesOf(card), findings: checkCard(card), text: visibleText(card) };
  } catch (error) {
    return { error: messageOf(error) };
  }
}
