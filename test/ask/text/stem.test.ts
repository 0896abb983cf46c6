import { describe, expect, it } from 'vitest';
import { stem } from '../../../src/ask/text/stem.js';
import { fold } from '../../../src/ask/text/fold.js';

describe('stem', () => {
  it.each([
    ['förskola', 'förskolan', 'förskolor', 'förskolorna', 'förskolans'],
    ['sjukfrånvaro', 'sjukfrånvaron', 'sjukfrånvarons'],
    ['medarbetare', 'medarbetarna', 'medarbetarnas', 'medarbetaren'],
    ['avdelning', 'avdelningen', 'avdelningar', 'avdelningarna', 'avdelningarnas'],
    ['omsättning', 'omsättningen'],
    ['employee', 'employees'],
    ['verksamhet', 'verksamheten', 'verksamheter', 'verksamheterna'],
    ['enhet', 'enheten', 'enheter', 'enheterna'],
  ])('lets the forms of "%s" meet', (...forms) => {
    expect(new Set(forms.map((form) => stem(fold(form)))).size).toBe(1);
  });

  it.each([
    ['planerade', 'planerare'],
    ['avslut', 'avsnitt'],
  ])('keeps "%s" and "%s" apart', (one, other) => {
    expect(stem(fold(one))).not.toBe(stem(fold(other)));
  });

  it('leaves figures and short words alone', () => {
    expect(['2024', 'man', 'ny'].map(stem)).toEqual(['2024', 'man', 'ny']);
  });
});
