import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { runPrivacyCommand } from '../../src/cli/privacy/command.js';
import { makeKeeping } from '../../src/composition/keeping.js';
import { createLiveDirectory, planImport } from '../../src/people/index.js';
import {
  disposalsTable,
  openExitCases,
  openPeople,
  openQuestions,
  openStorage,
  type Storage,
} from '../../src/storage/index.js';
import { INGRID, KARIN, ORGANISATION, SARA } from '../bot/support/people.js';
import { someCase } from '../exit/case/some-case.js';

const NOW = new Date('2027-12-05T10:00:00Z');
let storage: Storage;
let said: string[];
let complaints: string[];
let files: Record<string, Uint8Array>;

const run = (...args: string[]) => {
  said = [];
  complaints = [];
  return runPrivacyCommand(args, {
    now: NOW,
    async open() {
      const directory = createLiveDirectory({ store: openPeople(storage), clock: () => NOW });
      await directory.refresh();
      return { keeping: makeKeeping({ storage, directory }), directory };
    },
    async writeFile(file, parts) {
      for await (const part of parts) files[file] = part;
    },
    print: (line) => void said.push(line),
    complain: (line) => void complaints.push(line),
  });
};

beforeEach(async () => {
  storage = openStorage({ kind: 'memory' });
  files = {};
  const leaver = { ...SARA, managerId: KARIN.id };
  const people = planImport({ current: [], incoming: [KARIN, INGRID, leaver], removeMissing: false });
  await openPeople(storage).apply(people, { generation: undefined, now: NOW });
  const about = { organisation: ORGANISATION, employee: SARA.id, manager: KARIN.id, startedBy: INGRID.id };
  await openExitCases(storage).create(someCase({ ...about, id: 'case-17' }));
  const sentAt = new Date('2027-11-01T09:00:00Z');
  const question = { organisation: ORGANISATION, openedAt: sentAt, sentAt, personId: SARA.id, form: 'f1' };
  await openQuestions(storage).add({ ...question, question: 'Vem tar min dator? Hälsar Sara Ekman' });
});

describe('privacy -- purge', () => {
  it('rehearses with --dry-run, and removes and records without', async () => {
    expect(await run('purge', '--dry-run')).toBe(0);
    expect(said[0]).toBe(`${ORGANISATION}: exitcases (Avslutsärenden): 1`);
    expect(said.at(-1)).toContain('1 rader skulle gallras; ingenting är ändrat.');
    expect(await run('record')).toBe(0);
    expect(said).toEqual(['Ingenting har gallrats. / Nothing has been removed.']);
    expect(await run('purge')).toBe(0);
    expect(said[1]).toContain('1 rader gallrade');
    await run('record');
    expect(said).toEqual([
      `2027-12-05 11:00  ${ORGANISATION}: exitcases (Avslutsärenden): 1`,
      expect.stringMatching(
        /: protokollet är helt \/ the record is whole: 2 rader, utan nyckel \/ no key, [0-9a-f]{16}$/,
      ),
    ]);
    await run('purge', '--dry-run');
    expect(said[0]).toContain('0 rader');
  });

  it.each([
    ['changed', `${ORGANISATION}: rad / line 2 är ändrad`],
    ['cut away', `${ORGANISATION}: rad / line 1 saknar raden före sig`],
  ])('tells of a record that was %s, as record and audit do', async (how, message) => {
    await run('purge');
    const table = storage.table(disposalsTable);
    for await (const { row } of table.list({ partition: [ORGANISATION] }))
      if (how === 'cut away') await table.remove([ORGANISATION], disposalsTable.keys.row(row));
      else if (row.n === 2) await table.upsert({ ...row, rows: 0 });
    for (const command of ['record', 'audit', 'purge']) {
      expect(await run(command)).toBe(1);
      expect(complaints.join()).toContain(message);
    }
  });

  it('leaves a held case until it is released', async () => {
    expect(await run('hold', 'case-17', '--reference', '1.3-17/2027')).toBe(0);
    await run('holds');
    expect(said).toEqual([`${ORGANISATION}: case-17, 1.3-17/2027, 2027-12-05`]);
    await run('purge');
    expect(said).toEqual([
      `${ORGANISATION}: exitcases (Avslutsärenden): 0, 1 undantagna / held`,
      expect.stringContaining('0 rader gallrade') as string,
      expect.stringContaining('protokollet är helt') as string,
    ]);
    expect(await run('erase', SARA.email, '--yes')).toBe(2);
    expect(complaints.join()).toContain('Personen finns i undantagna ärenden (case-17); ingenting är ändrat.');
    expect(await run('release', 'case-17')).toBe(0);
    await run('purge');
    expect(said.at(-2)).toContain('1 rader gallrade');
  });

  it.each([
    [['hold', 'case-18', '--reference', '1'], 'case-18: inget sådant ärende'],
    [['hold', 'case-17'], 'ange --reference DIARIENUMMER'],
    [['release', 'case-17'], 'case-17 är inte undantaget'],
    [['purge', 'allt'], '"allt" hör inte hit'],
    [['burn'], 'Kommandot känns inte igen'],
    [['erase'], 'ange vem eller vad'],
    [['erase', 'nobody@ubara.example'], 'finns inte i personalkatalogen'],
    [['audit', '--from', '2027-02-30'], '--from 2027-02-30: skriv ett datum'],
    [['audit', '--organisation', 'Södermalm'], 'finns inte i personalkatalogen'],
  ])('tells what is wrong with %j', async (args, message) => {
    expect(await run(...args)).toBe(2);
    expect(complaints.join('\n')).toContain(message);
  });
});

describe('privacy -- extract', () => {
  it('writes a zip that a person can read, of that person alone', async () => {
    expect(await run('extract', SARA.email, '--out', 'sara.zip')).toBe(0);
    const unpacked = Object.entries(unzipSync(files['sara.zip']!)).map(([name, bytes]) => [name, strFromU8(bytes)]);
    const texts = Object.fromEntries(unpacked) as Record<string, string>;
    expect(Object.keys(texts)).toEqual(['LÄS-MIG.txt', 'uppgifter.html', 'uppgifter.json']);
    expect(texts['LÄS-MIG.txt']).toContain('Registerutdrag för Sara Ekman, 2027-12-05');
    expect(texts['uppgifter.html']).toContain('<h2>Avslutsärenden (1)</h2>');
    expect(texts['uppgifter.html']).toContain('Vem tar min dator? Hälsar Sara Ekman');
    for (const other of [KARIN.id, INGRID.id, KARIN.email]) expect(Object.values(texts).join()).not.toContain(other);
    expect(said).toContain('  Frågor till HR: 1');
    await run('audit', '--from', '2027-12-05', '--action', 'privacy.extract');
    expect(said).toEqual([`2027-12-05 11:00  terminal  privacy.extract  done  person ${SARA.id}`]);
  });
});

describe('privacy -- erase', () => {
  it('shows what it would do, does it with --yes, and nobody is left but the others', async () => {
    expect(await run('erase', SARA.email)).toBe(0);
    expect(said).toContain('  Avslutsärenden: 1 raderas / deleted, 0 avidentifieras / pseudonymised');
    expect(said.at(-1)).toContain('ingenting är ändrat');
    expect(await run('erase', SARA.email, '--yes')).toBe(0);
    expect(said.at(-1)).toContain('Raderad.');
    expect(await run('extract', SARA.id, '--name', SARA.name, '--organisation', ORGANISATION)).toBe(0);
    expect(said[0]).toContain('0 rader i 0 tabeller');
    await run('audit', '--json');
    const actions = said.map((line) => (JSON.parse(line) as { action: string }).action);
    expect(actions).toContain('privacy.erase');
  });

  it('of a manager leaves the case and the people, without a manager', async () => {
    expect(await run('erase', KARIN.id, '--yes')).toBe(0);
    const { exitCase } = (await openExitCases(storage).find(ORGANISATION, 'case-17'))!;
    expect(exitCase.employee).toBe(SARA.id);
    expect(exitCase.manager).not.toBe(KARIN.id);
    const people = [];
    for await (const { id, managerId } of openPeople(storage).list()) people.push([id, managerId]);
    expect(people.sort()).toEqual([INGRID.id, SARA.id].sort().map((id) => [id, undefined]));
  });

  it('refuses to leave an organisation without HR, and changes nothing', async () => {
    expect(await run('erase', INGRID.id, '--yes')).toBe(2);
    expect(complaints.join()).toContain('last-hr');
    const { exitCase } = (await openExitCases(storage).find(ORGANISATION, 'case-17'))!;
    expect(exitCase.startedBy).toBe(INGRID.id);
  });
});
