import { describe, expect, it } from 'vitest';
import { checkCard } from '../../src/cards/index.js';
import type { JsonObject } from '../../src/cards/json.js';
import { text } from './card-folder.js';

function check(body: unknown[], more: Record<string, unknown> = {}): string[] {
  return checkCard({
    type: 'AdaptiveCard',
    version: '1.5',
    lang: 'sv',
    fallbackText: 'x',
    body,
    ...more,
  } as JsonObject);
}
const action = (more: object) => ({
  type: 'ActionSet',
  actions: [{ type: 'Action.Execute', title: 'a', verb: 'b.c', ...more }],
});
const cell = { type: 'TableCell', items: [text('a')] };
const chart = { type: 'Chart.Donut', data: [], fallback: text('a') };

describe('checkCard', () => {
  it('finds nothing in a sound card, in either language', () => {
    const body = [
      text('a'),
      { type: 'Input.Text', id: 'i', label: 'l', isRequired: true, errorMessage: 'e' },
      action({}),
      chart,
    ];
    // Twice each: the library forgets every second `lang`.
    for (const lang of ['sv', 'sv', 'en', 'en']) expect(check(body, { lang })).toEqual([]);
  });

  const rootFaults: [string, Record<string, unknown>, string][] = [
    ['another version', { version: '1.6' }, 'The version is not 1.5, the one that Teams supports.'],
    ['no language', { lang: undefined }, 'The card does not say its language (lang).'],
    ['no fallback text', { fallbackText: ' ' }, 'The card has no fallbackText.'],
    ['another root', { type: 'Container' }, 'The root is no AdaptiveCard.'],
    ['an open expression', { speak: 'x ${name}' }, '"x ${name}" still holds an expression.'],
  ];
  it.each(rootFaults)('finds %s', (_name, root, fault) => {
    expect(check([], root)).toContain(fault);
  });

  const elementFaults: [string, unknown, string][] = [
    [
      'a chart without fallback',
      { ...chart, fallback: undefined },
      'Chart.Donut has no fallback, so old clients show nothing.',
    ],
    [
      'a chart that is dropped',
      { ...chart, fallback: 'drop' },
      'Chart.Donut has no fallback, so old clients show nothing.',
    ],
    ['a badge without fallback', { type: 'Badge', text: 'a' }, 'Badge has no fallback, so old clients show nothing.'],
    ['an input without label', { type: 'Input.Text', id: 'i' }, 'Input.Text "i" has no label.'],
    ['an input without id', { type: 'Input.Text', label: 'l' }, 'Input.Text has no id, so its value is not sent.'],
    [
      'a required input without message',
      { type: 'Input.Text', id: 'i', label: 'l', isRequired: true },
      'Input.Text "i" is required without errorMessage.',
    ],
    ['an execute without verb', action({ verb: '' }), 'Action.Execute has no verb.'],
    ['a button without title', action({ title: undefined }), 'Action.Execute has no title.'],
    [
      'an http address',
      action({ type: 'Action.OpenUrl', url: 'http://x' }),
      'Action.OpenUrl does not open an https address.',
    ],
    [
      'a submit',
      action({ type: 'Action.Submit' }),
      'Action.Submit is not allowed: actions are Action.Execute with a verb, or Action.OpenUrl.',
    ],
    [
      'data called key',
      action({ type: 'Action.Execute', verb: 'a.b', title: 'A', data: { key: '1' } }),
      'Action.Execute sends a "key", which the Agents Playground cannot.',
    ],
    ['a text that does not wrap', { type: 'TextBlock', text: 'lång text' }, 'The text "lång text" does not wrap.'],
    ['an empty text', text(''), 'A TextBlock is empty.'],
    ['an image without altText', { type: 'Image', url: 'https://x' }, 'An Image has no altText.'],
    [
      'an unknown element',
      { type: 'Textblock' },
      'Unknown element type "Textblock". Fallback will be used if present.',
    ],
    ['an unknown size', text('a', { size: 'Huge' }), 'Invalid value "Huge" for property "size".'],
    [
      'a table without headers',
      { type: 'Table', firstRowAsHeaders: false, columns: [{ width: 1 }], rows: [{ type: 'TableRow', cells: [cell] }] },
      'A Table has no header row.',
    ],
    [
      'a table with a short row',
      { type: 'Table', columns: [{ width: 1 }, { width: 1 }], rows: [{ type: 'TableRow', cells: [cell] }] },
      'A row of a Table has not the 2 cells of its columns.',
    ],
  ];
  it.each(elementFaults)('finds %s', (_name, element, fault) => {
    expect(check([{ type: 'Container', items: [element] }])).toContain(fault);
  });

  it('finds an id that stands twice', () => {
    expect(check([text('a', { id: 'x' }), text('b', { id: 'x' })])).toContain('The id "x" stands twice.');
  });

  it('finds faults inside a fallback', () => {
    expect(check([{ ...chart, fallback: { type: 'TextBlock', text: 'a' } }])).toEqual(['The text "a" does not wrap.']);
  });

  it('lets an ornament be dropped', () => {
    expect(check([{ type: 'Icon', name: 'Clock', fallback: 'drop' }])).toEqual([]);
  });

  it('finds a card that is too large', () => {
    expect(check([text('x'.repeat(28 * 1024))])[0]).toMatch(/^The card is 287\d\d bytes large; 28672 may be sent\.$/);
  });
});
