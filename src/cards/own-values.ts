import { mapTexts, type AdaptiveCardJson } from './json.js';

/**
 * A shared card is bound once and kept, but some of its texts are of one sending alone (an id, the question). Those are bound
 * as marks, in two more signs of Unicode's private use, and each sending gets a copy with the marks filled in: some
 * microseconds where binding takes milliseconds.
 */
const OPEN = '\uE003';
const CLOSE = '\uE004';
const MARK = new RegExp(`${OPEN}(\\w+)${CLOSE}`, 'g');

export type OwnValues = Readonly<Record<string, string>>;

/** A mark for each value, to be bound in its place. */
export function marksOf(own: OwnValues): OwnValues {
  return Object.fromEntries(Object.keys(own).map((name) => [name, `${OPEN}${name}${CLOSE}`]));
}

/** A copy of the card with the values in place of their marks. */
export function fillOwn(card: AdaptiveCardJson, own: OwnValues): AdaptiveCardJson {
  return mapTexts(card, (text) =>
    text.includes(OPEN) ? text.replace(MARK, (mark, name: string) => own[name] ?? mark) : text,
  ) as AdaptiveCardJson;
}
