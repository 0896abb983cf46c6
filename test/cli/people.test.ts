import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Account, emptyAccount } from '../support/own-account.js';
import { overAzurite, ROOT, runCommand } from './support/run-command.js';

const DEMO = 'src/local/demo/people.csv';
let azurite: Account;

beforeAll(async () => void (azurite = await emptyAccount()), 60_000);
afterAll(() => azurite.stop());

const people = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  runCommand('people', args, { ...overAzurite(azurite), ...env });

describe('npm run people, over Azurite', () => {
  it('rehearses, imports and lists the demo people', async () => {
    const rehearsal = await people(['import', DEMO]);
    expect(rehearsal).toMatchObject({ code: 0, out: expect.stringContaining('Nya: 49\n') as string, errors: '' });
    expect((await people(['list'])).out).toContain('Personalkatalogen är tom.');

    expect((await people(['import', 'people.csv', '--yes'], { INIT_CWD: `${ROOT}/src/local/demo` })).out).toContain(
      'Klart: 49 nya',
    );
    const { out } = await people(['list', '--organisation', 'Norra innerstaden stadsdelsförvaltning']);
    expect(out).toMatch(/^Norra innerstaden stadsdelsförvaltning \(11\)\n/);
    expect((await people(['import', DEMO, '--yes'])).out).toContain('Oförändrade: 49\n');
  }, 60_000);

  it('ends with 2 for wrong input and 1 without storage', async () => {
    expect(await people(['import', 'package.json'])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('saknas') as string,
    });
    const memory = await people(['list'], { STORAGE: 'memory' });
    expect(memory).toMatchObject({ code: 1, errors: expect.stringContaining('STORAGE=memory') as string });
    const nothing = await people(['list'], { STORAGE_CONNECTION_STRING: '', AZURITE_TABLE_PORT: '1' });
    expect(nothing).toMatchObject({
      code: 1,
      errors: expect.stringContaining('Använder den lokala världens lagring') as string,
    });
    expect(nothing.errors).toContain('Lagringen svarar inte.');
  }, 60_000);
});
