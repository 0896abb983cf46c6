import { beforeEach, describe, expect, it } from 'vitest';
import { runPeopleCommand, USAGE } from '../../src/cli/people-command.js';
import { AppError } from '../../src/errors.js';
import type { Person } from '../../src/people/index.js';
import { auditLines } from './support/audit-lines.js';
import { type MemoryPeopleStore, memoryPeopleStore } from '../people/memory-people-store.js';
import { cellsOf, fileOf, somePerson } from '../people/some-people.js';

const hr = somePerson(1, { name: 'Amir', roles: ['medarbetare', 'hr'] });
const anna = somePerson(2, { name: 'Anna', managerId: hr.id });
const now = new Date('2025-03-03T09:00:00Z');
let store: MemoryPeopleStore;
let opened: number;
let noted: ReturnType<typeof auditLines>;
let files: Record<string, string>;

async function people(...args: string[]) {
  const [out, errors]: [string[], string[]] = [[], []];
  const code = await runPeopleCommand(args, {
    openStore: async () => (opened++, store),
    openAudit: async () => noted.audit,
    now,
    readText: async (file) => files[file] ?? Promise.reject(new Error('ENOENT')),
    print: (line) => void out.push(line),
    complain: (line) => void errors.push(line),
  });
  return { code, out: out.join('\n'), errors: errors.join('\n') };
}

async function inStore(): Promise<Person[]> {
  const found: Person[] = [];
  for await (const person of store.list()) found.push(person);
  return found;
}

beforeEach(() => {
  store = memoryPeopleStore();
  opened = 0;
  noted = auditLines();
  files = { 'all.csv': fileOf([hr, anna]), 'hr.csv': fileOf([hr]), 'anna.csv': fileOf([anna]) };
});

describe('people -- import', () => {
  it('rehearses without --yes and says what to add', async () => {
    const { code, out, errors } = await people('import', 'all.csv');
    expect(code).toBe(0);
    expect(out).toMatch(/^Nya: 2\n/);
    expect(out).toMatch(/ingenting är ändrat\. Lägg till --yes för att göra importen\.$/);
    expect(errors).toBe('');
    expect(await store.live()).toBeUndefined();
    expect(noted.lines).toEqual([]);
  });

  it('imports with --yes', async () => {
    const { code, out } = await people('import', 'all.csv', '--yes');
    expect(code).toBe(0);
    expect(out).toMatch(/Klart: 2 nya, 0 ändrade, 0 borttagna\. Boten läser in dem inom kort\.$/);
    expect(await inStore()).toEqual([hr, anna]);
    expect(await store.live()).toMatchObject({ people: 2, importedAt: now });
    // It changes who may do what, so the audit says so.
    expect(noted.lines).toEqual([`terminal people.import ${hr.organisation} added=2 changed=0 removed=0`]);
  });

  it('keeps missing people until --remove-missing', async () => {
    await people('import', 'all.csv', '--yes');
    expect(await people('import', 'hr.csv', '--yes')).toMatchObject({ code: 0 });
    expect(await inStore()).toEqual([hr, anna]);
    const { code, out } = await people('import', 'hr.csv', '--remove-missing', '--yes');
    expect(code).toBe(0);
    expect(out).toMatch(/Klart: 0 nya, 0 ändrade, 1 borttagna/);
    expect(noted.lines.at(-1)).toBe(`terminal people.import ${hr.organisation} added=0 changed=0 removed=1`);
    expect(await inStore()).toEqual([hr]);
  });

  it('writes nothing when there is nothing to change', async () => {
    await people('import', 'all.csv', '--yes');
    const before = await store.live();
    const { code, out } = await people('import', 'all.csv', '--yes');
    expect([code, out.split('\n').at(-1)]).toEqual([0, 'Det finns inget att ändra.']);
    expect(await store.live()).toBe(before);
  });

  it('refuses to take the last hr and changes nothing', async () => {
    await people('import', 'all.csv', '--yes');
    files['no-hr.csv'] = fileOf([{ ...hr, roles: ['medarbetare'] }, anna]);
    const { code, out, errors } = await people('import', 'no-hr.csv', '--yes');
    expect(code).toBe(2);
    expect(out).toContain('Norra nämnden skulle stå utan person med rollen hr (nu: Amir).');
    expect(errors).toBe('Ingenting är ändrat.');
    expect(await inStore()).toEqual([hr, anna]);
  });

  it('says all faults of a file and changes nothing', async () => {
    const bad = { ...cellsOf(somePerson(3)), email: 'x', roles: 'kung' };
    files['bad.csv'] = fileOf([hr, bad, { ...bad, id: hr.id }]);
    const { code, out, errors } = await people('import', 'bad.csv', '--yes');
    expect([code, out]).toEqual([2, '']);
    expect(errors).toMatch(/^5 fel i bad\.csv\. Ingenting är ändrat\.\nRad 3, kolumn email: /);
    expect(errors.split('\n')).toHaveLength(6);
    expect(await store.live()).toBeUndefined();
  });

  it('finds a manager who is only in the directory', async () => {
    await people('import', 'hr.csv', '--yes');
    files['new.csv'] = fileOf([{ ...cellsOf(anna), manager: hr.email }]);
    expect(await people('import', 'new.csv', '--yes')).toMatchObject({ code: 0 });
    expect((await inStore()).find(({ id }) => id === anna.id)).toEqual(anna);
    store = memoryPeopleStore();
    expect((await people('import', 'new.csv', '--yes')).code).toBe(2);
  });

  it('leaves the old directory whole when storage fails in the middle', async () => {
    await people('import', 'hr.csv', '--yes');
    store.crashAfter(1);
    const { code, errors } = await people('import', 'all.csv', '--yes');
    expect(code).toBe(1);
    expect(errors).toMatch(
      /^Lagringen svarar inte\. En import har då antingen inte ändrat något alls eller gjorts helt; kör genomgången igen/,
    );
    expect(await inStore()).toEqual([hr]);
  });

  it('tells that another import came first', async () => {
    const late = { ...store, apply: () => Promise.reject(new AppError('storage_conflict', 'x')) };
    store = late;
    const { code, errors } = await people('import', 'all.csv', '--yes');
    expect(code).toBe(1);
    expect(errors).toMatch(/^En annan import hann före\. Ingenting är ändrat/);
  });

  it('says that a file cannot be read, without asking storage', async () => {
    const { code, errors } = await people('import', 'gone.csv');
    expect([code, errors]).toEqual([2, 'Filen gone.csv går inte att läsa (ENOENT).']);
    expect(opened).toBe(0);
  });
});

describe('people -- list', () => {
  it('lists an organisation after another, by place and name', async () => {
    const south = somePerson(3, { name: 'Örjan', organisation: 'Södra nämnden', unit: '' });
    files['all.csv'] = fileOf([south, hr, anna]);
    await people('import', 'all.csv', '--yes');
    expect(await people('list')).toEqual({
      code: 0,
      errors: '',
      out: [
        'Norra nämnden (2)',
        '  Amir  Barnskötare  Förskola, Solberga  medarbetare|hr  person1@ubara.example',
        '  Anna  Barnskötare  Förskola, Solberga  medarbetare     person2@ubara.example',
        'Södra nämnden (1)',
        '  Örjan  Barnskötare  Förskola  medarbetare  person3@ubara.example',
      ].join('\n'),
    });
    expect((await people('list', '--organisation', 'södra nämnden')).out).toMatch(
      /^Södra nämnden \(1\)\n {2}Örjan .*$/,
    );
  });

  it('names the organisations when there is none such', async () => {
    await people('import', 'all.csv', '--yes');
    expect(await people('list', '--organisation', 'Östra')).toEqual({
      code: 2,
      out: '',
      errors: 'Organisationen "Östra" finns inte. Det finns: Norra nämnden.',
    });
  });

  it('says that the directory is empty and how to fill it', async () => {
    expect(await people('list')).toMatchObject({
      code: 0,
      out: expect.stringContaining('är tom. Läs in personer med') as string,
    });
  });
});

it.each([[[]], [['import']], [['import', 'a', 'b']], [['list', 'x']], [['remove']], [['import', 'a', '--all']]])(
  'explains itself for %j',
  async (args) => {
    const { code, errors } = await people(...args);
    expect(code).toBe(2);
    expect(errors).toContain(USAGE);
    expect(opened).toBe(0);
  },
);
