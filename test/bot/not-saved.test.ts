import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineAction, type Feature } from '../../src/actions/index.js';
import { AppError } from '../../src/errors.js';
import { pressInTime } from '../../src/bot/press-in-time.js';
import { DANIEL, KARIN, SARA } from './support/people.js';
import { invokeBody, seen } from './support/seen.js';
import { useStage } from './support/stage.js';

/** What the action has kept: a form is kept once, however often it is sent. */
const kept = new Map<string, string>();
let fails: 'before' | 'after' | undefined;

const saving: Feature = {
  name: 'test',
  actions: [
    defineAction({
      verb: 'test.save',
      schema: z.object({ form: z.string(), text: z.string() }).strict(),
      allow: 'ask.question',
      handle: ({ form, text }) => {
        if (fails === 'before') throw new AppError('storage_unavailable', 'test');
        const isThere = kept.has(form);
        kept.set(form, text);
        if (fails === 'after') throw new Error('outer', { cause: new AppError('storage_conflict', 'test') });
        return { toast: isThere ? 'Redan sparat.' : 'Sparat.' };
      },
    }),
  ],
  commands: [],
};
const stage = useStage({ features: [saving] });
beforeEach(() => {
  kept.clear();
  fails = undefined;
});

const press = (person = SARA) => stage.user(person).press('test.save', { form: 'f1', text: 'Min text' });

describe('a save that failed', () => {
  it('is told, with what to do, and the same press saves when storage answers again', async () => {
    fails = 'before';
    const { status, body, replies } = await press();
    expect([status, replies]).toEqual([200, []]);
    const { statusCode, value } = invokeBody(body) as { statusCode: number; value: { code: string; message: string } };
    expect(statusCode).toBe(500);
    expect(value.message).toContain('Jag kunde inte spara just nu. Det du skrev står kvar: tryck på samma knapp igen');
    expect(value.message).toContain(`uppge felnummer ${value.code}`);
    expect(kept.size).toBe(0);
    fails = undefined;
    expect(invokeBody((await press()).body).value).toBe('Sparat.');
  });

  it('is told in English to whom reads English', async () => {
    fails = 'before';
    expect(JSON.stringify((await press(DANIEL)).body)).toContain('press the same button again in a moment');
  });

  it('is told as unknown when it may be saved after all, and the second press says that it was', async () => {
    fails = 'after';
    expect(JSON.stringify((await press()).body)).toContain('Hann det ändå sparas märker jag det');
    fails = undefined;
    expect(invokeBody((await press()).body).value).toBe('Redan sparat.');
    expect([...kept.values()]).toEqual(['Min text']);
  });

  it('is told of a typed text as one to write again', async () => {
    stage.storage.fails = () => true;
    const { replies } = await stage.user(KARIN).say('Hur hög är sjukfrånvaron i förskolan?');
    expect(seen(replies[0])).toContain(
      'Jag kommer inte åt det jag har sparat just nu. Skriv samma sak igen om en stund.',
    );
  });
});

describe('work that takes longer than Teams waits', () => {
  it('is given up in time, as storage that does not answer', async () => {
    const late: unknown[] = [];
    let end: (error: Error) => void = () => undefined;
    const work = new Promise<string>((_resolve, reject) => (end = reject));
    await expect(pressInTime(5, work, (error) => late.push(error))).rejects.toMatchObject({
      code: 'storage_unavailable',
    });
    end(new Error('later'));
    await expect(work).rejects.toThrow('later');
    expect(late).toMatchObject([{ message: 'later' }]);
  });

  it('gives its result, or its own failure, when it is quick', async () => {
    const fail = () => expect.unreachable();
    expect(await pressInTime(1000, Promise.resolve('done'), fail)).toBe('done');
    await expect(pressInTime(1000, Promise.reject(new Error('own')), fail)).rejects.toThrow('own');
  });
});

describe('a press where storage is slow', () => {
  const budget = { work: 400, whole: 600 };
  const stage = useStage({ features: [saving], pressBudget: budget });
  let form = 0;

  /** One press while calls to the conversation take so long; gives what its person is told and after how long. */
  async function pressed(waits: Partial<Record<string, number>>) {
    fails = undefined;
    stage.storage.waits = (table, call) => (table === 'conversations' ? (waits[call] ?? 0) : 0);
    const began = performance.now();
    const { body } = await stage.user(KARIN).press('test.save', { form: `slow ${++form}`, text: 'x' });
    return { body, ms: performance.now() - began };
  }

  it.each([
    ['reading the conversation', { find: 1500 }],
    ['remembering it', { insert: 1500, upsert: 1500, update: 1500 }],
  ])('has one time for all of it: %s is part of it', async (_, waits) => {
    await stage.user(KARIN).press('test.save', { form: 'warm', text: 'x' });
    const { body, ms } = await pressed(waits);
    expect(invokeBody(body)).toMatchObject({ statusCode: 500 });
    expect(ms).toBeLessThan(1400);
  });

  it('that is done in time is told as usual', async () => {
    await stage.user(KARIN).press('test.save', { form: 'warm', text: 'x' });
    expect((await pressed({ find: 20 })).body).toMatchObject({ value: 'Sparat.' });
  });
});
