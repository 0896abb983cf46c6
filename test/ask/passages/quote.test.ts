import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quote } from '../../../src/ask/passages/quote.js';

const passage =
  'Alla tillsvidareanställda får ett friskvårdsbidrag på 2 500 kronor per kalenderår. Bidraget söks i lönesystemet med kvitto senast den 30 november, t.ex. via appen. ' +
  'Bidraget gäller motion och hälsovård. Hyra av lokal, t.ex. en padelbana, godkänns när den är till för motion. Medlemskap i förening betalas inte av arbetsgivaren utan av den anställde själv.';

describe('a quotation', () => {
  it('is the run of whole sentences that shares most with the question', () => {
    expect(quote(passage, 'Betalas medlemskap i förening?')).toBe(
      'Bidraget söks i lönesystemet med kvitto senast den 30 november, t.ex. via appen. Bidraget gäller motion och hälsovård. Hyra av lokal, t.ex. en padelbana, godkänns när den är till för motion. Medlemskap i förening betalas inte av arbetsgivaren utan av den anställde själv.',
    );
    expect(quote(passage, 'Hur stort är friskvårdsbidraget?')).toBe(
      'Alla tillsvidareanställda får ett friskvårdsbidrag på 2 500 kronor per kalenderår. Bidraget söks i lönesystemet med kvitto senast den 30 november, t.ex. via appen. Bidraget gäller motion och hälsovård. Hyra av lokal, t.ex. en padelbana, godkänns när den är till för motion.',
    );
  });

  it('is the whole passage when that is short', () => {
    expect(quote('Chefen bokar samtalet.\n- HR får en kopia.', 'vem?')).toBe(
      'Chefen bokar samtalet.\n- HR får en kopia.',
    );
  });

  it('is cut after a word when a sentence alone is too long', () => {
    const long = `Chefen ${'bokar och bokar '.repeat(40)}samtalet.`;
    const cut = quote(long, 'Vem bokar?');
    expect(cut).toMatch(/^Chefen bokar och .*(bokar|och) …$/);
    expect(cut.length).toBeGreaterThan(280);
    expect(cut.length).toBeLessThanOrEqual(300);
  });

  it('never is longer than 300 characters, and but for the mark of a cut it stands so in the passage', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 900, unit: 'grapheme' }), fc.string({ maxLength: 60 }), (text, question) => {
        const quoted = quote(text, question);
        expect(quoted.length).toBeLessThanOrEqual(300);
        expect(text).toContain(quoted.replace(/ …$/, ''));
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Chefen', 'bokar.', 'HR', 'svarar,', 'nästa\n', 'x'.repeat(350))),
        (words) => {
          const text = words.join(' ');
          expect(quote(text, 'chefen svarar').length).toBeLessThanOrEqual(300);
          expect(text).toContain(quote(text, 'chefen svarar').replace(/ …$/, ''));
        },
      ),
    );
  });
});
