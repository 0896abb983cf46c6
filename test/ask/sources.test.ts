import { describe, expect, it } from 'vitest';
import {
  type Answer,
  type AnswerKind,
  type AnswerSource,
  type Ask,
  type AskResult,
  type Claim,
  plainAnswer,
  withSources,
} from '../../src/ask/index.js';
import { NOW } from './engine.js';

const question = { question: 'Vilka är försenade?', context: {}, now: NOW };
const answered = (kind: AnswerKind, about: Partial<Answer> = {}): AskResult => ({
  answer: { ...plainAnswer(kind, 'sv', kind, ''), ...about },
  context: {},
});
const OWN = answered('plan');

/** A source that claims every question so. */
const claiming = (surety: Claim['surety'], found?: AskResult): AnswerSource => ({
  kind: 'plan',
  claim: () => ({ surety, answer: () => Promise.resolve(found) }),
});

describe('a source beside the engine', () => {
  it.each([
    ['is sure, before figures', answered('statistic'), 'sure', 'plan'],
    ['is sure, before routines', answered('routine'), 'sure', 'plan'],
    [
      'is sure, yet a routine has the question word for word',
      { ...answered('routine'), isAsWritten: true },
      'sure',
      'routine',
    ],
    ['is sure, yet somebody takes leave', { ...answered('smalltalk'), isFarewell: true }, 'sure', 'smalltalk'],
    ['is sure, yet somebody tells of a delicate case', answered('sensitive'), 'sure', 'sensitive'],
    ['may know, where the engine knows', answered('statistic'), 'maybe', 'statistic'],
    ['may know, where the engine does not', answered('unknown'), 'maybe', 'plan'],
    ['may know, where the engine would ask back', answered('clarify'), 'maybe', 'plan'],
  ] as const)('that %s', async (_what, engine, surety, kind) => {
    expect((await withSources(() => engine, [claiming(surety, OWN)])(question)).answer.kind).toBe(kind);
  });

  it('that holds nothing of it after all leaves the question to the engine', async () => {
    expect(await withSources(() => answered('unknown'), [claiming('sure')])(question)).toEqual(answered('unknown'));
  });

  it.each([
    ['routine', 'routine'],
    ['unknown', 'plan'],
  ] as const)(
    'that says it holds nothing of it answers only where the engine has no answer: %s',
    async (kind, said) => {
      const nothing: AskResult = { ...OWN, holdsNothing: true };
      expect((await withSources(() => answered(kind), [claiming('sure', nothing)])(question)).answer.kind).toBe(said);
    },
  );

  it('answers with where to turn when the matter is delicate', async () => {
    const aside = { text: 'Har det hänt något?' };
    const { answer } = await withSources(() => answered('routine', { aside }), [claiming('sure', OWN)])(question);
    expect([answer.kind, answer.aside]).toEqual(['plan', aside]);
  });

  it.each([
    ['statistic', false],
    ['routine', false],
    ['smalltalk', true],
    ['unknown', true],
  ] as const)(
    'is what the conversation is about until the engine answers otherwise: after %s %s',
    async (kind, stays) => {
      const source = { kind: 'plan', about: { want: 'status' } } as const;
      const engine: Ask = ({ context }) => ({ ...answered(kind), context: { ...context, measure: 'ami' } });
      const { context } = await withSources(engine, [])({ ...question, context: { source } });
      expect(context).toEqual(stays ? { measure: 'ami', source } : { measure: 'ami' });
    },
  );

  it('that claims nothing costs no promise', () => {
    const engine = answered('statistic');
    expect(withSources(() => engine, [{ kind: 'plan', claim: () => undefined }])(question)).toBe(engine);
  });
});
