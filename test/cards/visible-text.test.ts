import { describe, expect, it } from 'vitest';
import { visibleText, type AdaptiveCardJson } from '../../src/cards/index.js';

function card(body: unknown[], actions: unknown[] = []): AdaptiveCardJson {
  return { type: 'AdaptiveCard', version: '1.5', fallbackText: 'no', speak: 'no', body, actions } as AdaptiveCardJson;
}
const text = (content: string) => ({ type: 'TextBlock', text: content });
const row = (...cells: string[]) => ({
  type: 'TableRow',
  cells: cells.map((content) => ({ type: 'TableCell', items: [text(content)] })),
});
const button = (title: string) => ({ type: 'Action.Execute', title, verb: 'x.y' });
const chart = { type: 'Chart.HorizontalBar', data: [{ x: 'Förskola', y: 9.8 }], fallback: text('no') };

describe('visibleText', () => {
  it('gives everything in reading order and the buttons last', () => {
    const body = [
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'Din fråga: ' }, 'hur?'] },
      { type: 'ActionSet', actions: [button('Källa')] },
      { type: 'Container', items: [text('**9,8 %**'), { type: 'Badge', text: 'Avsluta', fallback: text('no') }] },
      {
        type: 'ColumnSet',
        columns: [
          { type: 'Column', items: [text('v')] },
          { type: 'Column', items: [text('h')] },
        ],
      },
      { type: 'FactSet', facts: [{ title: 'Dag 1–14', value: '3,5 \\*' }] },
      { type: 'Image', url: 'x', altText: 'Karta' },
      { type: 'Table', rows: [row('Avdelning', 'Totalt', 'Dag 1–14'), row('Förskola', '9,8 %', '3,5 %')] },
    ];
    expect(visibleText(card(body, [button('Vidare'), button('Tillbaka')]))).toBe(
      [
        'Din fråga: hur?',
        '9,8 %',
        'Avsluta',
        'v',
        'h',
        'Dag 1–14: 3,5 *',
        'Karta',
        'Avdelning: Totalt | Dag 1–14',
        'Förskola: 9,8 % | 3,5 %',
        'Källa | Vidare | Tillbaka',
      ].join('\n'),
    );
  });

  it('gives labels, hints and choices of inputs', () => {
    const choice = {
      type: 'Input.ChoiceSet',
      id: 'c',
      label: 'Läge',
      choices: [
        { title: 'Klar', value: 'k' },
        { title: 'Ej klar', value: 'e' },
      ],
    };
    const toggle = { type: 'Input.Toggle', id: 't', label: 'Val', title: 'Ja' };
    expect(
      visibleText(card([choice, toggle, { type: 'Input.Text', id: 'i', label: 'Text', placeholder: 'Skriv här' }])),
    ).toBe('Läge\nKlar | Ej klar\nVal\nJa\nText\nSkriv här');
  });

  it("gives a chart's figures when no table holds them", () => {
    expect(visibleText(card([chart]))).toBe('Förskola: 9.8');
    expect(visibleText(card([chart, { type: 'Table', rows: [row('Förskola', '9,8 %')] }]))).toBe('Förskola: 9,8 %');
  });

  it('gives the series of grouped charts and the slices of round ones', () => {
    const grouped = {
      type: 'Chart.VerticalBar.Grouped',
      data: [{ legend: '2024', values: [{ x: 'Kvinnor', y: 9.4 }] }],
    };
    expect(visibleText(card([grouped, { type: 'Chart.Donut', data: [{ legend: 'Klara', value: 3 }] }]))).toBe(
      'Kvinnor, 2024: 9.4\nKlara: 3',
    );
  });

  it('leaves hidden elements and their buttons out', () => {
    const hidden = {
      type: 'Container',
      isVisible: false,
      items: [text('dold'), { type: 'ActionSet', actions: [button('dold')] }],
    };
    expect(visibleText(card([text('syns'), hidden]))).toBe('syns');
  });
});
