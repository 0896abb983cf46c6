import { beforeAll, describe, expect, it } from 'vitest';
import { type ExitReportTools, runExitReport } from '../../src/cli/exit-report/command.js';
import { planLook } from '../../src/composition/plan-look.js';
import { collectBytes, readDocument, readTables } from '../../src/documents/index.js';
import { type Theme, type Tie } from '../../src/exit/index.js';
import { planImport } from '../../src/people/index.js';
import {
  openLearning,
  openPeople,
  openPicture,
  openPlans,
  openStorage,
  type Storage,
} from '../../src/storage/index.js';
import { INGRID, ORGANISATION } from '../bot/support/people.js';
import { LIMITS, made, released, SURVEY } from '../exit/picture/support/made-answers.js';
import { someActivity, somePlan } from '../plan/round/some-plan.js';
import { PETER } from '../questions/support/office.js';
import { auditLines } from './support/audit-lines.js';

const NOW = new Date('2027-01-04T08:30:00Z');
let storage: Storage;

beforeAll(async () => {
  storage = openStorage({ kind: 'memory' });
  await storage.prepare();
  const people = planImport({ current: [], incoming: [INGRID, PETER], removeMissing: false });
  await openPeople(storage).apply(people, { generation: undefined, now: NOW });
  const some = (count: number, reason: string, department: string) =>
    Array.from({ length: count }, () =>
      made({ main: reason, department, chosen: { Q1: [reason], Q6: ['2'], Q12: ['9'] } }),
    );
  // Counts are told of three tertials together.
  const { closed } = await released(
    [[], [], [...some(12, 'R5', 'Förskola'), ...some(8, 'R2', 'IFO'), ...some(1, 'R7', 'Stab')]],
    { invitedIn: [{}, {}, { Förskola: 15, IFO: 9, Stab: 2 }] },
  );
  for (const one of closed) await openPicture(storage).close(ORGANISATION, one);
  const activity = someActivity(1, { organisation: ORGANISATION, activity: 'Ny introduktion för alla' });
  const plan = somePlan({ organisation: ORGANISATION, title: 'Plan förskola 2026' });
  await openPlans(storage).put({ plan, activities: [activity] }, undefined);
  const theme: Theme = {
    ...{ organisation: ORGANISATION, id: 't1', name: 'Introduktion', description: 'De nya får lite tid.' },
    ...{ support: 4, texts: 12, batch: '2026-1', tertials: ['2026-1'] },
  };
  const tie: Tie = {
    ...{ organisation: ORGANISATION, kind: 'theme', subject: 't1', plan: plan.id, activity: '1', words: 'w' },
    ...{ sv: '', en: '', tertials: [] },
  };
  await openLearning(storage).putTheme(theme, undefined);
  await openLearning(storage).putTie(tie);
  await openLearning(storage).putTie({ ...tie, activity: '99', words: 'Vikariepool' });
});

const { audit, lines } = auditLines();
async function report(...args: string[]) {
  const [out, errors, files] = [[] as string[], [] as string[], new Map<string, Uint8Array>()];
  const tools: ExitReportTools = {
    now: NOW,
    open: async () => ({
      ...{ audit, people: openPeople(storage), picture: openPicture(storage), learning: openLearning(storage) },
      ...{ plans: planLook(openPlans(storage)), survey: () => SURVEY, limits: LIMITS },
      beside: async (organisation) => ({
        ...{ organisation, process: [] },
        turnover: {
          definition: '',
          figures: [{ value: '2,5 %', period: '2024', source: 'VB', section: '3', note: '' }],
        },
      }),
    }),
    writeFile: async (file, parts) => void files.set(file, await collectBytes(parts)),
    // As console.log does, which prints all that it is given.
    print: (...lines: string[]) => void out.push(...lines),
    complain: (line) => void errors.push(line),
  };
  const code = await runExitReport(args, tools);
  return { code, out: out.join('\n').replaceAll('\u00a0', ' '), errors: errors.join('\n'), files };
}
const OWN = ['--organisation', ORGANISATION];

describe('report -- exit', () => {
  it('prints the picture, what stands beside it, the themes and what is done about them', async () => {
    const { code, out } = await report(...OWN);
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe('Varför medarbetare slutar');
    expect(out.split('\n')[1]).toBe(`${ORGANISATION} · Hela förvaltningen · september–december 2026`);
    expect(out).toContain('21 av 26 (81 %)');
    expect(out).toContain('  Arbetsbelastning och bemanning: 12 av 21 (57 %)');
    expect(out).toMatch(/visas inte: .*Närmaste chef/);
    // Counts are of a year, whatever window is looked at.
    expect(out).toContain('Viktigaste skälet (januari–april 2026 till september–december 2026)');
    expect(out).toContain(`Personalomsättning i ${ORGANISATION} 2024: 2,5 %.`);
    expect(out).toContain('Introduktion (Tema ur fritext, januari–april 2026: 4 av 12 texter)');
    expect(out).toContain('Kopplad till: Ny introduktion för alla (Plan förskola 2026)');
    expect(out).toContain('Tappad koppling, planen har inte längre aktiviteten: Vikariepool');
    expect(out).not.toContain('Varför visas inga siffror?');
  });

  it('says of an organisation without figures why there are none, and when there can be', async () => {
    const { code, out } = await report('--organisation', PETER.organisation);
    expect(code).toBe(0);
    expect(out).toContain('Varför visas inga siffror?');
    expect(out).toContain('Inget tertial är slut än');
    expect(out).toContain('nästa gång efter 2027-04-30');
  });

  it('says of a tiny organisation that answers wait until they are enough, not how many there are', async () => {
    const { closed } = await released([[made({ main: 'R5', chosen: { Q1: ['R5'] } }), made({})]]);
    for (const one of closed) await openPicture(storage).close(PETER.organisation, one);
    const { out } = await report('--organisation', PETER.organisation, '--lang', 'en');
    expect(out).toContain('January–April 2026: fewer than 5 answers');
    expect(out).toContain('the answers wait until there are enough');
    expect(out).not.toMatch(/\b2 answers/);
  });

  it('takes a period and a department by their names, and says what a department’s figures are', async () => {
    const { code, out } = await report(...OWN, '--period', 't3 2026', '--department', 'förskola');
    expect(code).toBe(0);
    expect(out).toContain('Förskola · september–december 2026');
    expect(out).toContain('  Svar: 12');
  });

  it('prints JSON with the same and nothing that is hidden', async () => {
    const { out } = await report(...OWN, '--json');
    const read = JSON.parse(out) as { figures: { option?: string; value?: number; shown: string }[] };
    expect(read.figures.find(({ option }) => option === 'Lön och villkor')).toMatchObject({ value: 8 });
    expect(read.figures.find(({ option }) => option === 'Närmaste chef')?.value).toBeUndefined();
    expect(JSON.parse(out)).toMatchObject({ organisation: ORGANISATION, subjects: [{ name: 'Introduktion' }] });
  });

  it('writes Word and Excel', async () => {
    const { code, files } = await report(...OWN, '--docx', 'r.docx', '--xlsx', 'r.xlsx');
    expect(code).toBe(0);
    expect(lines).toEqual([`terminal exit.picture.file ${ORGANISATION}`]);
    const word = await readDocument('r.docx', files.get('r.docx')!);
    expect(word).toMatchObject({ kind: 'read', document: { title: 'Varför medarbetare slutar' } });
    const excel = await readTables('r.xlsx', files.get('r.xlsx')!);
    const sheets = excel.kind === 'read' ? excel.tables : [];
    expect(sheets.map(({ name }) => name)).toEqual(['Siffror', 'Process', 'Teman och kopplingar']);
    const row = sheets[2]!.rows[2]!.cells.map(({ text }) => text);
    expect(row).toEqual(expect.arrayContaining(['tema', 'Introduktion', 'T1 2026', '4', '12', 'nej, tappad']));
  });

  it.each([
    [[], 'Vilken organisation gäller det?'],
    [[...OWN, '--period', 'T9 2026'], 'Det finns / there is no such period; there are:\n  "T3 2026"'],
    [[...OWN, '--department', 'Stab'], 'Avdelningen "Stab" visas inte'],
    [[...OWN, '--docx', 'r.pdf'], 'ska sluta på .docx'],
    [[...OWN, '--from', '2026-01-01'], '--from'],
  ])('ends with 2 for %j', async (args, message) => {
    const { code, errors } = await report(...args);
    expect(code).toBe(2);
    expect(errors).toContain(message);
    expect(errors).toContain('npm run -s report -- exit');
  });
});
