import { expect, it } from 'vitest';
import { holdsPersonnummer } from '../../src/privacy/index.js';

it.each([
  '850709-9805',
  '8507099805',
  '19850709-9805',
  '198507099805',
  'samordningsnummer 850769-9802',
  'över hundra: 121212+1212',
  'Anna (850709-9805) slutar',
  'ur en PDF: 850709 – 9805',
])('finds the number in "%s"', (text) => {
  expect(holdsPersonnummer(text)).toBe(true);
});

it.each([
  '850709-9806',
  '851309-9805',
  'organisationsnummer 212000-0142',
  'telefon 08-508 220 00',
  'diarienummer 2024-1234',
  'perioden 2024-01-01 2024-12-31',
  'belopp 18 507 099 805',
  'konto 1198507099805',
  '',
])('finds none in "%s"', (text) => {
  expect(holdsPersonnummer(text)).toBe(false);
});
