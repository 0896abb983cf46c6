import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { joinFeatures } from '../../src/actions/index.js';
import { askFeature, createSubjects } from '../../src/ask/index.js';
import { loadCards } from '../../src/cards/index.js';
import { feedbackFeature } from '../../src/feedback/index.js';
import { createDirectory, peopleFeature } from '../../src/people/index.js';
import { openFeedback, openStorage } from '../../src/storage/index.js';
import { ask, knowledge } from '../ask/engine.js';

/** The features as main.ts joins them: what a button sends must be what its action takes, and the other way round. */
const directory = createDirectory([]);
const asking = askFeature({ ask, knowledge });
const registry = joinFeatures([
  asking.feature,
  peopleFeature({ directory }),
  feedbackFeature({
    stores: openFeedback(openStorage({ kind: 'memory' })),
    subjects: createSubjects(knowledge),
    directory,
    again: asking.again,
    flushCounts: () => Promise.resolve(),
  }).feature,
]);
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
