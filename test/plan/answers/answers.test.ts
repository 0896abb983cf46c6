import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Answer, type AskContext, type Question, withSources } from '../../../src/ask/index.js';
import type { Person } from '../../../src/people/index.js';
import { createPlanAnswers } from '../../../src/plan/index.js';
import { openPlans, openRounds, openStorage, type Storage } from '../../../src/storage/index.js';
import {
  AMIR,
  answerAs,
  demoRound,
  directory,
  KARIN,
  knowledge,
  plain,
  MILAN,
  NOW,
  ORGANISATION,
  PETER,
  SARA,
  storePlans,
  storeRound,
  TOMAS,
  words,
} from './demo.js';

const T1 = demoRound();
const BEFORE = demoRound({
  ...{ id: 'r3', title: 'VB 2025', period: 'VB', year: 2025, state: 'closed' },
  ...{ plans: ['2026-forskola'], createdAt: new Date('2026-01-20T08:00:00Z') },
});

let storage: Storage;
let ask: ReturnType<typeof withSources>;

async function open(prefix: string): Promise<Storage> {
  const opened = openStorage(
    { kind: 'connection-string', connectionString: inject('azurite') },
    `${prefix}${inject('run')}`,
  );
  await opened.prepare();
  return opened;
}

function engineOver(over: Storage): ReturnType<typeof withSources> {
  const plan = createPlanAnswers({ words, knowledge, directory, rounds: openRounds(over), plans: openPlans(over) });
  return withSources(plain, [plan]);
}

beforeAll(async () => {
  storage = await open('plananswers');
  const rounds = openRounds(storage);
  await storePlans(openPlans(storage));
  for (const round of [T1, BEFORE]) await storeRound(rounds, round);
  const say = (person: Person, about: string, response: Parameters<typeof answerAs>[2]) =>
    answerAs(rounds, { round: T1, person, about }, response);
  await say(KARIN, 'VFU och APL', { status: 'klar', comment: 'Två handledare är utbildade.' });
  await say(KARIN, 'karriärvägar', { status: 'försenad', reason: '', newDue: '2026-09-30', comment: 'Väntar på *HR*' });
  await say(KARIN, 'rehabilitering', { status: 'pågår', comment: 'Utbildning bokad till hösten.' });
  await say(MILAN, 'rehabilitering', { status: 'avvikelse', reason: 'Kursen ställdes in.' });
  await say(MILAN, 'Silviadiplomera', { status: 'försenad', newDue: '2027-03-31' });
  await answerAs(rounds, { round: BEFORE, person: KARIN, about: 'VFU och APL' }, { status: 'pågår' });
  ask = engineOver(storage);
}, 60_000);

async function converse(person: Person, turns: readonly string[], about: Partial<Question> = {}): Promise<Answer[]> {
  let context: AskContext = {};
  const answers: Answer[] = [];
  for (const question of turns) {
    const { organisation, department } = person;
    const asker = { organisation, department };
    const result = await ask({ question, person, asker, context, now: NOW, locale: 'sv', ...about });
    answers.push(result.answer);
    context = result.context;
  }
  return answers;
}

/** All that the answer says, with ordinary spaces. */
function read({ title, text, rows = [], assumptions }: Answer): string {
  return [title, text, ...rows.map((row) => `- ${row.title}: ${row.details}`), ...assumptions]
    .join('\n')
    .replaceAll('\u00a0', ' ');
}
const told = async (person: Person, ...turns: string[]) => read((await converse(person, turns)).at(-1)!);

describe('HR is told of the whole organisation', () => {
  it('how a department is doing, with a chart, its share, the round and its deadline', async () => {
    const [answer] = await converse(AMIR, ['Hur går det för aktiviteterna i förskolan?']);
    expect(answer).toMatchObject({ kind: 'plan', locale: 'sv', title: 'Så går det: Förskola' });
    expect(read(answer!)).toContain('**1 av 65 aktiviteter** är klar (2 %).');
    expect(read(answer!)).toContain('3 av 65 har fått svar (5 %).');
    expect(answer!.assumptions).toEqual(['T1 2026 · öppen, svar senast 15 maj 2026']);
    expect(answer!.chart!.bars.map(({ label, display }) => `${label} ${display}`)).toEqual([
      'pågår 1',
      'klar 1',
      'försenad 1',
      'inget svar än 62',
    ]);
  });

  it('which are delayed, with words, new date, name, function and day', async () => {
    const text = await told(AMIR, 'vilka är försenade?');
    expect(text).toContain('är försenade');
    expect(text).toContain(
      'Skapa karriärvägar och sätt att utvecklas för förskolans medarbetare: Förskolorna Solberga · försenad · ' +
        'nytt måldatum 30 september 2026 · ”Väntar på *HR*” · Karin Lindqvist, Enhetschef, 11 maj 2026',
    );
    expect(text).toContain('Silviadiplomera fyra biståndshandläggare: Hemtjänst Hägersten · försenad');
  });

  it('what a department answered about something, from the plan of the whole organisation too', async () => {
    const text = await told(AMIR, 'vad svarade äldreomsorgen om rehab?');
    expect(text).toContain('1 av 2 aktiviteter om det har fått svar.');
    expect(text).toContain('avvikelse · ”Kursen ställdes in.” · Milan Petronijević, Enhetschef, 11 maj 2026');
    expect(text).not.toContain('Utbildning bokad');
  });

  it.each([
    [
      'hur många aktiviteter är klara?',
      '**1 av 338 aktiviteter** är klar (under 1 %).\n\nRäknat per enhet som svarar: 159 aktiviteter hos 16 enheter.',
    ],
    ['vilka avvikelser finns i T1?', 'Hemtjänst Hägersten · avvikelse · ”Kursen ställdes in.”'],
    ['vilka avvikelser finns i T2?', 'Den uppföljningen har jag inte. Den senaste jag har är T1 2026 (15 maj 2026).'],
    [
      'vem har inte svarat i förskolan?',
      '- Förskolorna Fruängen, Förskola: 11 av 11 obesvarade · Elin Vätterborg, Rektor',
    ],
    ['Hur gick det i förra uppföljningen?', 'VB 2025 · stängd · hela organisationen'],
    ['Vilka aktiviteter inom behålla är klara?', 'Ha personer som handleder VFU och APL'],
    [
      'Hur går det för aktiviteterna jämfört med förra uppföljningen?',
      '- Klar: 1 av 62 (2 %), förra gången 0 av 62 (0 %)',
    ],
    ['vad svarade äldreomsorgen om introduktion?', 'Ingen har svarat än om det'],
    ['vad svarade äldreomsorgen om rymdfart?', 'Jag hittar ingen aktivitet om det'],
  ])('%s -> %s', async (question, said) => {
    expect(await told(AMIR, question)).toContain(said);
  });

  it('in English when asked in English', async () => {
    const [answer] = await converse(AMIR, ['Which activities are delayed?']);
    expect(answer!.locale).toBe('en');
    expect(read(answer!)).toContain('delayed · new target date 30 September 2026');
    expect(answer!.suggestions.map(({ title }) => title)).toContain('How is it going?');
  });

  it('over five turns, and leaves the plan when the question does', async () => {
    const answers = await converse(AMIR, [
      'Hur går det för aktiviteterna i förskolan?',
      'och för hemtjänsten?',
      'vilka är försenade?',
      'och i Solberga?',
      'Hur hög är sjukfrånvaron i förskolan?',
      'och för äldreomsorgen?',
    ]);
    expect(answers.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      'plan Så går det: Förskola',
      'plan Så går det: Hemtjänst Hägersten',
      'plan Aktiviteter: Hemtjänst Hägersten',
      'plan Aktiviteter: Förskolorna Solberga',
      expect.stringMatching(/^statistic /),
      expect.stringMatching(/^statistic /),
    ]);
    expect(read(answers[3]!)).toContain('**1 av 12 aktiviteter** är försenad (8 %).');
  });
});

describe('what the plan says', () => {
  it('is told to everybody of the organisation: target date, function, plan', async () => {
    const text = await told(SARA, 'När ska silviadiplomeringen vara klar?');
    expect(text).toContain(
      'Silviadiplomera fyra biståndshandläggare: klart senast 31 december 2026 · ansvarig: Enhetschef · Utveckla · Kompetensförsörjningsplan 2026, Äldreomsorg',
    );
    expect(text).not.toContain('mars 2027');
    expect(await told(SARA, 'vad står i planen om introduktion?')).toContain('introduktion');
  });

  it('says that the date was moved to those who may see the answer', async () => {
    expect(await told(AMIR, 'När ska silviadiplomeringen vara klar?')).toContain('flyttat till 31 mars 2027');
    expect(await told(MILAN, 'När ska silviadiplomeringen vara klar?')).toContain('flyttat till 31 mars 2027');
    expect(await told(KARIN, 'När ska silviadiplomeringen vara klar?')).not.toContain('2027');
  });

  it('leaves a question to the engine when the plan has nothing of it', async () => {
    const [answer] = await converse(SARA, ['När ska månresan vara klar?']);
    expect(answer!.kind).not.toBe('plan');
  });
});

describe('a manager is told of the own line', () => {
  it('down to the end: the head of all preschools sees Solberga, by function and not by name', async () => {
    const text = await told(TOMAS, 'vilka är försenade?');
    expect(text).toContain('Förskolorna Solberga · försenad');
    expect(text).toContain('Enhetschef, 11 maj 2026');
    expect(text).not.toContain('Karin');
    expect(text).not.toContain('Silviadiplomera');
    expect(text).toContain('T1 2026 · öppen, svar senast 15 maj 2026 · din linje och det du själv är tillfrågad om');
  });

  it('and the own answers as "du"', async () => {
    expect(await told(KARIN, 'vilka är försenade?')).toContain('du, Enhetschef, 11 maj 2026');
  });

  it.each([
    ['vad svarade äldreomsorgen om rehab?'],
    ['Hur går det för aktiviteterna i äldreomsorgen?'],
    ['vem har inte svarat i hemtjänsten?'],
    ['Vad svarade IFO om introduktion?'],
  ])('and not of others: %s', async (question) => {
    const text = await told(KARIN, question);
    expect(text).toContain('Det får du inte se.');
    expect(text).not.toMatch(/\d+ av \d+/);
  });

  it('what is left to answer, in the order of the plan', async () => {
    const text = await told(KARIN, 'vad är kvar för mig att svara på?');
    expect(text).toContain('Du har **9 av 12** kvar att svara på, senast 15 maj 2026.');
    expect(text).toContain('Och 3 till');
  });
});

describe('whoever is no manager', () => {
  it('is told that the answers are not theirs to see, whatever was answered', async () => {
    for (const question of [
      'vilka är försenade?',
      'vad svarade äldreomsorgen om rehab?',
      'hur många aktiviteter är klara?',
    ])
      expect(await told(SARA, question)).toContain('Det får du inte se.');
  });

  it('and that nothing is asked of them', async () => {
    expect(await told(SARA, 'vad är kvar för mig att svara på?')).toContain('Inget av det du får se hör dit');
  });
});

describe('another board', () => {
  it('sees nothing of it: it has no round of its own yet', async () => {
    expect(await told(PETER, 'vilka är försenade?')).toContain('Ingen uppföljning av planen har startat än');
    const [plan] = await converse(PETER, ['När ska silviadiplomeringen vara klar?']);
    expect(plan!.kind).not.toBe('plan');
  });
});

describe('where others read along', () => {
  it('only what the plan says is told', async () => {
    const [denied] = await converse(AMIR, ['vilka är försenade?'], { isOverheard: true });
    expect(read(denied!)).toContain('bara om i din egen chatt');
    const [plan] = await converse(AMIR, ['När ska silviadiplomeringen vara klar?'], { isOverheard: true });
    expect(read(plan!)).toContain('31 december 2026');
    expect(read(plan!)).not.toContain('2027');
  });
});

describe('an answer', () => {
  it('offers next questions that get an answer of the plan', async () => {
    const seen = new Set<string>();
    for (const question of [
      'vilka är försenade?',
      'Which activities are done?',
      'Hur går det för aktiviteterna i förskolan?',
    ]) {
      const [answer] = await converse(AMIR, [question]);
      for (const next of answer!.suggestions) seen.add(next.question);
    }
    expect(seen.size).toBeGreaterThan(6);
    for (const question of seen) {
      const [answer] = await converse(AMIR, [question]);
      expect([question, answer!.kind]).toEqual([question, 'plan']);
    }
  });

  it('remembers nothing that somebody typed and the plan does not have', async () => {
    const { context } = await ask({
      ...{ question: 'vad svarade äldreomsorgen om Kalles rehab?', person: AMIR, context: {}, now: NOW },
    });
    expect(JSON.stringify(context)).not.toMatch(/kalle/i);
    const { context: found } = await ask({
      ...{ question: 'vad svarade äldreomsorgen om rehab?', person: AMIR, context: {}, now: NOW },
    });
    expect(found.source!.about).toMatchObject({ topic: ['rehabilitering'], places: [{ department: 'Äldreomsorg' }] });
  });

  it('shows no more than eight lines of things and stays a card of a few KB', async () => {
    for (const question of [
      'Vilka aktiviteter är inte klara?',
      'vem har inte svarat?',
      'Vilka aktiviteter har vi om utbildning?',
    ]) {
      const [answer] = await converse(AMIR, [question]);
      expect(answer!.rows!.length + answer!.text.split('\n\n').length).toBeLessThanOrEqual(9);
      expect(JSON.stringify(answer).length).toBeLessThan(10_000);
    }
  });
});

it('says that nobody has a plan or a round where there is none', async () => {
  const empty = engineOver(await open('planempty'));
  const { answer } = await empty({ question: 'hur många aktiviteter är klara?', person: KARIN, context: {}, now: NOW });
  expect([answer.kind, answer.title]).toEqual(['plan', 'Det har jag inte']);
  expect(ORGANISATION).toBe(KARIN.organisation);
});
