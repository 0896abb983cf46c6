import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/calendar/index.js';
import { loadCards } from '../../src/cards/index.js';
import { elementsOf, type Json, type JsonObject, textAt } from '../../src/cards/json.js';

const cards = loadCards('cards');
const templates = cards.templates();
const COLOURS = /^(attention|warning|good|accent)$/i;
/** Colours that say how something stands; accent only decorates. */
const JUDGING = /^(attention|warning|good)$/i;

const colourOf = ({ color, style }: JsonObject) =>
  [color, style].map(textAt).find((value) => COLOURS.test(value)) ?? '';
const judges = (element: JsonObject) => JUDGING.test(colourOf(element));
/** What an element says, its inner ones included. */
const saidBy = (element: JsonObject) =>
  elementsOf(element)
    .map(({ text }) => textAt(text))
    .join('\n');
/** What an element shows first: its own text, or that of the first within it. */
const firstText = (element: JsonObject) =>
  elementsOf(element)
    .map(({ text }) => textAt(text))
    .find(Boolean) ?? '';

/** Signs, and words of what is wrong, in doubt or done, in both languages: each says what the colour says. */
const SIGN = /[✓⚠△○!‼≠→]/u;
const WORDS = {
  sv: /(?<!\p{L})(?:inte|ingen|sagt olika|ändras|bekräftade|passerat|har valt|fel)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:not|no|nobody|different|changed|change|confirmed|passed|over|have chosen|failed)(?!\p{L})/iu,
} as const;

/**
 * What the product says in whole sentences, so that no list of words can tell them: each says what was done or what is wrong, read
 * by a person. A new one fails below until somebody has read it.
 */
const SENTENCES: Readonly<Record<string, string>> = {
  '${note}': 'what has just been done, or what was read in another way than it was written',
  '${problem}': 'what has to be changed',
  '${line}': 'whom the assistant cannot reach',
  '${unreachable}': 'whom the assistant cannot reach',
  '${title}': 'that somebody else has changed the same',
  '${open}': 'for what nobody is chosen yet',
  "${getProperty(strings, concat('reasonRefused_', feedback.why))}": 'why the comment is not saved',
};

const coloured = templates.flatMap(({ name, json }) =>
  elementsOf(json as Json)
    .filter((element) => colourOf(element) !== '')
    .map((element) => ({ name, element, colour: colourOf(element), text: firstText(element) })),
);
const judging = coloured.filter(({ element }) => judges(element));

/** The text of a template with the strings of a language in it; data stays as it is. */
const withStrings = (text: string, strings: Record<string, unknown>) =>
  text.replaceAll(/\$\{(?:\$root\.)?strings\.(\w+)\}/g, (_, key: string) => String(strings[key]));

describe('colour on cards', () => {
  it('is found where there is some', () => {
    expect(coloured.length).toBeGreaterThan(50);
    expect(judging.length).toBeGreaterThan(40);
  });

  it.each(judging)('$name says by words or a sign what $colour says: $text', ({ name, text }) => {
    const { samples } = templates.find((template) => template.name === name)!;
    if (text in SENTENCES) return;
    for (const locale of LOCALES) {
      const said = withStrings(text, samples[locale].strings as Record<string, unknown>);
      expect(SIGN.test(said) || WORDS[locale].test(said), said).toBe(true);
    }
  });

  it('names no sentence that no card shows', () => {
    expect(Object.keys(SENTENCES).filter((text) => !judging.some((one) => one.text === text))).toEqual([]);
  });

  it('never tells two elements of one card apart that show the same text', () => {
    for (const { name, json } of templates) {
      const all = elementsOf(json as Json).filter(({ type }) => type === 'TextBlock' || type === 'TextRun');
      for (const { element, text } of judging.filter((one) => one.name === name && one.element.text !== undefined)) {
        const others = all.filter((other) => other !== element && textAt(other.text) === text);
        expect(
          others.map(colourOf).filter((colour) => colour !== colourOf(element)),
          `${name}: ${text}`,
        ).toEqual([]);
      }
    }
  });

  it('that depends on what is shown comes with bold letters on the same condition', () => {
    for (const { name, json } of templates)
      for (const element of elementsOf(json)) {
        const chosen = [element.color, element.style]
          .map(textAt)
          .find((value) => /^\$\{.*(?:accent|attention|warning|good)/i.test(value));
        if (!chosen?.startsWith('${')) continue;
        const condition = /if\((.+?),/.exec(chosen)?.[1];
        const weights = elementsOf(element).map(({ weight }) => textAt(weight));
        expect(weights, name).toContain(`\${if(${condition}, 'Bolder', 'Default')}`);
      }
  });

  it.each(templates.flatMap((template) => LOCALES.map((locale) => ({ name: template.name, template, locale }))))(
    'of $name stands in $locale only on elements that say something',
    ({ name, template, locale }) => {
      const card = cards.bind({ template: name, data: template.samples[locale] }, locale);
      const shown = elementsOf(card).filter((element) => colourOf(element) !== '' && element.type !== 'ProgressBar');
      for (const element of shown) expect(saidBy(element).trim(), JSON.stringify(element)).toMatch(/[\p{L}\p{N}█░]/u);
    },
  );

  it('of a bar stands below a line that says the same share', () => {
    const bars = templates.filter(({ json }) => elementsOf(json as Json).some(({ type }) => type === 'ProgressBar'));
    expect(bars.map(({ name }) => name)).toEqual(['broadcast/progress', 'plan/status']);
    for (const { json } of bars) {
      const body = (json as unknown as { readonly body: readonly JsonObject[] }).body;
      const at = body.findIndex(({ type }) => type === 'ProgressBar');
      expect(textAt(body[at - 1]!.text)).toContain('${share}');
    }
  });
});
