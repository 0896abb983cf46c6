import { describe, expect, it } from 'vitest';
import { openAudit } from '../../../src/storage/index.js';
import { startGroupChat } from '../../bot/support/group-chat.js';
import { INGRID, KARIN, ORGANISATION } from '../../bot/support/people.js';
import { pressButton, read, replaced, say } from '../../bot/support/press.js';
import { buttonsOf, seen } from '../../bot/support/seen.js';
import { useStage } from '../../bot/support/stage.js';

const stage = useStage();

describe('the audit log', () => {
  it('is shown to HR, newest first and page by page, of its own board alone, ids and actions', async () => {
    const ingrid = stage.user(INGRID);
    await stage.user(KARIN).say('vem är jag');
    const audit = openAudit(stage.storage);
    const entry = { permission: 'privacy', action: 'privacy.purge', outcome: 'done' as const };
    for (let n = 1; n <= 10; n += 1)
      await audit.append({
        ...entry,
        at: new Date(Date.now() + n * 1000),
        organisation: ORGANISATION,
        personId: 'scheduler',
      });
    await audit.append({
      ...entry,
      at: new Date(),
      organisation: 'Norra innerstaden',
      personId: 'terminal',
      action: 'other',
    });
    const first = await say(ingrid, 'Åtkomstlogg');
    expect(read(first)).toMatch(/^Åtkomstlogg\nHägersten-Älvsjö stadsdelsförvaltning, /);
    expect(read(first).match(/· Boten själv\nprivacy\.purge · gjort/g)).toHaveLength(10);
    expect(read(first)).not.toContain('other');
    const second = replaced(await pressButton(ingrid, first, 'Nästa sida'));
    expect(read(second)).toContain('Karin Lindqvist\npeople.self · gjort');
    expect(buttonsOf(second).map(({ title }) => title)).toEqual(['Föregående sida']);
  });

  it('is shown neither to a manager nor where others read', async () => {
    expect(seen((await stage.user(KARIN).say('åtkomstlogg')).replies[0])).not.toContain('Åtkomstlogg\n');
    expect((await stage.audit()).at(-1)).toMatchObject({ permission: 'privacy.audit', outcome: 'denied' });
    const ingrid = stage.user(INGRID);
    const group = startGroupChat(stage.connector, [ingrid]);
    await group.say(ingrid, 'åtkomstlogg');
    expect(seen(group.messages().at(-1))).toContain('bara i vår egen chatt');
  });
});
