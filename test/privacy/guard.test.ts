import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadKnowledge, loadSensitiveWords } from '../../src/knowledge/index.js';
import { createGuard, judge, verdictText } from '../../src/privacy/index.js';

const guard = createGuard(loadSensitiveWords('knowledge'));
const wordsIn = (text: string) => guard(text).warnings.map(({ text: word }) => word);
const NAMES = ['Karin Lindqvist', 'Eva-Lotta Kvarnsund', 'Bo Ek', 'Linnea Ödegren'];
const namesIn = (text: string) => guard(text, { names: NAMES }).names.map(({ text: name }) => name);

describe('the guard of free texts', () => {
  it.each([
    ['Jag är sjukskriven sedan i maj.', ['sjukskriven']],
    ['Hon blev DEPRIMERAD och har fått en Diagnos', ['DEPRIMERAD', 'Diagnos']],
    ['Han är fackmedlemmen som är medlem i facket', ['fackmedlemmen', 'medlem i facket']],
    ['Får muslimska medarbetare ledigt under ramadan?', ['muslimska', 'ramadan']],
    ['Vår nya kollega är dömd för stöld och polisanmäldes.', ['dömd', 'stöld', 'polisanmäldes']],
    ['Hon har skyddad identitet', ['skyddad identitet']],
    ['He is on sick leave and was diagnosed with cancer', ['on sick leave', 'diagnosed', 'cancer']],
    ['Jag är gravid och mår dåligt', ['gravid', 'mår dåligt']],
    // Written in parts by some keyboards.
    ['min ångest'.normalize('NFD'), ['ångest'.normalize('NFD')]],
  ])('asks about %j', (text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });

  it.each([
    'Hur hög är sjukfrånvaron i förskolan?',
    'Hur fungerar facklig samverkan och fackliga företrädare?',
    'Var finns rutinen för hot och våld?',
    'Får jag ta ut flextid sista veckan?',
    'Vem i facket kontaktar jag?',
    'Vi har en kommundirektör på Kommunal avdelning.',
    'Samma sak gäller i rummet.',
    'Kristallkronan i Romans rum: same old.',
  ])('leaves %j alone', (text) => {
    expect(wordsIn(text)).toEqual([]);
  });

  it('says where a number or word stands, and what the word may tell', () => {
    const text = 'Gäller 850709-9805, som är gravid.';
    const { blocked, warnings } = guard(text);
    expect(blocked).toMatchObject([{ text: '850709-9805', start: 7, end: 18, kind: 'personnummer' }]);
    expect(warnings).toEqual([
      { text: 'gravid', kind: 'health', label: { sv: 'hälsa', en: 'health' }, start: 27, end: 33 },
    ]);
    expect(guard('19850769-9802').blocked).toMatchObject([{ kind: 'samordningsnummer' }]);
  });

  it('asks about few of the routines, which tell of nobody: 2 % at most, of their questions 1 %', () => {
    const { routines } = loadKnowledge('knowledge', new Date('2026-03-01T09:00:00Z'));
    const texts = routines.map(({ title, body, bodyEn }) => [title, body, bodyEn].join('\n'));
    const questions = routines.flatMap(({ questions: sv, questionsEn }) => [...sv, ...questionsEn]);
    const share = (all: readonly string[]) => all.filter((text) => wordsIn(text).length > 0).length / all.length;
    expect(share(texts)).toBeLessThan(0.02);
    expect(share(questions)).toBeLessThan(0.01);
  });
});

describe('names of the directory', () => {
  it.each([
    ['Fråga karin lindqvist om det', ['karin lindqvist']],
    ['Karin Lindqvists chef vet.', ['Karin Lindqvists']],
    ['Skriv till Eva-Lotta på HR.', ['Eva-Lotta']],
    ['Det är Kvarnsunds uppgift.', ['Kvarnsunds']],
    ['Be Linnea eller Karin.', ['Linnea', 'Karin']],
  ])('are found in %j', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it.each(['Linnea är en blomma.', 'Kontakta HR eller din chef.', 'Bo kvar hemma.', 'Prata med facket. Karin-gruppen'])(
    'are not found in %j',
    (text) => {
      expect(namesIn(text)).toEqual([]);
    },
  );

  it('of the demo directory stand in no routine', () => {
    const names = readFileSync('src/local/demo/people.csv', 'utf8')
      .split('\n')
      .slice(1)
      .flatMap((line) => line.split(';')[1] ?? []);
    const { routines } = loadKnowledge('knowledge', new Date('2026-03-01T09:00:00Z'));
    expect(names.length).toBeGreaterThan(40);
    expect(routines.flatMap(({ body }) => guard(body, { names }).names)).toEqual([]);
  });
});

describe('the verdict', () => {
  it('stops a number whatever was shown, and asks about each word and name once', () => {
    expect(judge(guard('850709-9805'), '850709-9805').kind).toBe('blocked');
    const first = judge(guard('Karin är gravid, fråga Karin', { names: NAMES }));
    expect(first).toMatchObject({ kind: 'ask', words: ['gravid'], names: ['Karin'] });
    const shown = first.kind === 'ask' ? first.shown : '';
    expect(judge(guard('Jag är gravid'), shown)).toEqual({ kind: 'free' });
    expect(judge(guard('Jag är gravid och deprimerad'), shown)).toMatchObject({ kind: 'ask' });
    expect(judge(guard('Vem bokar mötet?'))).toEqual({ kind: 'free' });
  });

  it('is told in both languages, and a free text is told nothing', () => {
    const verdict = judge(guard('Be Karin, som är gravid', { names: NAMES }));
    expect(verdictText(verdict, 'sv')).toContain('känsligt om någon (”gravid”) och nämner någon vid namn (”Karin”)');
    expect(verdictText(verdict, 'en')).toContain('something sensitive about somebody (”gravid”) and names somebody');
    expect(verdictText({ kind: 'free' }, 'sv')).toBeUndefined();
  });
});
