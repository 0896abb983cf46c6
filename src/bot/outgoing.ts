import { type Activity, ActivityTypes, CardFactory, type Entity } from 'botbuilder';
import type { Citation, Message, View } from '../actions/index.js';
import type { Locale } from '../calendar/index.js';
import { plain } from '../cards/index.js';
import { texts } from './texts.js';

/** Binds a card; handed in by main.ts from cards/. */
export type BindCard = (view: View, locale: Locale) => object;

/** Teams' limits for a citation (platform page, section 3). */
const MAX_CITATION_NAME = 80;
const MAX_CITATION_ABSTRACT = 160;
const MAX_CITATIONS = 20;
const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
/** All cards of citations of one message, in bytes: with a card of 28 KB beside them a message keeps within 80 KB. */
const MAX_CITATION_CARDS = 40 * 1024;

/**
 * The Teams activity of one message: text, one Adaptive Card, and the citations as Teams' own entity. `conversation` is
 * the language of what a message brings no words for, unless the message says which language it is written in.
 */
export function toActivity(message: Message, conversation: Locale, bind: BindCard): Partial<Activity> {
  const locale = message.locale ?? conversation;
  const asked = message.asked === undefined ? undefined : texts[locale].asked(plain(inOneLine(message.asked)));
  const text = [asked, message.text].filter((part) => part !== undefined).join('\n\n');
  const cited = (message.citations ?? []).filter(({ n }) => message.text?.includes(`[${n}]`)).slice(0, MAX_CITATIONS);
  return {
    type: ActivityTypes.Message,
    locale: locale === 'sv' ? 'sv-SE' : 'en-GB',
    ...(text === '' ? {} : { text, textFormat: 'markdown' }),
    ...(message.summary === undefined ? {} : { summary: message.summary }),
    ...(message.card === undefined ? {} : { attachments: [CardFactory.adaptiveCard(bind(message.card, locale))] }),
    ...(cited.length === 0 ? {} : { entities: [citationEntity(cited, (view) => bind(view, locale))] }),
    ...(message.rateable === undefined ? {} : { channelData: { feedbackLoop: { type: 'default' } } }),
  };
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** One root entity a message: two make Teams refuse it with 400. */
function citationEntity(citations: readonly Citation[], bind: (view: View) => object): Entity {
  let bytesLeft = MAX_CITATION_CARDS;
  /** The card of a source without address; none when the message would grow too large, since the message's own card opens it too. */
  const cardOf = ({ url, card }: Citation): object => {
    if (url !== undefined) return { url };
    if (card === undefined) return {};
    const text = JSON.stringify(bind(card));
    bytesLeft -= Buffer.byteLength(text);
    return bytesLeft < 0 ? {} : { text, encodingFormat: ADAPTIVE_CARD };
  };
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    citation: citations.map((citation) => ({
      '@type': 'Claim',
      position: citation.n,
      appearance: {
        '@type': 'DigitalDocument',
        name: shorten([citation.title, citation.year].join(' ').trim(), MAX_CITATION_NAME),
        abstract: shorten([citation.section, citation.abstract].filter(Boolean).join(': '), MAX_CITATION_ABSTRACT),
        ...cardOf(citation),
      },
    })),
  };
}

/** Cut to `max` signs as Teams counts them, never in the middle of a sign that counts twice. */
function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
