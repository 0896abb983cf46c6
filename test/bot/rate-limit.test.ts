import { describe, expect, it } from 'vitest';
import { createRateLimit } from '../../src/bot/rate-limit.js';
import { thumbOf } from './support/teams-thumb.js';
import { KARIN, SARA } from './support/people.js';
import { invokeBody, seen } from './support/seen.js';
import { useStage } from './support/stage.js';

const TOO_MANY = 'Nu går det fortare än jag hinner med. Vänta en liten stund och försök igen; inget har ändrats.';

describe('so many turns a minute', () => {
  let now = new Date('2026-03-02T09:00:00Z');
  const later = (ms: number) => void (now = new Date(now.getTime() + ms));
  const times = (n: number, pass: () => string) => Array.from({ length: n }, pass);

  it('may come at once, and one each time that its share of the minute has passed', () => {
    const limit = createRateLimit({ perMinute: 6, clock: () => now });
    const karin = () => limit.pass('karin');
    expect(times(6, karin)).toEqual(Array(6).fill('through'));
    expect(times(3, karin)).toEqual(['refused', 'told', 'told']);
    later(9_999);
    expect(karin()).toBe('told');
    later(1);
    expect(times(2, karin)).toEqual(['through', 'refused']);
    later(3_600_000);
    expect(times(7, karin)).toEqual([...Array<string>(6).fill('through'), 'refused']);
  });

  it("are each person's own, however many people there are, and a clock that goes back gives nothing", () => {
    const limit = createRateLimit({ perMinute: 1, clock: () => now });
    expect([limit.pass('karin'), limit.pass('karin')]).toEqual(['through', 'refused']);
    const others = Array.from({ length: 2000 }, (_, n) => limit.pass(`person ${n}`));
    expect(new Set(others)).toEqual(new Set(['through']));
    later(-600_000);
    expect(limit.pass('karin')).toBe('told');
  });
});

describe('somebody who does more', () => {
  const stage = useStage({ env: { TURNS_PER_MINUTE: '1', TEST_NOW: '2026-03-02T09:00:00Z' } });

  it('is told so kindly, once in the chat and at each press, and nothing is read or changed', async () => {
    const karin = stage.user(KARIN);
    const ingrid = stage.user(SARA, { locale: 'en-GB' });
    expect(seen((await karin.say('hjälp')).replies[0])).toContain('Det här kan du fråga');
    const [calls, audit] = [stage.storage.calls(), await stage.audit()];
    const before = stage.storage.calls();
    expect((await karin.say('hjälp')).replies.map(seen)).toEqual([TOO_MANY]);
    expect((await karin.say('hjälp')).replies).toEqual([]);
    const press = await karin.press('ask.question', { question: 'Hej' });
    expect(press.status).toBe(200);
    expect(invokeBody(press.body)).toMatchObject({
      statusCode: 429,
      type: 'application/vnd.microsoft.error',
      value: { code: 'too_many_requests', message: TOO_MANY },
    });
    expect((await karin.search()).body).toEqual({ composeExtension: { type: 'message', text: TOO_MANY } });
    expect((await karin.raw(thumbOf(stage.connector, karin, { reaction: 'like' }))).replies).toEqual([]);
    expect(stage.storage.calls() - before).toBe(0);
    expect(calls).toBeLessThanOrEqual(before);
    expect(await stage.audit()).toEqual(audit);
    expect(stage.log.lines('turn').map(({ outcome }) => outcome)).toContain('too-many');
    // Another person is not held up by it.
    expect((await ingrid.say('hjälp')).replies).toHaveLength(1);
  });
});
