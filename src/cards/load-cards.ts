import type { View } from '../actions/index.js';
import { LOCALES, type Locale } from '../calendar/index.js';
import { AppError } from '../errors.js';
import { compile, type Compiled } from './compile.js';
import { bytesOf, elementsOf, isObject, textAt, type AdaptiveCardJson, type Json, type JsonObject } from './json.js';
import { fillOwn, marksOf } from './own-values.js';
import { RecentCards } from './recent-cards.js';
import { readCardFiles, type Strings, type TemplateFile } from './template-files.js';

/**
 * The largest card that is sent, in UTF-8 bytes: 28 KB is the smallest limit that Teams publishes
 * (https://learn.microsoft.com/connectors/teams), so a card under it passes every channel.
 */
export const MAX_CARD_BYTES = 28 * 1024;

/** Cards that are the same for everybody are kept: about 10 KB each, so some megabytes for a city's usual questions. */
const MOST_KEPT = 300;

/** A template as tests, the gallery and the registry's check see it. */
export interface TemplateInfo {
  readonly name: string;
  readonly json: JsonObject;
  /** The Swedish sample: data plus `strings`. */
  readonly sample: JsonObject;
  /** A sample a language; the Swedish one where no English was written. */
  readonly samples: Readonly<Record<Locale, JsonObject>>;
  /** What each button sends: its verb, the names in its data, and whether the card's inputs come with them. */
  readonly actions: readonly {
    readonly verb: string;
    readonly data: readonly string[];
    readonly withInputs: boolean;
  }[];
  readonly verbs: readonly string[];
  /** The ids of the inputs, which arrive merged into an action's data. */
  readonly inputs: readonly string[];
  /** The keys of the strings that the template uses. */
  readonly strings: readonly string[];
}

/** Every template, read and checked; a turn reads no file. */
export interface Cards {
  /**
   * The card with its data and the strings of the language in it. Throws `card_invalid` when there is no such template,
   * when data is missing, and when the card would be larger than MAX_CARD_BYTES.
   */
  bind(view: View, locale: Locale): AdaptiveCardJson;
  templates(): readonly TemplateInfo[];
}

interface Loaded {
  readonly info: TemplateInfo;
  readonly compiled: Compiled;
  readonly strings: Readonly<Record<Locale, Strings>>;
}

/** Reads `cards/` once. Throws `card_invalid` naming file and fault. */
export function loadCards(directory: string): Cards {
  const files = readCardFiles(directory);
  const loaded = new Map(
    files.templates.map((file): [string, Loaded] => {
      const [sv, en] = LOCALES.map((locale) => files.strings(file.feature, locale)) as [Strings, Strings];
      return [file.name, load(file, { sv, en })];
    }),
  );
  const shared = new RecentCards(MOST_KEPT);
  return {
    bind: (view, locale) => {
      const template = loaded.get(view.template);
      if (!template) throw new AppError('card_invalid', `There is no template "${view.template}" in the cards folder`);
      const data = view.own ? { ...view.data, own: marksOf(view.own) } : view.data;
      const make = () => bind(template, data, locale);
      const card = view.isShared ? shared.get(JSON.stringify([view.template, locale, data]), make) : make();
      return view.own ? checkSize(view.template, fillOwn(card, view.own)) : card;
    },
    templates: () => [...loaded.values()].map(({ info }) => info),
  };
}

function load(file: TemplateFile, strings: Record<Locale, Strings>): Loaded {
  const compiled = compile(file.file, file.json);
  const used = compiled.usedStrings(Object.keys(strings.sv));
  const missing = used.find((key) => !(key in strings.sv));
  if (missing) throw new AppError('card_invalid', `${file.file}: there is no string "${missing}"`);
  const elements = elementsOf(file.json);
  const actions = elements.filter(({ type }) => type === 'Action.Execute').map((action) => actionOf(file, action));
  const inputs = elements.filter(({ type }) => textAt(type).startsWith('Input.'));
  return {
    compiled,
    strings,
    info: {
      name: file.name,
      json: file.json,
      sample: file.samples.sv,
      samples: { sv: file.samples.sv, en: file.samples.en ?? file.samples.sv },
      actions,
      verbs: [...new Set(actions.map(({ verb }) => verb))].sort(),
      inputs: [...new Set(inputs.map(({ id }) => id).filter((id) => typeof id === 'string'))].sort(),
      strings: used,
    },
  };
}

/** A verb must stand in the template as it is sent: the check against the registry reads it there. */
function actionOf(file: TemplateFile, action: JsonObject): TemplateInfo['actions'][number] {
  const { verb, data, associatedInputs } = action;
  if (typeof verb !== 'string' || verb === '' || verb.includes('${'))
    throw new AppError('card_invalid', `${file.file}: an Action.Execute needs a verb without expression`);
  const names = isObject(data) ? Object.keys(data).filter((key) => !key.startsWith('$')) : [];
  return { verb, data: names, withInputs: associatedInputs !== 'none' };
}

function bind({ info, compiled, strings }: Loaded, data: object, locale: Locale): AdaptiveCardJson {
  const card = compiled.expand(data as JsonObject, strings[locale]);
  if (!isCard(card)) throw new AppError('card_invalid', `${info.name}: the template is no AdaptiveCard`);
  return checkSize(info.name, card);
}

function checkSize(template: string, card: AdaptiveCardJson): AdaptiveCardJson {
  const bytes = bytesOf(card);
  if (bytes <= MAX_CARD_BYTES) return card;
  throw new AppError('card_invalid', `${template}: ${bytes} bytes are too many for a card (${MAX_CARD_BYTES})`, {
    facts: { template, bytes },
  });
}

function isCard(card: Json): card is AdaptiveCardJson {
  return isObject(card) && card.type === 'AdaptiveCard';
}
