import { describe, expect, it } from 'vitest';
import { ConceptMatcher, PassageRanker } from '../../../src/ask/index.js';
import { knowledge } from '../engine.js';

const matcher = new ConceptMatcher(knowledge.concepts, 'sv');
const ranker = new PassageRanker(
  [
    { id: 'semester', heading: 'Ledighet', text: 'Semestern söks i god tid hos närmaste chef. Chefen beviljar den.' },
    {
      id: 'friskvard',
      heading: 'Friskvård',
      text: 'Den som är anställd får en timme i veckan på arbetstid för motion.',
    },
    {
      id: 'larm',
      heading: 'Brandlarm',
      text: 'Larmar det i korridoren ska alla utrymma lokalen och samlas på gården.',
    },
    { id: 'schema', heading: 'Schemaläggning', text: 'Arbetspassen planeras sex veckor framåt i systemet.' },
    { id: 'intyg', heading: 'Läkarintyg', text: 'Intyget lämnas till arbetsgivaren senast dag åtta i sjukperioden.' },
  ],
  matcher,
  knowledge.ranking.passages,
);
const first = (question: string) => ranker.search(question, 1)[0]?.id;

describe('finding a passage', () => {
  it.each([
    ['inflection', 'Hur söker man semestrar?', 'semester'],
    ['a part of a compound', 'När sätts scheman?', 'schema'],
    ['a compound of a word', 'Hur gör jag en semesteransökan?', 'semester'],
    ['missing dots', 'far man friskvard pa jobbet', 'friskvard'],
    ['a misspelling', 'när ska läkarintigget lämnas', 'intyg'],
    ['another word of the same meaning', 'Vad gör vi om det brinner?', 'larm'],
    ['hyphens and capitals', 'LÄKAR-INTYG?', 'intyg'],
  ])('meets %s: "%s"', (_how, question, id) => {
    expect(first(question)).toBe(id);
  });

  it('is surer of a question that a passage holds than of one that none does', () => {
    const [held] = ranker.search('När ska läkarintyget lämnas till arbetsgivaren?', 1);
    const [strange] = ranker.search('Vilken färg har kaffekoppen i styrelserummet?', 1);
    expect(held!.confidence).toBeGreaterThan(0.5);
    expect(strange?.confidence ?? 0).toBeLessThan(held!.confidence / 2);
  });

  it('gives what it was asked for, best first, never more', () => {
    const found = ranker.search('Hur lämnas intyget och hur söks semestern?', 2);
    expect(found.map(({ id }) => id).sort()).toEqual(['intyg', 'semester']);
    expect(found[0]!.confidence).toBeGreaterThanOrEqual(found[1]!.confidence);
  });

  it.each(['', '???', 'xyzzy', '日本'])('finds nothing for "%s"', (question) => {
    expect(ranker.search(question, 3)).toEqual([]);
  });

  it('searches nothing at all without failing', () => {
    expect(new PassageRanker([], matcher, knowledge.ranking.passages).search('Hur gör vi?', 3)).toEqual([]);
  });
});
