import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  type Action,
  type Command,
  defineAction,
  type Feature,
  joinFeatures,
  normalisePhrase,
  type Search,
} from '../../src/actions/index.js';
import type { Permission } from '../../src/people/index.js';

function action(verb: string, more: Partial<Action> = {}): Action {
  return { verb, schema: z.object({}), allow: 'ask.question', handle: () => ({}), ...more };
}

function command(id: string, phrases: readonly string[], more: Partial<Command> = {}): Command {
  return { id, phrases, allow: 'ask.help', handle: () => ({}), ...more };
}

function search(id: string, more: Partial<Search> = {}): Search {
  return { id, allow: 'ask.search', handle: () => ({ kind: 'hits', hits: [] }), ...more };
}

function feature(name: string, actions: readonly Action[], commands: readonly Command[] = []): Feature {
  return { name, actions, commands };
}

const unheardOf = { allow: 'ask.everything' as Permission };

describe('joinFeatures', () => {
  it('finds the actions and commands of all features', () => {
    const [pick, read] = [action('ask.pick'), action('plan.read')];
    const [help, left] = [command('ask.help', ['hjälp', 'help']), command('plan.left', ['vad är kvar?'])];
    const registry = joinFeatures([feature('ask', [pick], [help]), feature('plan', [read], [left])]);
    expect(registry.actions).toEqual([pick, read]);
    expect(registry.commands).toEqual([help, left]);
    expect(registry.findAction('plan.read')).toBe(read);
    expect(registry.findAction('plan.Read')).toBeUndefined();
    expect(registry.findAction('toString')).toBeUndefined();
    expect(registry.findCommand('Hjälp! 🙂')).toBe(help);
    expect(registry.findCommand('VAD ÄR  KVAR')).toBe(left);
    expect(registry.findCommand('vad är kvar i planen?')).toBeUndefined();
    expect(registry.findCommand('')).toBeUndefined();
    expect(registry.findCommand('🙂')).toBeUndefined();
  });

  it.each<[string, readonly Feature[], string]>([
    [
      'a verb of two features',
      [feature('ask', [action('ask.a')]), feature('ask', [action('ask.a')])],
      'verb ask.a is registered twice',
    ],
    ["another feature's verb", [feature('ask', [action('plan.a')])], 'verb plan.a must begin with ask. and go on'],
    [
      'a verb that only begins alike',
      [feature('ask', [action('asking.a')])],
      'verb asking.a must begin with ask. and go on',
    ],
    [
      'a verb that is no more than the name',
      [feature('ask', [action('ask.')])],
      'verb ask. must begin with ask. and go on',
    ],
    [
      'an action without permission',
      [feature('ask', [action('ask.a', unheardOf)])],
      'verb ask.a names no permission of the policy table',
    ],
    [
      'a command without permission',
      [feature('ask', [], [command('ask.a', ['a'], unheardOf)])],
      'command ask.a names no permission of the policy table',
    ],
    [
      'a permission that is only a property of objects',
      [feature('ask', [action('ask.a', { allow: 'toString' as Permission })])],
      'verb ask.a names no permission of the policy table',
    ],
    [
      'a phrase of two commands',
      [feature('ask', [], [command('ask.a', ['hjälp']), command('ask.b', ['Hjälp!'])])],
      'phrase "hjälp" of ask.b is registered twice',
    ],
    [
      'a phrase twice in one command',
      [feature('ask', [], [command('ask.a', ['start', 'Start'])])],
      'phrase "start" of ask.a is registered twice',
    ],
    [
      'two commands of one id',
      [feature('ask', [], [command('ask.a', ['a']), command('ask.a', ['b'])])],
      'command ask.a is registered twice',
    ],
    [
      'two searches of one id',
      [{ ...feature('ask', []), searches: [search('find'), search('find')] }],
      'search find is registered twice',
    ],
    [
      'a search without permission',
      [{ ...feature('ask', []), searches: [search('find', unheardOf)] }],
      'search find names no permission of the policy table',
    ],
    ['a command without phrase', [feature('ask', [], [command('ask.a', [])])], 'command ask.a has no phrase'],
    [
      'a phrase without letters',
      [feature('ask', [], [command('ask.a', ['?!'])])],
      'a phrase of ask.a has no letter, so any emoji would match it',
    ],
  ])('refuses %s', (_, features, message) => {
    expect(() => joinFeatures(features)).toThrow(expect.objectContaining({ code: 'registry_invalid', message }));
  });
});

describe('defineAction', () => {
  it('hands the handler what the schema lets through', async () => {
    const count = defineAction({
      verb: 'ask.count',
      schema: z.object({ n: z.coerce.number() }),
      allow: 'ask.question',
      handle: ({ n }) => ({ toast: String(n + 1) }),
    });
    expect(await count.handle(count.schema.parse({ n: '41' }), undefined as never)).toEqual({ toast: '42' });
  });
});

describe('normalisePhrase', () => {
  it.each([
    ['Hjälp! 🙂', 'hjälp'],
    ['  VAD   är\n kvar ?  ', 'vad är kvar'],
    ['Hja\u0308lp', 'hjälp'],
    ['👩‍💻👍🏽', ''],
    ['hej\u00a0då', 'hej då'],
    ['«Ny uppföljning»', 'ny uppföljning'],
    ['R12-rapport', 'r12-rapport'],
    ['hjälp\u200b', 'hjälp'],
    ['¿qué?', 'qué'],
  ])('makes %j into "%s"', (text, phrase) => expect(normalisePhrase(text)).toBe(phrase));
});
