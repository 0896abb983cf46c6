import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Answer, type AskContext, type Question, withSources } from '../../../src/ask/index.js';
import type { Person } from '../../../src/people/index.js';
import { openExitCases, openStorage, type Storage } from '../../../src/storage/index.js';
import {
  AMIR,
  ELIN,
  exitAnswersOver,
  KARIN,
  plain,
  MAJA,
  MAJAS,
  NOW,
  PETER,
  SARA,
  SARAS,
  storeCases,
  TOMAS,
} from './demo.js';

let storage: Storage;
let ask: ReturnType<typeof withSources>;

beforeAll(async () => {
  storage = openStorage(
    { kind: 'connection-string', connectionString: inject('azurite') },
    `exitanswers${inject('run')}`,
  );
  await storage.prepare();
  const draft = { ...SARAS, id: 'case-draft', employee: TOMAS.id, manager: ELIN.id, status: 'draft' as const };
  const other = { ...SARAS, id: 'case-north', organisation: PETER.organisation, employee: PETER.id, manager: PETER.id };
  await storeCases(storage, [SARAS, MAJAS, draft, other]);
  ask = withSources(plain, [exitAnswersOver(storage)]);
}, 60_000);

async function converse(person: Person, turns: readonly string[], about: Partial<Question> = {}): Promise<Answer[]> {
  let context: AskContext = {};
  const answers: Answer[] = [];
  for (const question of turns) {
    const asker = { organisation: person.organisation, department: person.department };
    const result = await ask({ question, person, asker, context, now: NOW, locale: 'sv', ...about });
    answers.push(result.answer);
    context = result.context;
  }
  return answers;
}

/** All that the last answer says, with ordinary spaces. */
async function read(person: Person, ...turns: string[]): Promise<string> {
  const { kind, title, text, rows = [], assumptions } = (await converse(person, turns)).at(-1)!;
  return [kind, title, text, ...rows.map((row) => `- ${row.title}: ${row.details}`), ...assumptions]
    .join('\n')
    .replaceAll('\u00a0', ' ');
}

const isGeneral = async (person: Person, question: string, about: Partial<Question> = {}) => {
  const asker = { organisation: person.organisation, department: person.department };
  const general = plain({ question, person, asker, context: {}, now: NOW, locale: 'sv' });
  expect((await converse(person, [question], about))[0]).toEqual(general.answer);
};

describe('a leaver asks', () => {
  it('what is left on the own list: with days, whose and how it stands', async () => {
    const text = await read(SARA, 'Vad är kvar på min checklista?');
    expect(text).toContain('exit\nKvar att göra\n**9 av 11 punkter** är kvar, varav 3 försenade.');
    expect(text).toContain(
      '- Stäm av semester, flextid, komp och eventuell skuld: senast 16 oktober 2026 · ! försenat · chefen Karin Lindqvist: inte avbockat · du: inte avbockat',
    );
    expect(text).not.toContain('Kom överens om hur och när gruppen får veta');
    expect(text).toContain('Sara Ekman · läget 13 november 2026 kl. 10:30');
  });

  it.each([
    ['När ska datorn lämnas tillbaka?', '**Senast 27 november 2026.**'],
    ['nr ska jag lämna in min dator', 'Lämna tillbaka dator'],
    [
      'När är min sista dag?',
      'Sista arbetsdagen är **27 november 2026** och sista anställningsdagen **30 november 2026**.',
    ],
    ['när slutar jag?', 'Sista arbetsdagen är **27 november 2026**'],
    ['Vem beställer avslut av behörigheter?', 'Det gör **chefen**. **Senast 28 oktober 2026.** Det är försenat.'],
    ['Har jag lämnat nycklarna?', '**Det är sagt olika:**'],
    ['När är mitt avslutssamtal?', 'Samtalet är bokat till 17 november 2026 kl. 14:00.'],
    ['Hur går det med min överlämning?', '1 av 2 delar i överlämningsplanen är överlämnade.'],
    ['Vad är försenat på min checklista?', '**3 punkter** är försenade i 1 avslut.'],
    ['Vad ska jag göra innan jag slutar?', '**9 av 11 punkter** är kvar'],
    ['När stängs mitt konto?', '**Senast 1 december 2026.**'],
    ['Vad har jag kvar att göra?', '**9 av 11 punkter** är kvar'],
    ['Vad händer med min mejl när jag slutar?', 'radera e-postkontot'],
    ['What is left on my checklist?', '**9 of 11 items** left, 3 of them overdue.'],
    ['When should I return my laptop?', '**By 27 November 2026.**'],
    ['When is my last day?', 'The last working day is **27 November 2026**'],
  ])('%s', async (question, answer) => expect(await read(SARA, question)).toContain(answer));

  // Found by what the items say themselves: no phrase of any of these is listed for them.
  it.each([
    ['Vad ska jag lämna tillbaka?', ['**2 punkter** på listan', 'dator, telefon', 'nycklar, passerkort']],
    ['Vilka saker ska jag lämna in?', ['dator, telefon', 'nycklar, passerkort']],
    ['Vad ska jag återlämna innan jag slutar?', ['dator, telefon', 'nycklar, passerkort']],
    ['när ska jag lämna tillbaka allt?', ['**Senast 27 november 2026.**', 'nycklar, passerkort']],
    ['Måste jag logga ut?', ['Ta bort privat material']],
    ['Måste jag lämna tillbaka något?', ['dator, telefon', 'nycklar, passerkort']],
    ['What should I return?', ['**2 items** of the list', 'computer', 'keys']],
    ['What do I have to hand in?', ['computer', 'keys']],
    // And by a matter that is named.
    ['När ska jag lämna passerkortet?', ['**Senast 27 november 2026.**']],
    ['Måste jag lämna telefonen?', ['**Nej, inte än.**', 'dator, telefon']],
    ['Do I have to return the phone?', ['**No, not yet.**']],
  ])('%s', async (question, answers) => {
    const text = await read(SARA, question);
    for (const answer of answers) expect(text).toContain(answer);
    expect(text).not.toContain('intyg');
  });

  it('and is left to the engine where no item says so, or it is another’s part', async () => {
    for (const question of ['Vad ska jag lämna över till ledningen?', 'Vad ska jag beställa?', 'Vad ska jag göra?'])
      await isGeneral(SARA, question);
    await isGeneral(KARIN, 'Vad ska jag lämna tillbaka?');
  });

  it('and goes on: another thing, who, another question', async () => {
    expect(await read(SARA, 'När ska datorn lämnas tillbaka?', 'och nycklarna?')).toContain('nycklar, passerkort');
    expect(await read(SARA, 'När ska datorn lämnas tillbaka?', 'vem gör det?')).toContain('Det gör **du och chefen**.');
    expect(await read(SARA, 'När är min sista dag?', 'vad är kvar?')).toContain('**9 av 11 punkter** är kvar');
    expect(await read(SARA, 'När är min sista dag?', 'Hur hög är sjukfrånvaron i förskolan?')).toContain('9,8 %');
  });

  it('and sees what changed since the last question', async () => {
    const own = { ...SARAS, id: 'case-tomas', employee: TOMAS.id, manager: KARIN.id };
    const store = openExitCases(storage);
    await store.create(own);
    expect(await read(TOMAS, 'När är min sista dag?')).toContain('27 november 2026');
    const stored = (await store.find(own.organisation, own.id))!;
    await store.update({ ...stored.exitCase, lastWorkingDay: '2026-12-04' }, stored.version);
    expect(await read(TOMAS, 'När är min sista dag?')).toContain('4 december 2026');
    const now = (await store.find(own.organisation, own.id))!;
    await store.update({ ...now.exitCase, status: 'withdrawn' }, now.version);
    await isGeneral(TOMAS, 'När är min sista dag?');
  });
});

describe('the manager asks', () => {
  it.each([
    ['Har Sara lämnat nycklarna?', 'Sara Ekman: ✓ klart 12 november 2026 · du: inte än'],
    ['när slutar Maja Strandhäll', '**22 december 2026**'],
    ['Vad är kvar på Saras checklista?', '**24 av 25 punkter** är kvar'],
    ['Hur går det med Sara?', '**24 av 25 punkter** är kvar'],
    ['Har jag något kvar att göra i Saras avslut?', '**24 av 25 punkter** är kvar'],
    ['Vad är försenat i mina avslut?', '**20 punkter** är försenade i 2 avslut.'],
    [
      'Vilka avslut har vi?',
      '- Maja Strandhäll, Förskolorna Solberga: sista arbetsdag 22 december 2026 · 0 av 25 klara · ! 8 försenade',
    ],
    ['Vem beställer avslut av behörigheter?', 'Det gör **du**.\n\nSå står det i 2 avslut:'],
    ['Vad ska Sara lämna tillbaka?', 'nycklar, passerkort'],
    ['Has Sara returned the keys?', '**It is said differently:**'],
  ])('%s', async (question, answer) => expect(await read(KARIN, question)).toContain(answer));

  it('and goes on to another leaver', async () => {
    expect(await read(KARIN, 'Har Sara lämnat nycklarna?', 'och Maja?')).toContain(
      '**Nej, inte än.** Det ska vara gjort senast 22 december 2026.',
    );
  });

  it('and gets nobody else’s last day for the own', async () => {
    await isGeneral(KARIN, 'När är min sista dag?');
    await isGeneral(KARIN, 'Vad ska jag göra innan jag slutar?');
    await isGeneral(KARIN, 'När ska min dator lämnas tillbaka?');
    await isGeneral(KARIN, 'Kan jag få semester?');
  });
});

describe('HR asks', () => {
  it.each([
    ['Vilka avslut har vi?', '**2 avslut** pågår.\n\nSkriv ”avslut” för hela listan.'],
    ['Vad är försenat i avsluten?', '**20 punkter** är försenade i 2 avslut.'],
    ['Har Sara Ekman lämnat nycklarna?', '**Det är sagt olika:**'],
    ['Which exits do we have?', '**2 exits** under way.'],
    ['Hur går det med avsluten?', '**2 avslut** pågår.'],
  ])('%s', async (question, answer) => expect(await read(AMIR, question)).toContain(answer));

  it('and gets no single list without a name, nor another board’s case', async () => {
    await isGeneral(AMIR, 'När ska datorn lämnas tillbaka?');
    await isGeneral(AMIR, 'När slutar Peter Hästö?');
    expect(await read(PETER, 'Har Peter lämnat nycklarna?')).toContain('exit\n');
    await isGeneral(PETER, 'Har Sara lämnat nycklarna?');
  });
});

describe('nobody else is told anything', () => {
  it.each([
    ['another manager', ELIN, 'Har Sara lämnat nycklarna?'],
    ['the manager’s manager', TOMAS, 'När slutar Sara Ekman?'],
    ['a colleague who leaves as well', MAJA, 'Har Sara lämnat nycklarna?'],
    ['somebody whose case is a draft', TOMAS, 'Vad är kvar på min checklista?'],
    ['a manager whose case is a draft', ELIN, 'Vilka avslut har vi?'],
    ['a leaver, of all exits', SARA, 'Vilka avslut har vi?'],
  ])('%s', (_who, person, question) => isGeneral(person, question));

  it('nor where others read along: what is personal is not answered, the rest in general, whether there is a case or not', async () => {
    for (const person of [SARA, KARIN, ELIN, AMIR]) {
      const [answer] = await converse(person, ['Har Sara lämnat nycklarna?'], { isOverheard: true });
      expect(answer).toMatchObject({ kind: 'exit', title: 'Inte här' });
      expect(JSON.stringify(answer)).not.toMatch(/november|Ekman/);
      await isGeneral(person, 'Vem beställer avslut av behörigheter?', { isOverheard: true });
      await isGeneral(person, 'Vilka avslut har vi?', { isOverheard: true });
    }
  });

  it('and exits in general are the routines’, also for whoever has a case', async () => {
    for (const person of [SARA, KARIN, AMIR])
      for (const question of [
        'Hur går ett avslutssamtal till?',
        'Vem håller avslutssamtalet?',
        'Vad gör vi när någon slutar?',
        'Hur många slutade 2024?',
        'Vilka rutiner har vi för avslut?',
        'Hur beställer jag behörigheter till en ny medarbetare?',
      ])
        await isGeneral(person, question);
  });
});
