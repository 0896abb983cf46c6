import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedDemo } from '../../src/local/seed.js';
import { openRounds, openStorage } from '../../src/storage/index.js';
import { answerAs, demoRound, KARIN, NOW, storeRound } from '../plan/answers/demo.js';
import { type Account, emptyAccount } from '../support/own-account.js';
import { overAzurite, runCommand } from './support/run-command.js';

let azurite: Account;
let folder: string;

beforeAll(async () => {
  azurite = await emptyAccount();
  folder = mkdtempSync(join(tmpdir(), 'ubara-plan-questions-'));
  const { connectionString } = azurite;
  await seedDemo({ connectionString, now: NOW });
  const rounds = openRounds(openStorage({ kind: 'connection-string', connectionString }));
  const round = demoRound();
  await storeRound(rounds, round);
  await answerAs(rounds, { round, person: KARIN, about: 'karriärvägar' }, { status: 'försenad', comment: 'Väntar.' });
}, 60_000);
afterAll(async () => {
  await azurite.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (...args: string[]) => runCommand('ask', args, overAzurite(azurite));

it('`ask --live --as PERSON` tells what that person may see, as in Teams', async () => {
  const hr = await ask('vilka är försenade?', '--live', '--as', 'amir.haddad@ubara.example');
  expect(hr).toMatchObject({ code: 0, errors: '' });
  expect(hr.out.replaceAll('\u00a0', ' ')).toContain('1 av 338 aktiviteter är försenad');
  expect(hr.out).toContain('”Väntar.” · Karin Lindqvist, Enhetschef, 11 maj 2026');
  const other = await ask('vilka är försenade?', '--live', '--as', 'sara.ekman@ubara.example');
  expect(other.out).toContain('Det får du inte se.');
}, 60_000);

it('`--batch` goes on over the turns', async () => {
  const file = join(folder, 'turns.jsonl');
  writeFileSync(
    file,
    JSON.stringify({ id: 1, turns: ['Hur går det för aktiviteterna i förskolan?', 'och för hemtjänsten?'] }),
  );
  const { out } = await ask('--batch', file, '--live', '--as', 'amir.haddad@ubara.example');
  const { replies } = JSON.parse(out) as { replies: { kind: string; text: string }[] };
  expect(replies.map(({ kind, text }) => `${kind} ${text.split('\n')[0]}`)).toEqual([
    'plan Så går det: Förskola',
    'plan Så går det: Hemtjänst Hägersten',
  ]);
}, 60_000);

it('without --live it answers from the knowledge alone', async () => {
  const { out, code } = await ask('vilka är försenade?', '--as', 'amir.haddad@ubara.example', '--json');
  expect([code, (JSON.parse(out) as { kind: string }).kind]).toEqual([0, 'unknown']);
}, 60_000);
