import { describe, expect, it } from 'vitest';
import { SMALLTALK_LISTS, WORD_LISTS } from '../../src/ask/index.js';
import { loadKnowledge } from '../../src/knowledge/index.js';
import { knowledgeFolder, SOUND } from './knowledge-folder.js';

const now = new Date('2026-03-01T09:00:00Z');
const CSV = 'statistics/plan-2025.csv';

describe('loadKnowledge', () => {
  it('gives all that a sound folder holds', () => {
    const knowledge = loadKnowledge(knowledgeFolder(), now);
    const { ranking, wordLists, everydayWords, commonWords, lookAlikes, smalltalk, ...lists } = knowledge;
    expect(wordLists.map(({ id }) => id).sort()).toEqual([...WORD_LISTS].sort());
    expect(commonWords).toEqual({ sv: ['skalle'], en: ['rolling'] });
    expect(lookAlikes).toEqual({ sv: ['hest'], en: ['moist'] });
    expect(smalltalk.map(({ id }) => id).sort()).toEqual([...SMALLTALK_LISTS].sort());
    expect(everydayWords.length).toBeGreaterThan(0);
    expect(ranking.learnedFrom.length).toBeGreaterThan(0);
    const counts = Object.fromEntries(Object.entries(lists).map(([list, entries]) => [list, (entries as unknown[]).length]));
    expect(counts).toEqual({
      sources: 1,
      measures: 2,
      populations: 2,
      breakdowns: 1,
      observations: 4,
      routines: 2,
      notHeld: 1,
      questionWords: 1,
      concepts: 1,
    });
    expect(knowledge.observations[1]).toEqual({
      id: 'a-2',
      measure: 'sjukfranvaro',
      population: 'nord-forskola',
      breakdown: 'kon=kvinnor',
      period: '2024',
      kind: 'utfall',
      value: '10.1',
      valueTo: '',
      unit: 'procent',
      qualifier: '',
      source: 'plan-2025',
      section: 'Sjukfrånvaro',
      line: 11,
      conflictsWith: '',
      note: 'en not, med komma',
      noteEn: 'a note',
    });
    expect(knowledge.routines[0]).toMatchObject({
      id: 'avslutssamtal',
      sources: [{ document: 'plan-2025', section: 'Inledning' }],
      body: 'Chefen håller samtalet. [1]',
      bodyEn: 'The manager holds the conversation. [1]',
    });
  });

  it('loads what has warnings alone', () => {
    const folder = knowledgeFolder({ 'routines/introduktion.md': ["'2099-12-31'", "'2025-12-31'"] });
    expect(loadKnowledge(folder, now).routines).toHaveLength(2);
  });

  it('throws with the folder and the faults', () => {
    const folder = knowledgeFolder({ [CSV]: ['a-1,sjukfranvaro', 'a-1,franvaro'] });
    expect(() => loadKnowledge(folder, now)).toThrow(
      expect.objectContaining({
        code: 'knowledge_invalid',
        message: `The knowledge in ${folder} has faults:\n  ${CSV}:2: measure: no measure franvaro in vocabulary/measures.yml`,
      }),
    );
  });

  it.each([
    [20, ''],
    [21, '\n  and 1 more'],
    [120, '\n  and 100 more'],
  ])('lists at most 20 of %i faults and says how many more', (count, more) => {
    const [header] = SOUND[CSV]!.split('\n');
    const rows = Array.from({ length: count }, (_, n) => `b-${n},franvaro,nord,,2024,utfall,8.5,,procent,,plan-2025,Inledning,1,,,`);
    const lines = rows.slice(0, 20).map((_, n) => `  ${CSV}:${n + 2}: measure: no measure franvaro in vocabulary/measures.yml`);
    const folder = knowledgeFolder({ [CSV]: [header, ...rows].join('\n') });
    const message = `The knowledge in ${folder} has faults:\n${lines.join('\n')}${more}`;
    expect(() => loadKnowledge(folder, now)).toThrow(expect.objectContaining({ message }));
  });

  it('throws for a folder that is not there', () => {
    expect(() => loadKnowledge('/nowhere/at/all', now)).toThrow(
      expect.objectContaining({
        code: 'knowledge_invalid',
        message: expect.stringContaining('sources.yml:1: (file): cannot be read: ENOENT') as string,
      }),
    );
  });
});
