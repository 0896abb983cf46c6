import { describe, expect, it } from 'vitest';
import { placeSections, spanOf } from '../../../src/knowledge/coverage/headings.js';

const place = (sections: string[], lines: string[], unnamed: string[] = []) => {
  const { lines: found, missing } = placeSections(sections, lines.join('\n'), new Set(unnamed));
  return { found: Object.fromEntries(found), missing };
};

describe('placeSections', () => {
  it.each<[string, string[]]>([
    ['alone on a line', ['Text.', '  Egen   rubrik ']],
    ['in capitals', ['Text.', 'EGEN RUBRIK']],
    ['broken over lines', ['Text.', 'Egen', 'rubrik']],
    ['broken over a blank line', ['Text.', 'Egen', '', 'rubrik']],
    ['after a label, before another column', ['Text.', 'Enhet: Egen rubrik    Datum: i går']],
    ['before another column', ['Text.', 'Egen rubrik   Ansvarig']],
  ])('finds a heading %s', (_, lines) => {
    expect(place(['Egen rubrik'], lines)).toEqual({ found: { 'Egen rubrik': 2 }, missing: [] });
  });

  it.each<[string, string[]]>([
    ['that begins a sentence', ['Egen rubrik har den inte.']],
    ['that ends a sentence', ['Det är en egen rubrik']],
    ['that is a part of a longer word', ['Egen rubriken']],
  ])('finds no heading in text %s', (_, lines) => {
    expect(place(['Egen rubrik'], lines)).toEqual({ found: {}, missing: ['Egen rubrik'] });
  });

  it('finds a goal by its number, with its sentence after it', () => {
    const lines = ['Mål för området: 1.30. Annat', 'Mål för området: 1.3. Alla ska'];
    expect(place(['Mål för området: 1.3'], lines).found).toEqual({ 'Mål för området: 1.3': 2 });
  });

  it('passes over a page header that names a chapter too early', () => {
    const lines = ['1. Ett', 'Text', '2. Två', 'Avsluta', 'Text', '2. Två', 'Avsluta'];
    expect(place(['1. Ett', '1. Ett › Avsluta', '2. Två', '2. Två › Avsluta'], lines)).toEqual({
      found: { '1. Ett': 1, '1. Ett › Avsluta': 4, '2. Två': 6, '2. Två › Avsluta': 7 },
      missing: [],
    });
  });

  it('names just the heading that is missing', () => {
    const lines = ['1. Ett', 'Text', '2. Två', 'Avsluta', '3. Tre', 'Avsluta'];
    expect(place(['1. Ett', '1. Ett › Avsluta', '2. Två', '2. Två › Avsluta', '3. Tre'], lines)).toEqual({
      found: { '1. Ett': 1, '2. Två': 3, '2. Två › Avsluta': 4, '3. Tre': 5 },
      missing: ['1. Ett › Avsluta'],
    });
  });

  it('misses a heading whose place is before the one listed earlier', () => {
    expect(place(['B', 'C', 'A'], ['A', 'B', 'C']).missing).toEqual(['A']);
  });

  it('asks for a chapter, but not for one without heading', () => {
    expect(place(['Stöd', 'Stöd › Avsluta'], ['Avsluta']).missing).toEqual(['Stöd', 'Stöd › Avsluta']);
    expect(place(['Stöd', 'Stöd › Avsluta'], ['Avsluta'], ['Stöd'])).toEqual({
      found: { 'Stöd › Avsluta': 1 },
      missing: [],
    });
  });
});

describe('spanOf', () => {
  const lines = new Map([['A', 1], ['A › B', 4], ['C', 9]]);

  it.each([
    ['A', { from: 1, to: 9 }],
    ['A › B', { from: 4, to: 9 }],
    ['C', { from: 9, to: Infinity }],
    ['D', undefined],
  ])('gives the lines of %s and what stands under it', (section, span) => {
    expect(spanOf(section, lines)).toEqual(span);
  });
});
