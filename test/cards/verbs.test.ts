import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadCards } from '../../src/cards/index.js';
import { createLog } from '../../src/log.js';
import { testConfig } from '../bot/support/stage.js';
import { buildHouse } from '../support/start.js';

/** The features as the bot joins them: what a button sends must be what its action takes, and the other way round. */
const { registry } = await buildHouse(testConfig(), createLog('silent'));
const templates = loadCards('cards').templates();
const buttons = templates.flatMap(({ name, actions, inputs }) =>
  actions.map(({ verb, data, withInputs }) => ({ name, verb, sends: [...data, ...(withInputs ? inputs : [])] })),
);

function keysOf(schema: z.ZodTypeAny): string[] {
  expect(schema).toBeInstanceOf(z.ZodObject);
  return Object.keys((schema as z.ZodObject<z.ZodRawShape>).shape);
}

describe('the buttons of the templates', () => {
  it('are there, or these tests would prove nothing', () => {
    expect(buttons.length).toBeGreaterThan(5);
  });

  it.each(buttons)('$name: $verb is registered and takes what is sent', ({ verb, sends }) => {
    const action = registry.findAction(verb);
    expect(action).toBeDefined();
    const keys = keysOf(action!.schema);
    expect(sends.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it.each(registry.actions.map(({ verb, schema }) => ({ verb, schema })))(
    '$verb has a button, and all that it takes is sent by one',
    ({ verb, schema }) => {
      const sent = buttons.filter((button) => button.verb === verb).flatMap(({ sends }) => sends);
      expect(keysOf(schema).filter((key) => !sent.includes(key))).toEqual([]);
    },
  );
});
