import { describe, expect, it } from 'vitest';
import { createLiveCards } from '../../src/broadcast/index.js';
import { readCardFiles } from '../../src/cards/template-files.js';
import { runBroadcastCommand } from '../../src/cli/broadcast/command.js';
import type { BroadcastCommandTools } from '../../src/cli/broadcast/tools.js';
import { readTables } from '../../src/documents/index.js';
import { openLiveCards, openReaches } from '../../src/storage/index.js';
import { colleague, KIND, over, useField, wanted, ORGANISATION } from '../broadcast/support/field.js';
import { auditLines } from './support/audit-lines.js';

const field = useField();
const HR = colleague(1, { name: 'Ingrid Falk', roles: ['hr'], function: 'HR-konsult' });
const ANNA = colleague(2, { name: 'Anna; Berg' });
const BO = colleague(3, { name: 'Bo Ek', department: 'Äldreomsorg' });

async function setUp() {
  await field.hire(HR);
  await field.hire(ANNA);
  await field.hire(BO, { hasChat: false });
  const engine = field.engine({ composers: { [KIND]: () => ({ text: 'x' }), announcement: () => ({ text: 'Hej' }) } });
  const { broadcasts, ledger } = engine;
  const liveCards = createLiveCards({ store: openLiveCards(field.storage), broadcasts, clock: () => new Date() });
  const people = {
    async *list() {
      yield* [HR, ANNA, BO];
    },
  };
  const { audit, lines } = auditLines();
  const said: string[] = [];
  const complained: string[] = [];
  const files = new Map<string, string | Uint8Array>([
    ['lista.csv', `Namn;E-post\nAnna;${ANNA.email}\nIngen;ingen@x.example`],
  ]);
  const tools: BroadcastCommandTools = {
    clock: () => new Date('2026-09-01T07:00:00Z'),
    open: async () => ({ broadcasts, ledger, liveCards, people, audit, reaches: openReaches(field.storage) }),
    sizeOf: () => 2048,
    words: () => readCardFiles('cards').strings('broadcast', 'sv'),
    perSecond: 30,
    readText: async (file) => files.get(file)?.toString() ?? Promise.reject(new Error('ENOENT')),
    writeFile: async (file, content) => void files.set(file, content),
    print: (line) => void said.push(line),
    complain: (line) => void complained.push(line),
  };
  const run = async (...args: string[]) => {
    said.length = 0;
    complained.length = 0;
    const code = await runBroadcastCommand(args, tools);
    return { code, said: said.join('\n'), complained: complained.join('\n') };
  };
  return { engine, run, files, lines };
}

const MESSAGE = ['--sender', HR.email, '--title', 'Ny rutin', '--text', 'Läs den.'];

describe('the command broadcast', () => {
  it('rehearses, sends once a day, shows the status and exports one row a recipient', async () => {
    const { engine, run, files, lines } = await setUp();
    const rehearsed = await run('rehearse', ...MESSAGE, '--role', 'alla');
    expect(rehearsed.code).toBe(0);
    expect(rehearsed.said).toMatch(/recipients: 3\n {2}Förskola: 2\n {2}Äldreomsorg: 1\n.*1 \(Bo Ek\)\n.*2\.0 KB/);
    expect((await run('list')).said).toContain('No messages yet');

    const sent = await run('send', ...MESSAGE, '--role', 'alla', '--wait');
    const id = /created: (\S+)/.exec(sent.said)![1]!;
    expect((await run('send', ...MESSAGE, '--role', 'alla')).said).toContain(`created today already: ${id}`);
    expect((await run('list')).said).toBe(`${id}  2026-09-01  Klart  2/3  Ny rutin`);
    expect((await run('status', id)).said).toMatch(
      /^Ny rutin: Klart\n\[█+░+\] 2 av 3[\s\S]*Utan chatt med assistenten: 1/,
    );
    await engine.broadcasts.answered(ORGANISATION, id, ANNA.id, new Date('2026-09-02T08:00:00Z'));
    expect((await run('export', id, '--out', 'ut.csv')).said).toContain('3 rader i');
    const rows = files.get('ut.csv')!.toString().split('\r\n');
    expect(rows[0]).toBe(
      '\uFEFFNamn;Avdelning;Tillstånd;Orsak;Försök;Levererad;Bekräftad;Påmind;Tillbakadragen;Rättad;Anrop;Senaste svar från Teams',
    );
    expect(rows[2]).toMatch(/^"Anna; Berg";Förskola;Levererade;;1;\d{4}-\d\d-\d\d \d\d:\d\d;2026-09-02 10:00;;;;1;$/);
    expect((await run('export', id, '--format', 'xlsx', '--out', 'ut.xlsx')).code).toBe(0);
    const read = await readTables('ut.xlsx', files.get('ut.xlsx') as Uint8Array);
    expect(JSON.stringify(read)).toMatch(/Bekräftad[\s\S]*Anna; Berg[\s\S]*2026-09-02 10:00/);
    expect(rows).toContain('Bo Ek;Äldreomsorg;Utan chatt med assistenten;;1;;;;;;0;');
    // The audit says what left and that it was sent from the terminal, once.
    expect(lines).toEqual([
      `terminal broadcast.send ${ORGANISATION} broadcast=${id} sender=${HR.id}`,
      ...Array<string>(2).fill(`terminal broadcast.export ${ORGANISATION} broadcast=${id}`),
    ]);
  });

  it('takes a list of persons, and tells what names nobody', async () => {
    const { run } = await setUp();
    const { code, said } = await run('rehearse', ...MESSAGE, '--csv', 'lista.csv');
    expect([code, said]).toEqual([
      0,
      expect.stringMatching(/recipients: 1[\s\S]*match nobody: 1\n {2}ingen@x\.example/),
    ]);
  });

  it('keeps a list of ten thousand persons whole', async () => {
    const { engine, run, files } = await setUp();
    const many = Array.from({ length: 10_000 }, (_, n) => `person.nummer.${n}@kommunen.example`);
    files.set('alla.csv', ['E-post', ANNA.email, ...many].join('\n'));
    // For later: what is looked at is the list, not ten thousand rows of it.
    const { code, said } = await run('send', ...MESSAGE, '--csv', 'alla.csv', '--at', '2090-03-01 09:00');
    const id = /created: (\S+)/.exec(said)![1]!;
    const kept = await engine.broadcasts.find(ORGANISATION, id);
    expect([code, kept?.audience]).toEqual([0, { persons: [ANNA.email, ...many] }]);
  });

  it.each([
    [['fel'], /unknown command/],
    [['status', 'finns-inte'], /Det finns inget utskick finns-inte/],
    [['send', '--title', 'x'], /Ange --sender/],
    [['send', '--sender', ANNA.email, '--title', 'x', '--text', 'y', '--role', 'alla'], /ingen i HR/],
    [['rehearse', ...MESSAGE], /Välj mottagare/],
    [['rehearse', ...MESSAGE, '--csv', 'saknas.csv'], /saknas\.csv går inte att läsa/],
    [['rehearse', ...MESSAGE, '--role', 'alla', '--at', '2020-01-01 09:00'], /har passerat/],
    [['export', 'x', '--format', 'pdf'], /csv or xlsx/],
    [['export', 'x', '--format', 'xlsx'], /needs --out/],
  ])('refuses %j with exit code 2', async (args, why) => {
    const { run } = await setUp();
    const { code, complained } = await run(...args);
    expect([code, complained]).toEqual([2, expect.stringMatching(why)]);
  });

  it('leaves other kinds of sending out of the list', async () => {
    const { engine, run } = await setUp();
    const { broadcast } = await engine.broadcasts.create(wanted('Fråga'));
    await over(engine, broadcast);
    expect((await run('list')).said).toContain('No messages yet');
  });
});
