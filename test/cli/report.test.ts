import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFeedback, openStorage } from '../../src/storage/index.js';
import { type Account, emptyAccount } from '../support/own-account.js';
import { overAzurite, runCommand } from './support/run-command.js';

let azurite: Account;
beforeAll(async () => void (azurite = await emptyAccount()), 60_000);
afterAll(() => azurite.stop());

const report = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  runCommand('report', args, { ...overAzurite(azurite), ...env });

describe('npm run report, over Azurite', () => {
  it('reads what the bot has written', async () => {
    expect((await report(['questions'])).out).toContain('Besvarade frågor: 0');
    const { counts } = openFeedback(
      openStorage({ kind: 'connection-string', connectionString: azurite.connectionString }),
    );
    const day = '2026-03-01';
    const about = { organisation: 'Älvsjö', day, run: 'r1', count: 3 };
    await counts.save([{ ...about, kind: 'statistic', subject: 'measure:sjukfranvaro' }]);
    const { code, out } = await report(['questions', '--from', day, '--to', day, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ asked: 3, mostAsked: [{ title: 'Sjukfrånvaro', count: 3 }] });
  }, 60_000);

  it('ends with 2 for wrong input and 1 without storage', async () => {
    expect(await report(['questions', '--from', 'x'])).toMatchObject({ code: 2, out: '' });
    const memory = await report(['questions'], { STORAGE: 'memory' });
    expect(memory).toMatchObject({ code: 1, errors: expect.stringContaining('STORAGE=memory') as string });
    const nothing = await report(['questions'], { STORAGE_CONNECTION_STRING: '', AZURITE_TABLE_PORT: '1' });
    expect(nothing).toMatchObject({ code: 1, errors: expect.stringContaining('Lagringen svarar inte.') as string });
  }, 60_000);
});
