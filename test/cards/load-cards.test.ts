import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCards, type AdaptiveCardJson } from '../../src/cards/index.js';
import { folderWith, text } from './card-folder.js';

/** The card demo/card of a folder with this body, bound to the data. */
function bind(body: unknown[], data: object, locale: 'sv' | 'en' = 'sv'): AdaptiveCardJson {
  return loadCards(folderWith(body)).bind({ template: 'demo/card', data }, locale);
}

describe('binding a card', () => {
  it('fills in data and the strings of the language', () => {
    const body = [text('${strings.hello} ${name}')];
    expect(bind(body, { name: 'Elin' }, 'sv')).toEqual({
      type: 'AdaptiveCard',
      version: '1.5',
      lang: 'sv',
      fallbackText: 'x',
      body: [text('Hej Elin')],
    });
    expect(bind(body, { name: 'Elin' }, 'en').body).toEqual([text('Hello Elin')]);
  });

  it('shows a template expression inside data as text', () => {
    const card = bind([text('${name}'), { type: 'ActionSet', actions: [] }], { name: 'a ${strings.hello} ${1+1} b' });
    expect(card.body).toEqual([text('a ${strings.hello} ${1+1} b'), { type: 'ActionSet', actions: [] }]);
  });

  it('keeps data that equals an expression of the template', () => {
    expect(bind([text('${name}')], { name: '${name}' }).body).toEqual([text('${name}')]);
  });

  it('refuses a card with a hole and names the expression only', () => {
    expect(() => bind([text('${name} och ${other}')], { name: 'hemligt' })).toThrow(
      expect.objectContaining({
        code: 'card_invalid',
        message: 'demo/card.card.json: ${other} has no value in the data',
      }),
    );
  });

  it('refuses data that an expression cannot use without quoting it', () => {
    expect(() => bind([{ type: 'FactSet', facts: '${round(name)}' }], { name: 'hemligt' })).toThrow(
      expect.objectContaining({
        code: 'card_invalid',
        message: 'demo/card.card.json: its data does not fit the template',
      }),
    );
  });

  it('keeps figures as figures where no text is shown', () => {
    expect(bind([{ type: 'Column', width: '${share}', items: [] }], { share: 42.5 }).body).toEqual([
      { type: 'Column', width: 42.5, items: [] },
    ]);
  });

  it('lets a card of exactly 28 KB pass and refuses one byte more', () => {
    const empty = Buffer.byteLength(JSON.stringify(bind([text('${name}')], { name: '' })));
    const room = 28 * 1024 - empty;
    expect(room % 2).toBe(0);
    expect(() => bind([text('${name}')], { name: 'å'.repeat(room / 2) })).not.toThrow();
    expect(() => bind([text('${name}')], { name: `${'å'.repeat(room / 2)}x` })).toThrow(
      expect.objectContaining({ code: 'card_invalid', facts: { template: 'demo/card', bytes: 28 * 1024 + 1 } }),
    );
  });

  it('refuses an unknown template and names it', () => {
    expect(() => loadCards(folderWith([])).bind({ template: 'demo/other', data: {} }, 'sv')).toThrow(
      expect.objectContaining({
        code: 'card_invalid',
        message: 'There is no template "demo/other" in the cards folder',
      }),
    );
  });

  it('refuses a template that is no card', () => {
    const cards = loadCards(folderWith([], { 'demo/card.card.json': { type: 'Container', items: [] } }));
    expect(() => cards.bind({ template: 'demo/card', data: {} }, 'sv')).toThrow('the template is no AdaptiveCard');
  });

  it('reads no file after loading', () => {
    const folder = folderWith([text('${strings.hello}')]);
    const cards = loadCards(folder);
    const before = cards.bind({ template: 'demo/card', data: {} }, 'sv');
    rmSync(folder, { recursive: true });
    expect(cards.bind({ template: 'demo/card', data: {} }, 'sv')).toEqual(before);
  });
});

describe('Markdown in data', () => {
  it('is escaped in text blocks and facts', () => {
    const body = [text('Fråga: ${name}'), { type: 'FactSet', facts: [{ title: '${name}', value: '${name}' }] }];
    const escaped = '\\*x\\* \\[y](z)';
    expect(bind(body, { name: '*x* [y](z)' }).body).toEqual([
      text(`Fråga: ${escaped}`),
      { type: 'FactSet', facts: [{ title: escaped, value: escaped }] },
    ]);
  });

  it('passes in a field named text and in places that show it as it is', () => {
    const run = { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '${name}' }] };
    expect(bind([text('${text}'), run], { text: '**x**', name: '*y*' }).body).toEqual([
      text('**x**'),
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '*y*' }] },
    ]);
  });

  it('cannot be smuggled past with the private signs', () => {
    expect(bind([text('${name}')], { name: 'a\uE001*b*\uE000c\uE002{d}' }).body).toEqual([text('a\\*b\\*c{d}')]);
  });
});

describe('the list of templates', () => {
  it('names verbs, data, inputs and strings', () => {
    const folder = folderWith([
      { type: 'Input.Text', id: 'comment', label: '${strings.hello}' },
      {
        type: 'ActionSet',
        actions: [
          { type: 'Action.Execute', title: 'b', verb: 'demo.save', data: { id: '${id}', type: 'Input.Text' } },
          { type: 'Action.Execute', title: 'a', verb: 'demo.ask' },
          { type: 'Action.OpenUrl', title: 'c', url: 'https://example.org' },
        ],
      },
    ]);
    const [info] = loadCards(folder).templates();
    expect(info).toMatchObject({
      name: 'demo/card',
      verbs: ['demo.ask', 'demo.save'],
      actions: [
        { verb: 'demo.save', data: ['id', 'type'] },
        { verb: 'demo.ask', data: [] },
      ],
      inputs: ['comment'],
      strings: ['hello', 'lang'],
    });
  });

  it('gives the Swedish sample where no English one was written', () => {
    const [info] = loadCards(folderWith([], { 'demo/card.sample.json': { name: 'Elin' } })).templates();
    expect(info?.samples).toEqual({ sv: { name: 'Elin' }, en: { name: 'Elin' } });
  });
});

describe('loading a folder with a fault', () => {
  const faults: [string, () => string, string][] = [
    ['a folder that is not there', () => '/nowhere/cards', '/nowhere/cards: there is no such folder'],
    ['broken JSON', () => folderWith([], { 'demo/card.card.json': '{"type"' }), 'demo/card.card.json: is not JSON'],
    [
      'JSON that is no object',
      () => folderWith([], { 'demo/card.sample.json': '[]' }),
      'demo/card.sample.json: is not an object',
    ],
    [
      'a template without sample',
      () => folderWith([], { 'demo/other.card.json': {} }),
      'demo/other.card.json: has no sample; put one into other.sample.json',
    ],
    [
      'a string without English',
      () => folderWith([], { 'demo/strings.sv.json': { lang: 'sv', hello: 'Hej', more: 'mer' } }),
      'demo/strings.en.json: "more" is not translated',
    ],
    [
      'a string without Swedish',
      () => folderWith([], { 'demo/strings.sv.json': { lang: 'sv' } }),
      'demo/strings.sv.json: "hello" is not translated',
    ],
    [
      'a nested string',
      () => folderWith([], { 'demo/strings.sv.json': { hello: { a: 'Hej' } } }),
      'demo/strings.sv.json: hello: Expected string, received object',
    ],
    [
      'a string that common has too',
      () => folderWith([], { 'common/strings.sv.json': { lang: 'sv' }, 'common/strings.en.json': { lang: 'en' } }),
      'demo/strings.sv.json: "lang" stands in common/ too',
    ],
    ['an unknown string', () => folderWith([text('${strings.bye}')]), 'demo/card.card.json: there is no string "bye"'],
    ['an open expression', () => folderWith([text('${name')]), 'opens an expression without closing it'],
    [
      'an action without verb',
      () => folderWith([{ type: 'ActionSet', actions: [{ type: 'Action.Execute', title: 'x' }] }]),
      'demo/card.card.json: an Action.Execute needs a verb without expression',
    ],
    [
      'a verb out of data',
      () => folderWith([{ type: 'ActionSet', actions: [{ type: 'Action.Execute', title: 'x', verb: '${verb}' }] }]),
      'demo/card.card.json: an Action.Execute needs a verb without expression',
    ],
  ];
  it.each(faults)('refuses %s', (_name, folder, message) => {
    expect(() => loadCards(folder())).toThrow(
      expect.objectContaining({ code: 'card_invalid', message: expect.stringContaining(message) as string }),
    );
  });

  it('names a template with an expression of no language when it is first bound', () => {
    const cards = loadCards(folderWith([text('${a b c}')]));
    expect(() => cards.bind({ template: 'demo/card', data: {} }, 'sv')).toThrow(
      expect.objectContaining({
        code: 'card_invalid',
        message: expect.stringContaining('demo/card.card.json: an expression cannot be read') as string,
      }),
    );
  });
});
