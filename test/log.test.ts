import type { RestError } from '@azure/data-tables';
import { describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '../src/errors.js';
import { createLog, serialiseError } from '../src/log.js';
import { openStorage } from '../src/storage/index.js';
import { looseTable } from './storage/table-contract.js';

/** What the log writes when `event` logs something: one object a line. */
function linesOf(event: (log: ReturnType<typeof createLog>) => void, level = 'info'): Record<string, unknown>[] {
  const lines: Record<string, unknown>[] = [];
  event(createLog(level, { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) }));
  return lines;
}

const SECRET = 'Anna är sjuk';

describe('createLog', () => {
  it('writes one JSON line an event, with time and without host or process', () => {
    expect(linesOf((log) => log.info({ port: 3978 }, 'ready'))).toEqual([
      { level: 30, time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string, port: 3978, msg: 'ready' },
    ]);
  });

  it.each([
    ['silent', []],
    ['error', ['e']],
    ['warn', ['w', 'e']],
    ['info', ['i', 'w', 'e']],
    ['debug', ['d', 'i', 'w', 'e']],
  ])('at level %s writes %j', (level, written) => {
    const lines = linesOf((log) => {
      log.debug('d');
      log.info('i');
      log.warn('w');
      log.error('e');
    }, level);
    expect(lines.map(({ msg }) => msg)).toEqual(written);
  });

  it('logs code, message, places and the whole chain of causes', () => {
    const cut = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    const error = new AppError('storage_unavailable', 'Storage does not answer (people).', {
      cause: new TypeError('inner', { cause: cut }),
    });
    const [line] = linesOf((log) => log.error({ error }, 'turn failed'));
    expect(line).toMatchObject({
      msg: 'turn failed',
      error: {
        type: 'AppError',
        code: 'storage_unavailable',
        message: 'Storage does not answer (people).',
        stack: expect.stringMatching(
          /^AppError: Storage does not answer \(people\)\.\n\s+at .*log\.test\.ts:\d+/,
        ) as string,
        cause: {
          type: 'TypeError',
          message: 'inner',
          cause: { type: 'Error', code: 'ECONNRESET', message: 'read ECONNRESET' },
        },
      },
    });
  });

  it.each([
    ['as error', (log: ReturnType<typeof createLog>, error: Error) => log.error({ error }, 'x')],
    ['as err', (log: ReturnType<typeof createLog>, error: Error) => log.error({ err: error }, 'x')],
    ['alone', (log: ReturnType<typeof createLog>, error: Error) => log.error(error)],
  ])('keeps to itself what else hangs on an error, logged %s', (_, write) => {
    const error = Object.assign(new Error('refused'), {
      statusCode: 403,
      details: { body: SECRET },
      response: { request: SECRET },
    });
    const text = JSON.stringify(linesOf((log) => write(log, error)));
    expect(text).toContain('"message":"refused","code":403');
    expect(text).not.toContain(SECRET);
  });

  it('logs an error given alone under the same name as others', () => {
    const [line] = linesOf((log) => log.error(new Error('refused')));
    expect(line).toMatchObject({ error: { type: 'Error', message: 'refused' } });
  });

  it('names the trace of a warning or an error, and of nothing less', () => {
    const lines: Record<string, unknown>[] = [];
    const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
    const log = createLog('info', { write }, () => '00-trace-span-01');
    log.info('turn');
    log.error('turn failed');
    expect(lines.map(({ trace }) => trace)).toEqual([undefined, '00-trace-span-01']);
  });

  it('lets neither key nor row of a real storage error into the log', async () => {
    const wrongKey = inject('azurite').replace(/AccountKey=[^;]+/, 'AccountKey=AAAA');
    const table = openStorage({ kind: 'connection-string', connectionString: wrongKey }).table(looseTable);
    const error = await table
      .insert({ organisation: 'o', id: '1', text: SECRET })
      .catch((thrown: unknown) => thrown as AppError);
    const { request } = (error as AppError).cause as RestError;
    expect(request?.headers.get('authorization')).toContain('SharedKeyLite');
    const text = JSON.stringify(linesOf((log) => log.error({ error }, 'turn failed')));
    expect(text).toContain('"cause":{"type":"RestError"');
    for (const leaked of [SECRET, 'SharedKeyLite', 'authorization', 'bodyAsText', '"request"'])
      expect(text).not.toContain(leaked);
  });
});

describe('serialiseError', () => {
  it('names what zod could not read, without quoting it', () => {
    const parsed = z
      .object({ locale: z.enum(['sv', 'en']), at: z.object({ n: z.number() }) })
      .safeParse({ locale: SECRET, at: { n: SECRET } });
    const { type, message, stack } = serialiseError(parsed.error);
    expect({ type, message }).toEqual({ type: 'ZodError', message: 'locale: invalid_enum_value; at.n: invalid_type' });
    expect(stack).toMatch(/^ZodError: locale: invalid_enum_value; at\.n: invalid_type\n\s+at /);
  });

  it('does not quote text that is no JSON', () => {
    let thrown: unknown;
    try {
      JSON.parse(SECRET);
    } catch (error) {
      thrown = error;
    }
    expect(serialiseError(thrown)).toMatchObject({ type: 'SyntaxError', message: 'unreadable input' });
    expect(JSON.stringify(serialiseError(thrown))).not.toContain('Anna');
  });

  it('takes things that are no errors', () => {
    expect(serialiseError('bara text')).toEqual({ type: 'string', message: 'bara text' });
    expect(serialiseError({ text: SECRET })).toEqual({ type: 'object', message: '' });
    expect(serialiseError(undefined)).toEqual({ type: 'undefined', message: '' });
    expect(serialiseError(new Error('yttre', { cause: 'inre' }))).toMatchObject({
      cause: { type: 'string', message: 'inre' },
    });
  });

  it('ends with a chain of causes that bites its own tail', () => {
    const error: Error = new Error('rund');
    error.cause = error;
    expect(JSON.stringify(serialiseError(error)).match(/"type":"Error"/g)).toHaveLength(9);
  });

  it('takes a code that is text or number, nothing else', () => {
    expect(serialiseError(Object.assign(new Error('x'), { code: { text: SECRET }, statusCode: 404 })).code).toBe(404);
  });
});
