import { beforeEach, describe, expect, it } from 'vitest';
import { runPlanCommand, USAGE } from '../../src/cli/plan-command.js';
import { AppError } from '../../src/errors.js';
import type { Person } from '../../src/people/index.js';
import type { PlanActivity, PlanStore } from '../../src/plan/index.js';
import { openPlans, openStorage } from '../../src/storage/index.js';
import { makeDocxOf, makeXlsx } from '../documents/tables/make-tables.js';
import { somePerson } from '../people/some-people.js';
import { auditLines } from './support/audit-lines.js';

const ORGANISATION = 'Älvsjö stadsdelsförvaltning';
const at = { organisation: ORGANISATION, department: 'Förskola' };
const people: Person[] = [
  somePerson(1, { ...at, function: 'Enhetschef', roles: ['chef'] }),
  somePerson(2, { ...at, department: 'Stöd', unit: 'HR', function: 'HR-konsult', roles: ['hr'] }),
  somePerson(3, { ...at, department: 'Äldreomsorg', function: 'Avdelningschef', roles: ['chef'] }),
];
const HEADINGS = [
  'Vad ska vi uppnå?',
  'Aktivitet – Hur gör vi det?',
  'Måldatum',
  'Ansvarig (Funktion)',
  'Resurser',
  'Uppföljning / Kommentar',
];
const now = new Date('2020-01-10T09:00:00Z');

let plans: PlanStore;
let noted: ReturnType<typeof auditLines>;
let opened: number;
let files: Record<string, Uint8Array>;

async function plan(...args: string[]) {
  const [out, errors]: [string[], string[]] = [[], []];
  const code = await runPlanCommand(args, {
    openStores: async () => {
      opened++;
      return {
        plans,
        audit: noted.audit,
        people: {
          list: async function* () {
            yield* people;
          },
        },
      };
    },
    now,
    readFile: async (file) => files[file] ?? Promise.reject(new Error('ENOENT')),
    print: (line) => void out.push(line),
    complain: (line) => void errors.push(line),
  });
  return { code, out: out.join('\n'), errors: errors.join('\n') };
}

async function stored(id: string): Promise<PlanActivity[]> {
  const found = await plans.find(ORGANISATION, id);
  const activities: PlanActivity[] = [];
  if (found) for await (const activity of plans.activities(found)) activities.push(activity);
  return activities;
}

const xlsx = (...rows: string[][]) =>
  makeXlsx(
    { Plan: [['Avdelning/Enhet: Avdelningen för förskola', '', 'Datum: 2020-01-08'], HEADINGS, ['Utveckla'], ...rows] },
    { Plan: ['A3:F3'] },
  );

beforeEach(async () => {
  plans = openPlans(openStorage({ kind: 'memory' }));
  opened = 0;
  noted = auditLines();
  files = {
    'plan.xlsx': await xlsx(
      ['Fler kan mer', '• Utbilda\n• Följ upp', 'våren 2020', 'Enhetschefer och HR-konsult', '', 'Tertialer samt VB'],
      ['Bara ett mål', '', 'snarast', '', '', ''],
      ['Mål två', 'Öva', 'snarast', 'Utvecklingsenheten', '', ''],
    ),
  };
});

describe('plan -- import', () => {
  it('shows without --yes what it understood, each row that it did not and why, and changes nothing', async () => {
    const { code, out, errors } = await plan('import', 'plan.xlsx');
    expect([code, errors]).toEqual([0, '']);
    expect(out.split('\n')).toEqual([
      'Kompetensförsörjningsplan 2020, Förskola (Älvsjö stadsdelsförvaltning)',
      '3 aktiviteter ur 2 rader: utveckla 3',
      'Måldatum: med datum 2, oklara 1',
      '3 rader utan aktivitet som hör till tabellen (rubriker, faser, tomma)',
      '',
      'Nya: 3',
      '  utveckla: Utbilda [2020-01-01 – 2020-06-30; Enhetschefer, HR-konsult]',
      '  utveckla: Följ upp [2020-01-01 – 2020-06-30; Enhetschefer, HR-konsult]',
      '  utveckla: Öva [oklart: "snarast"; Utvecklingsenheten]',
      'Ändrade: 0',
      'Oförändrade: 0',
      'Inte kvar i filen (sparas som borttagna): 0',
      '',
      'Rader som inte lästes in: 1',
      '  Plan, rad 5: ingen aktivitet i raden; skriv vad som ska göras: Bara ett mål | snarast',
      '',
      'Att se över: 1',
      '  Plan, rad 6: måldatumet förstås inte och sparas som det står: snarast',
      '',
      'Funktioner som ingen i personalkatalogen har: 1',
      '  "Utvecklingsenheten" (1 aktivitet)',
      '',
      'Detta var en genomgång: ingenting är ändrat. Lägg till --yes för att läsa in planen.',
    ]);
    expect(await stored('2020-forskola')).toEqual([]);
    expect(noted.lines).toEqual([]);
  });

  it('says the same in English', async () => {
    const { out } = await plan('import', 'plan.xlsx', '--lang', 'en');
    expect(out).toContain('3 activities from 2 rows');
    expect(out).toMatch(/This was a rehearsal: nothing is changed\. Add --yes to import the plan\.$/);
  });

  it('stores with --yes, and the second time shows what is new, changed and gone', async () => {
    expect((await plan('import', 'plan.xlsx', '--yes')).out).toMatch(/Klart: planen 2020-forskola är inläst\.$/);
    expect((await plan('import', 'plan.xlsx', '--yes')).out).toMatch(/Det finns inget att ändra\.$/);
    expect(noted.lines).toEqual([`terminal plan.import ${ORGANISATION} plan=2020-forskola`]);
    files['plan.xlsx'] = await xlsx(
      ['Fler kan mer', '• Utbilda\n• Granska', 'våren 2020', 'Enhetschefer och HR-konsult', '', 'Tertialer samt VB'],
      ['Mål två', 'Öva', 'T2 2020', 'HR', '', ''],
    );
    const { out } = await plan('import', 'plan.xlsx', '--yes');
    expect(out).toContain('Nya: 1\n  utveckla: Granska');
    expect(out).toContain(
      'Ändrade: 1\n  Öva: måldatum "oklart: "snarast"" -> "2020-05-01 – 2020-08-31"; ansvarig "Utvecklingsenheten" -> "HR"',
    );
    expect(out).toContain('Inte kvar i filen (sparas som borttagna): 1\n  Följ upp');
    const activities = await stored('2020-forskola');
    expect(activities.map(({ id, activity, goneAt }) => [id, activity, goneAt])).toEqual([
      ['1', 'Utbilda', undefined],
      ['4', 'Granska', undefined],
      ['3', 'Öva', undefined],
      ['2', 'Följ upp', now],
    ]);
  });

  it('reads a Word document and takes department and year from the command', async () => {
    files['plan.docx'] = await makeDocxOf('Plan', [
      HEADINGS,
      [{ text: 'Avsluta', columns: 6 }],
      ['Bra avslut', 'Öva', '', 'Avdelningschef', '', ''],
    ]);
    const { code } = await plan(
      'import',
      'plan.docx',
      '--department',
      'Avdelningen för äldreomsorg',
      '--year',
      '2021',
      '--yes',
    );
    expect(code).toBe(0);
    expect(await stored('2021-aldreomsorg')).toMatchObject([
      { phase: 'avsluta', activity: 'Öva', place: { table: 'Tabell 1', row: 3 } },
    ]);
    expect((await plan('list')).out.split('\n')).toEqual([
      'Älvsjö stadsdelsförvaltning (1)',
      '  2021-aldreomsorg  Kompetensförsörjningsplan 2021, Äldreomsorg  1 aktiviteter / activities  (plan.docx)',
    ]);
  });

  it.each<[what: string, args: string[], message: string]>([
    ['a file that is not there', ['import', 'nej.xlsx'], 'nej.xlsx går inte att läsa'],
    ['a damaged file', ['import', 'trasig.xlsx'], 'Filen är skadad eller av en annan typ än namnet säger'],
    ['another type', ['import', 'plan.pdf'], 'Filtypen går inte att läsa; spara dokumentet som .xlsx, .csv, .docx.'],
    ['another organisation', ['import', 'plan.xlsx', '--organisation', 'Norra'], 'Organisationen "Norra" finns inte'],
    [
      'another department',
      ['import', 'plan.xlsx', '--department', 'Skola'],
      'Avdelningen "Skola" finns inte i personalkatalogen. Ange --department; det finns: Förskola, Stöd, Äldreomsorg.',
    ],
    [
      'a file without activities',
      ['import', 'tom.csv'],
      'Ingen rad i filen blev en aktivitet.\n\nRader som inte lästes in: 2\n  Rad 1: tabellen har inga rubriker som känns igen',
    ],
    [
      'two departments in one file',
      ['import', 'två.csv'],
      'Filen har planer för flera avdelningar: Förskola, Äldreomsorg. Ange vilken med --department.',
    ],
    ['a year that is none', ['import', 'plan.xlsx', '--year', 'i år'], '--year i år: ange ett år'],
    ['a command that is none', ['imprt', 'plan.xlsx'], USAGE],
  ])('refuses %s and changes nothing', async (_, args, message) => {
    const text = (content: string) => new TextEncoder().encode(content);
    files['trasig.xlsx'] = text('PK kaputt');
    files['plan.pdf'] = text('%PDF');
    files['tom.csv'] = text('Anna;070\nBertil;071');
    files['två.csv'] = text('Avdelning: Förskola;\nMål;Aktivitet\nA;B\nAvdelning: Äldreomsorg;\nA;B');
    const { code, errors } = await plan(...args);
    expect(code).toBe(2);
    expect(errors).toContain(message);
    expect(await stored('2020-forskola')).toEqual([]);
  });

  it('opens no storage for arguments that are wrong', async () => {
    await plan('import');
    expect(opened).toBe(0);
  });

  it('says that somebody else came first, exit 1', async () => {
    plans = { ...plans, put: async () => Promise.reject(new AppError('storage_conflict', 'x')) };
    expect(await plan('import', 'plan.xlsx', '--yes')).toMatchObject({
      code: 1,
      errors: expect.stringContaining('En annan import hann före') as string,
    });
  });
});
