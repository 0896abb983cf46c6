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

describe('telephone numbers and e-mail addresses', () => {
  const contactsIn = (text: string) => guard(text).contacts.map(({ text: contact }) => contact);

  it.each([
    ['Ring 070-123 45 67.', ['070-123 45 67']],
    ['Ring Eva på +46 70 123 45 67 i kväll', ['+46 70 123 45 67']],
    ['Växeln: 08-508 00 000, öppet 08.00-16.30', ['08-508 00 000']],
    ['0701234567 eller 0470-123 45', ['0701234567', '0470-123 45']],
    ['Hemma 08-12 34 56 och 070-123-45-67', ['08-12 34 56', '070-123-45-67']],
    ['+46 (0)70-123 45 67', ['+46 (0)70-123 45 67']],
    ['0046701234567; i Finland +358 40 123 4567', ['0046701234567', '+358 40 123 4567']],
    ['070-123 45 67/076-123 45 67', ['070-123 45 67', '076-123 45 67']],
    ['070 – 123\u00a045\u00a067', ['070 – 123\u00a045\u00a067']],
    ['Skriv till eva.öberg@exempel.se, eller ring 031-123 45 67.', ['eva.öberg@exempel.se', '031-123 45 67']],
    ['E-mail: Eva_L+hr@mail.example.org.', ['Eva_L+hr@mail.example.org']],
  ])('are found in %j', (text, contacts) => {
    expect(contactsIn(text)).toEqual(contacts);
  });

  it.each([
    'Sista dagen är 2026-03-01, inte 01-03-2026 eller 08-03-2026 kl. 08.30.',
    'Öppet 08-16 30 minuter, 08.00–16.30, 2026-03-01 08-12',
    'Perioden 2026-01-01–2026-05-31 och 02/03 2026',
    'Det kostar 1 070 123 456 kr, 45 000 000 kronor eller 0,75 %; ökning +10 000 000 000 kr',
    'Rum 0312, sal 08-123, plan 03 12, rum B 0415',
    'Dnr 2025/1234-3.2, HÄ 2025/012345, 1.2.1-012-345/2016 och 031-12345/2016',
    'Bankgiro 123-4567, organisationsnummer 212000-0142, postnummer 120 30',
    'Kostnadsställe 123 0701 12, konto 5010, AVS-09, se @HR och 3 @ 20 kr',
    'Skriv i Teams: @eva, eller till HR.',
  ])('are not found in %j', (text) => {
    expect(contactsIn(text)).toEqual([]);
  });

  it('of an identity number are none: it is stopped', () => {
    expect(judge(guard('Gäller 850709-9805')).kind).toBe('blocked');
    expect(contactsIn('Gäller 850709-9805, 010101-1234')).toEqual([]);
  });

  it('are asked about once, each, and then stay', () => {
    const first = judge(guard('Ring 070-123 45 67'));
    expect(first).toMatchObject({ kind: 'ask', words: [], names: [], contacts: ['070-123 45 67'] });
    const shown = first.kind === 'ask' ? first.shown : '';
    expect(judge(guard('Ring 070-123 45 67 i dag'), shown)).toEqual({ kind: 'free' });
    expect(judge(guard('Ring 070-123 45 67 eller skriv till a@b.se'), shown)).toMatchObject({ kind: 'ask' });
    expect(verdictText(first, 'sv')).toContain('innehåller ett telefonnummer eller en e-postadress: ”070-123 45 67”');
    expect(verdictText(first, 'en')).toContain('holds a telephone number or an e-mail address: ”070-123 45 67”');
  });

  it('are told beside words and names', () => {
    const verdict = judge(guard('Be Karin, gravid, ringa 070-123 45 67', { names: NAMES }));
    expect(verdictText(verdict, 'sv')).toContain(
      'Den kan säga något känsligt om någon (”gravid”), nämner någon vid namn (”Karin”) och innehåller ett telefonnummer eller en e-postadress (”070-123 45 67”).',
    );
    expect(verdictText(verdict, 'en')).toContain('names somebody (”Karin”) and holds a telephone number');
  });

  it('stand in no routine', () => {
    const { routines } = loadKnowledge('knowledge', new Date('2026-03-01T09:00:00Z'));
    const hits = routines.flatMap(({ title, body, bodyEn }) => contactsIn([title, body, bodyEn].join('\n')));
    expect(hits).toEqual([]);
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
