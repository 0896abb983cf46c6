import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalNumbers, holdsPersonalNumber } from '../../src/privacy/index.js';

// Numbers that Skatteverket and the package publish for tests; nobody's.
const FORMS = [
  '850709-9805',
  '8507099805',
  '850709 9805',
  '850709+9805',
  '850709 - 9805',
  '850709  -  9805',
  '850709–9805',
  '850709\u00a09805',
  '85 07 09 98 05',
  '85-07-09-9805',
  '850709.9805',
  '850709/9805',
  '198507099805',
  '19850709-9805',
  '19850709 9805',
  '1985-07-09-9805',
  '1985-07-09 9805',
  '1985 07 09 – 98 05',
  '19 850709 9805',
] as const;

describe('findPersonalNumbers', () => {
  it.each(FORMS)('finds %j in a sentence, as it was written', (written) => {
    const text = `Gäller (${written}), född i juli.`;
    const start = text.indexOf(written);
    expect(findPersonalNumbers(text)).toEqual([
      { text: written, start, end: start + written.length, kind: 'personnummer' },
    ]);
  });

  it.each(['850769-9802', '19850769-9802', '8507699802', '1985 07 69 98 02'])(
    'finds the coordination number %j',
    (written) => {
      expect(findPersonalNumbers(`nr ${written}.`)).toMatchObject([{ text: written, kind: 'samordningsnummer' }]);
    },
  );

  it('finds several, in the order of the text', () => {
    expect(findPersonalNumbers('850709-9805, 640327-3813 och 19850709-9805').map(({ text }) => text)).toEqual([
      '850709-9805',
      '640327-3813',
      '19850709-9805',
    ]);
  });

  it.each([
    'kl 10 850709-9805',
    'rum 12, 850709-9805 ring 08',
    'den 9 850709-9805 3 gånger',
    'pnr:850709-9805',
    'åäö850709-9805åäö',
  ])('finds the one that stands beside other figures: %j', (text) => {
    expect(findPersonalNumbers(text).map((found) => found.text)).toEqual(['850709-9805']);
  });

  it.each([
    ['a wrong check digit', '850709-9806'],
    ['a date that does not exist', '850732-9805'],
    ['a month that does not exist', '851309-9805'],
    ['an organisation number', '212000-0142'],
    ['telephone numbers', '08-508 234 00, 070-174 06 35 och +46 8 508 23 400'],
    ['years and amounts', '2024–2026, 12 500 kr, 9,8 % av 1 234 567'],
    ['dates', '2026-03-01 09:00, 20260301'],
    // The digits of all these have a date and the right check digit.
    ['a period of months', '2022-07—2023-06'],
    ['a period of days', '2023-01-01–2023-12-31, 2026-01-01 - 2027-03-31'],
    ['a day with a time', '2026-04-02 08:30 och 2026-04-02 08.30'],
    ['figures of a table', '85,0 7,09 9,805 och 8 5 0 7 0 9 9 8 0 5'],
    ['an amount', '18 507 099 805'],
    ['a number of a case', '2024-1234'],
    ['a longer row of digits', '99850709980599'],
    ['an interim number of a hospital', '000101-R220'],
    ['nothing', ''],
  ])('leaves %s alone', (_what, text) => {
    expect(findPersonalNumbers(text)).toEqual([]);
  });

  it('gives places at which the text itself stands, whatever the text', () => {
    const piece = fc.constantFrom(...FORMS, ' ', '1', '19', '-', 'a', '\n', '😀', '2026', 'å');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const found of findPersonalNumbers(text)) {
          expect(text.slice(found.start, found.end)).toBe(found.text);
          expect(found.start).toBeGreaterThanOrEqual(last);
          last = found.end;
        }
      }),
    );
  });

  it.each([
    ['över hundra: 121212+1212', true],
    ['ur en PDF: 850709 – 9805', true],
    ['samordningsnummer 850769-9802', true],
    ['över två rader: 850709-\n9805', true],
    ['perioden 2024-01-01 2024-12-31', false],
    ['konto 1198507099805', false],
  ])('tells whether there is one in %j', (text, isThere) => {
    expect(holdsPersonalNumber(text)).toBe(isThere);
  });

  it('reads a long text of digits at once', () => {
    const started = performance.now();
    findPersonalNumbers('1 '.repeat(50_000));
    findPersonalNumbers('1'.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
