import { describe, expect, it } from 'vitest';
import type { SearchHit, Turn } from '../../../src/actions/index.js';
import { createShelfIndexer, type RoutineShelf } from '../../../src/ask/index.js';
import { findRoutine } from '../../../src/ask/search/find-routine.js';
import { firstLine } from '../../../src/ask/search/first-line.js';
import { LOCALES, type Locale } from '../../../src/calendar/index.js';
import { loadCards, MAX_CARD_BYTES, visibleText } from '../../../src/cards/index.js';
import { knowledge, NOW } from '../engine.js';
import { KARIN } from '../../bot/support/people.js';

const search = findRoutine(() => knowledge);
const cards = loadCards('cards');

function turnOf(department: string | undefined, locale: Locale = 'sv'): Turn {
  const asker =
    department === undefined
      ? ({ kind: 'unknown', id: 'x' } as const)
      : ({ kind: 'person', id: 'x', person: { ...KARIN, department } } as const);
  return { asker, locale, now: NOW, conversation: 'personal', context: {} };
}

function hitsOf(text: string, department?: string, locale?: Locale, count = 25): readonly SearchHit[] {
  const page = search.handle({ text, skip: 0, count }, turnOf(department, locale));
  if (page.kind !== 'hits') throw new Error(page.text);
  return page.hits;
}

describe('the routines that are found', () => {
  it.each([
    ['avslutssamtal', 'Förskola', 'Avslutssamtal i förskolan: med vem och varför'],
    ['avslutssamtal', 'Äldreomsorg', 'Avslutssamtal i äldreomsorgen i Hägersten-Älvsjö'],
    ['avslutsamt', 'Förskola', 'Avslutssamtal i förskolan: med vem och varför'],
    ['hot och våld', 'Förskola', 'Grupp- och servicebostäderna: förebygga hot, våld och suicid'],
    ['exit conversation', 'Förskola', 'Exit conversations in preschool: with whom and why'],
    ['VFU', 'Förskola', 'VFU och APL: vad det är och vilka som tar emot'],
  ])('by "%s" in %s begin with %s', (text, department, title) => {
    expect(hitsOf(text, department).map((hit) => hit.title)).toContain(title);
    expect(hitsOf(text, department).findIndex((hit) => hit.title === title)).toBeLessThan(3);
  });

  it('are none for letters that mean nothing', () => {
    expect(search.handle({ text: 'qqqq zzzz', skip: 0, count: 25 }, turnOf(undefined)).kind).toBe('message');
  });

  it("begin with the asker's own before anything is typed, those of common subjects first", () => {
    const subtitles = hitsOf('', 'Förskola', 'sv', 5).map(({ subtitle }) => subtitle);
    expect(subtitles.every((subtitle) => subtitle.endsWith('förskolan, Hägersten-Älvsjö'))).toBe(true);
    expect(hitsOf('', 'Förskola', 'sv', 2).map(({ title }) => title)).toContain(
      'Avslutssamtal i förskolan: med vem och varför',
    );
  });

  it('page through all routines, each once', () => {
    const seen = new Set<string>();
    for (let skip = 0; ; skip += 25) {
      const page = search.handle({ text: '', skip, count: 25 }, turnOf('Förskola'));
      if (page.kind !== 'hits' || page.hits.length === 0) break;
      for (const { title } of page.hits) seen.add(title);
    }
    expect(seen.size).toBe(knowledge.routines.length);
  });
});

describe('the card of every routine', () => {
  it.each(LOCALES)('is small enough, has its sources and one line for the list in %s', (locale) => {
    const pages = Array.from({ length: Math.ceil(knowledge.routines.length / 25) }, (_, page) =>
      search.handle({ text: '', skip: page * 25, count: 25 }, turnOf(undefined, locale)),
    );
    const hits = pages.flatMap((page) => (page.kind === 'hits' ? page.hits : []));
    expect(hits).toHaveLength(knowledge.routines.length);
    for (const hit of hits) {
      const card = cards.bind(hit.card, locale);
      expect(Buffer.byteLength(JSON.stringify(card)), hit.title).toBeLessThan(MAX_CARD_BYTES / 2);
      expect(visibleText(card), hit.title).toMatch(/\[1\] .+, \d{4}, /);
      expect(hit.line, hit.title).toMatch(/^[^*[\]]{8,112}$/);
    }
    const largest = Math.max(...pages.map((page) => Buffer.byteLength(JSON.stringify(page))));
    expect(largest).toBeLessThan(100_000);
  });
});

describe('what HR published', async () => {
  const HA = KARIN.organisation;
  const published = {
    ...{ organisation: HA, id: '1-a', version: 1, phase: 'avsluta' as const, questions: ['Var lämnar jag nycklarna?'] },
    ...{ title: 'Nycklar och passerkort', text: 'Lämna dem i **receptionen**.', publishedAt: new Date('2026-11-02') },
  };
  const index = createShelfIndexer(knowledge);
  const find = (shelf: RoutineShelf) =>
    findRoutine(() => knowledge, { shelf: (organisation) => (organisation === HA ? shelf : undefined) });
  const shelf = await index([
    published,
    { ...published, id: '2-b', title: 'Nycklar till skåpen', department: 'Förskola' },
  ]);
  const titlesFor = (text: string, turn: Turn) => {
    const page = find(shelf).handle({ text, skip: 0, count: 25 }, turn);
    return page.kind === 'hits' ? page.hits.map(({ title }) => title) : [];
  };

  it('is found by its own people, that of the own department first, and by nobody else', () => {
    const [inside, elsewhere] = [turnOf('Förskola'), turnOf('Äldreomsorg')];
    expect(titlesFor('nycklar', inside).slice(0, 2)).toEqual(['Nycklar till skåpen', 'Nycklar och passerkort']);
    expect(titlesFor('nycklar', elsewhere)[0]).toBe('Nycklar och passerkort');
    const other = { kind: 'person' as const, id: 'y', person: { ...KARIN, organisation: 'Södermalm' } };
    for (const turn of [{ ...elsewhere, asker: other }, turnOf(undefined)])
      expect(titlesFor('nycklar', turn).filter((title) => title.startsWith('Nycklar'))).toEqual([]);
    expect(titlesFor('', inside)[0]).toBe('Nycklar till skåpen');
    // What the documents hold is found as before.
    expect(titlesFor('avslutssamtal', inside)).toContain('Avslutssamtal i förskolan: med vem och varför');
  });

  it('is pasted with whose answer it is and of which day, and is not kept for people of other organisations', () => {
    const page = find(shelf).handle({ text: 'nycklar och passerkort', skip: 0, count: 1 }, turnOf('Äldreomsorg'));
    const [hit] = page.kind === 'hits' ? page.hits : [];
    expect(hit).toMatchObject({ subtitle: `Avsluta · ${HA}`, line: 'Lämna dem i receptionen.' });
    expect(hit!.card.isShared).toBe(false);
    const text = visibleText(cards.bind(hit!.card, 'sv'));
    expect(text).toContain(`[1] Svar från HR, ${HA}, 2026-11-02`);
    expect(text).not.toContain('avsnittet');
  });
});

describe('firstLine', () => {
  it.each([
    ['- **Alla** erbjuds det [2], också du. [1]\n- Mer', 'Alla erbjuds det, också du.'],
    ['\n1. Ring. [1]\n2. Skriv.', 'Ring.'],
    [`${'ord '.repeat(40)}slut`, `${'ord '.repeat(27)}…`],
    ['', ''],
  ])('of %j is %j', (markdown, line) => {
    expect(firstLine(markdown)).toBe(line);
  });
});
