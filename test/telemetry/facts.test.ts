import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ANSWER_KINDS } from '../../src/ask/index.js';
import { DELIVERY_STATES } from '../../src/broadcast/index.js';
import { definedTables } from '../../src/storage/index.js';
import { HELD_BACK, keepOurs, toAttributes, wordOf } from '../../src/telemetry/facts.js';
import { COUNTERS, MEASURES } from '../../src/telemetry/index.js';
import { scrub } from '../../src/telemetry/scrub.js';
import { readTraceparent, writeTraceparent } from '../../src/telemetry/traceparent.js';

describe('what telemetry may say', () => {
  it('is every verb, table, state and kind of the bot', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const verbs = sources.flatMap((name) => [
      ...readFileSync(join('src', name), 'utf8').matchAll(/\bverb: '([^']+)'/g),
    ]);
    const words = [
      ...verbs.map(([, verb]) => verb!),
      ...definedTables().map(({ name }) => name),
      ...[...DELIVERY_STATES, ...ANSWER_KINDS],
      ...['storage_unavailable', 'storage find conversations', 'broadcast deliver', 'deliveries-unreadable'],
    ];
    expect(verbs.length).toBeGreaterThan(50);
    expect(words.filter((word) => wordOf(word) !== word)).toEqual([]);
  });

  it.each([
    ['an address', 'karin@kommunen.se'],
    ['a person’s id', 'a0000000-0000-4000-8000-000000000001'],
    ['a personal identity number', '850709-9805'],
    ['a row’s address', "https://k.table.core.windows.net/people(PartitionKey='x',RowKey='y')"],
    ['a conversation', '29:1-abc'],
    ['a key of parts', 'okänd|person'],
    ['what somebody wrote', 'Jag mår inte bra på jobbet, och ingen bryr sig.'],
    ['a long word', 'a'.repeat(61)],
    ['nothing', ''],
  ])('is not %s', (_, value) => expect(toAttributes({ kind: value })).toEqual({ 'ubara.kind': HELD_BACK }));

  it('is a number where a number is meant', () => expect(toAttributes({ tries: 2 })).toEqual({ 'ubara.tries': 2 }));

  it('leaves nothing of what an instrumentation of HTTP or of storage would say', () => {
    const attributes = {
      'http.url': "https://k.table.core.windows.net/people(PartitionKey='okänd',RowKey='person:1')",
      'url.full': 'https://k.queue.core.windows.net/deliveries/messages?popreceipt=x',
      'server.address': 'k.table.core.windows.net',
      'user_agent.original': 'x',
      'enduser.id': 'karin',
      'ubara.kind': 'Karin Lindqvist, 850709-9805',
      'ubara.tries': 3,
      'ubara.list': ['karin'],
    };
    keepOurs(attributes);
    expect(attributes).toEqual({ 'ubara.kind': HELD_BACK, 'ubara.tries': 3 });
  });

  it('scrubs a span that somebody else made, its exception and all', () => {
    const span = {
      name: "GET /people(PartitionKey='okänd')",
      attributes: { 'http.method': 'GET', 'ubara.verb': 'plan.respond' },
      events: [{ name: 'exception', attributes: { 'exception.message': 'Karin finns inte' } }],
      links: [{ context: {}, attributes: { who: 'karin' } }],
      status: { code: 2, message: 'Karin finns inte' },
    };
    scrub.onEnd(span as never);
    expect(span).toEqual({
      name: HELD_BACK,
      attributes: { 'ubara.verb': 'plan.respond' },
      events: [],
      links: [{ context: {} }],
      status: { code: 2 },
    });
  });
});

describe('a traceparent', () => {
  const WRITTEN = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

  it('is read as it was written', () => {
    expect(writeTraceparent(readTraceparent(WRITTEN)!)).toBe(WRITTEN);
  });

  it.each(['', 'x', WRITTEN.toUpperCase(), `${WRITTEN}-more`, WRITTEN.slice(3)])('is not read of "%s"', (written) => {
    expect(readTraceparent(written)).toBeUndefined();
  });
});

it('docs/operate.md says what each metric is', () => {
  const page = readFileSync('docs/operate.md', 'utf8');
  const told = [...Object.keys(COUNTERS), ...Object.keys(MEASURES), 'ubara.turn.duration'];
  const rows = [...page.matchAll(/^\| `(ubara\.[\w.]+)` \|/gm)].map(([, name]) => name!);
  expect(rows.sort()).toEqual(told.sort());
});
