import { beforeEach, describe, expect, it } from 'vitest';
import { createSubjects } from '../../src/ask/index.js';
import { REPORT_USAGE, runReportCommand } from '../../src/cli/report-command.js';
import type { FeedbackStores } from '../../src/feedback/index.js';
import type { QuestionStore } from '../../src/questions/index.js';
import { openFeedback, openQuestions, openStorage } from '../../src/storage/index.js';
import { knowledge } from '../ask/engine.js';
import { somePerson } from '../people/some-people.js';

const now = new Date('2026-03-02T08:00:00Z');
const sara = somePerson(1, { name: 'Sara Ekman', organisation: 'Älvsjö', department: 'Förskola' });
const routine = knowledge.routines[0]!;
let stores: FeedbackStores;
let questions: QuestionStore;
let opened: number;

async function report(...args: string[]) {
  const [out, errors]: [string[], string[]] = [[], []];
  const code = await runReportCommand(args, {
    now,
    open: async () => {
      opened += 1;
      return {
        stores,
        questions,
        people: {
          async *list() {
            yield sara;
          },
        },
        subjects: createSubjects(() => knowledge),
      };
    },
    print: (line) => void out.push(line),
    complain: (line) => void errors.push(line),
  });
  return { code, out: out.join('\n'), errors: errors.join('\n') };
}

beforeEach(async () => {
  opened = 0;
  const storage = openStorage({ kind: 'memory' });
  stores = openFeedback(storage);
  questions = openQuestions(storage);
  const about = { organisation: 'Älvsjö', day: '2026-03-01', run: 'r1' };
  await stores.counts.save([
    { ...about, kind: 'statistic', subject: 'measure:sjukfranvaro', count: 6 },
    { ...about, kind: 'unknown', subject: 'not-understood', count: 2 },
  ]);
  const rated = { organisation: 'Älvsjö', subject: `routine:${routine.id}`, day: '2026-03-01' };
  await stores.ratings.save({ ...rated, answer: 'a1', rating: 'down', reason: 'Det stod\ninte vem' });
  await stores.ratings.save({ ...rated, answer: 'a2', rating: 'up' });
  for (const [form, personId, question] of [
    ['f1', sara.id, 'Får jag ta ut flextid?'],
    ['f2', 'gone', 'Var lämnar jag\nnycklarna?'],
  ] as const)
    await questions.add({ organisation: 'Älvsjö', openedAt: now, form, personId, question, sentAt: now });
  const { question } = await questions.add({
    ...{ organisation: 'Älvsjö', openedAt: now, form: 'f3', personId: sara.id, question: 'Vem fyller i blanketten?' },
    sentAt: now,
  });
  await questions.handle(question, { state: 'answered', by: sara.id, at: now, text: 'Din\nchef.' }, undefined);
});

describe('report -- questions', () => {
  it('shows share, most asked, worst rated and what was sent', async () => {
    expect(await report('questions')).toEqual({
      code: 0,
      errors: '',
      out: [
        'Frågor 2025-12-03 – 2026-03-02, alla organisationer',
        'Besvarade frågor: 8',
        'Andel utan svar: 25\u00a0% (2 utan svar, 0 med motfråga)',
        '',
        'Mest frågat',
        '  6  Sjukfrånvaro',
        '',
        'Minst hjälp av (nej/ja)',
        `  1/1  ${routine.title}`,
        '         ”Det stod inte vem”',
        '',
        'Väntar på HR, nyast först',
        '  2026-03-02  någon som har lämnat katalogen (Älvsjö)',
        '         ”Var lämnar jag nycklarna?”',
        '         ingen har tagit den',
        '  2026-03-02  Sara Ekman, Förskola (Älvsjö)',
        '         ”Får jag ta ut flextid?”',
        '         ingen har tagit den',
        '',
        'Besvarade eller stängda av HR, nyast först',
        '  2026-03-02  Sara Ekman, Förskola (Älvsjö)',
        '         ”Vem fyller i blanketten?”',
        '         besvarad av Sara Ekman 2026-03-02: ”Din chef.”',
      ].join('\n'),
    });
  });

  it('prints the same as JSON', async () => {
    const { code, out } = await report('questions', '--json', '--organisation', 'Älvsjö');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      organisation: 'Älvsjö',
      from: '2025-12-03',
      to: '2026-03-02',
      asked: 8,
      byKind: { statistic: 6, unknown: 2 },
      notUnderstoodShare: 0.25,
      mostAsked: [{ subject: 'measure:sjukfranvaro', title: 'Sjukfrånvaro', count: 6 }],
      worstRated: [
        { subject: `routine:${routine.id}`, title: routine.title, up: 1, down: 1, reasons: ['Det stod\ninte vem'] },
      ],
      sent: expect.arrayContaining([
        {
          day: '2026-03-02',
          organisation: 'Älvsjö',
          name: 'Sara Ekman',
          department: 'Förskola',
          question: 'Får jag ta ut flextid?',
          state: 'sent',
        },
        { day: '2026-03-02', organisation: 'Älvsjö', question: 'Var lämnar jag\nnycklarna?', state: 'sent' },
        expect.objectContaining({ state: 'answered', by: 'Sara Ekman', handled: '2026-03-02', answer: 'Din\nchef.' }),
      ]) as unknown,
    });
  });

  it('keeps to the days asked for', async () => {
    const { out } = await report('questions', '--from', '2026-03-02', '--to', '2026-03-02');
    expect(out).toContain('Frågor 2026-03-02 – 2026-03-02');
    expect(out).toContain('Besvarade frågor: 0\nAndel utan svar: – ');
    expect(out).toContain('Mest frågat\n  –\n');
    expect(out).toContain('Får jag ta ut flextid?');
    expect((await report('questions', '--to', '2026-03-01')).out).not.toContain('flextid');
  });

  it.each([
    [['--from', '2026-02-30'], '--from 2026-02-30: skriv ett datum som 2026-03-01'],
    [['--to', 'igår'], '--to igår: skriv ett datum'],
    [['--from', '2026-03-02', '--to', '2026-03-01'], '--from 2026-03-02 är efter --to 2026-03-01'],
    [['--form', 'x'], "Unknown option '--form'"],
    [['extra'], 'Rapporten känns inte igen'],
  ])('refuses %j with the usage, before storage is asked', async (args, message) => {
    const { code, out, errors } = await report('questions', ...args);
    expect([code, out, opened]).toEqual([2, '', 0]);
    expect(errors).toContain(message);
    expect(errors).toContain(REPORT_USAGE);
  });

  it('refuses an organisation that nobody belongs to, and names those there are', async () => {
    const { code, errors } = await report('questions', '--organisation', 'Alvsjo');
    expect(code).toBe(2);
    expect(errors).toContain('Organisationen "Alvsjo" finns inte. Det finns: okänd, Älvsjö.');
  });

  it.each([[], ['answers']])('needs the name of a report: %j', async (...args) => {
    expect(await report(...args.filter(Boolean))).toMatchObject({
      code: 2,
      errors: `Rapporten känns inte igen / unknown report.\n${REPORT_USAGE}`,
    });
  });
});
