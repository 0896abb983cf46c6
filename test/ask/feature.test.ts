import { describe, expect, it } from 'vitest';
import type { Turn } from '../../src/actions/index.js';
import { type Answer, type AnsweredQuestion, type AnswerKind, askFeature } from '../../src/ask/index.js';
import { createSubjects } from '../../src/ask/index.js';
import { somePerson } from '../people/some-people.js';
import { knowledge } from './engine.js';

const person = somePerson(1);
const turn: Turn = {
  asker: { kind: 'person', id: person.id, person },
  locale: 'sv',
  now: new Date('2026-03-02T08:00:00Z'),
  conversation: 'personal',
  context: { ask: { measure: 'sjukfranvaro' }, plan: { id: 'p' } },
};

/** The feature over an engine that gives one answer of this kind, whatever is asked. */
async function featureOf(kind: AnswerKind) {
  const answer: Answer = {
    ...{ kind, locale: 'sv', title: 'Titel', text: 'Text' },
    ...{ facts: [], citations: [], assumptions: [], suggestions: [] },
  };
  const counted: AnsweredQuestion[] = [];
  const feature = askFeature({
    ask: () => ({ answer, context: { measure: 'sjukfranvaro', routine: 'avslutssamtal' } }),
    knowledge: () => knowledge,
    onAnswered: (answered) => void counted.push(answered),
  });
  const reply = await feature.answer.handle(turn, 'Jag blir hotad på jobbet');
  return { reply, counted, message: reply.post![0]!, feature };
}

describe('a sensitive answer', () => {
  it('leaves nothing: no count, no context, no id, no thumbs, no button to HR', async () => {
    const { reply, counted, message } = await featureOf('sensitive');
    expect(counted).toEqual([]);
    expect(reply.context).toBeUndefined();
    expect(message.rateable).toBeUndefined();
    expect(message.card).not.toHaveProperty('own');
    expect(message.card!.data).not.toHaveProperty('feedback');
    expect(JSON.stringify(message)).not.toContain('hotad');
  });

  it('cannot be called up again by a button of another card', async () => {
    const { feature } = await featureOf('sensitive');
    const origin = JSON.stringify({ question: 'Jag blir hotad', context: {} });
    const rated = { rating: 'up', reason: { state: 'asked' } } as const;
    for (const subject of ['not-understood', 'routine:avslutssamtal'])
      expect(feature.again(turn, { answer: 'a', subject, origin }, rated)).toBeUndefined();
  });
});

describe('an answer', () => {
  it.each([
    ['statistic', 'measure:sjukfranvaro'],
    ['routine', 'routine:avslutssamtal'],
    ['clarify', 'not-understood'],
    ['unknown', 'not-understood'],
  ] as const)('of the kind %s is counted and can be rated as %s', async (kind, subject) => {
    const { counted, message } = await featureOf(kind);
    expect(counted).toEqual([{ organisation: person.organisation, at: turn.now, kind, subject }]);
    expect(message.rateable).toEqual({ answer: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, subject });
  });

  it('of a plan is counted and not rated: the same question has another answer tomorrow', async () => {
    const { counted, message } = await featureOf('plan');
    expect(counted).toEqual([{ organisation: person.organisation, at: turn.now, kind: 'plan', subject: 'plan' }]);
    expect(message.rateable).toBeUndefined();
    expect(message.card!.isShared).toBe(false);
  });

  it.each(['smalltalk', 'exit'] as const)('of the kind %s is neither counted nor rated', async (kind) => {
    const { counted, message } = await featureOf(kind);
    expect(counted).toEqual([]);
    expect(message.rateable).toBeUndefined();
  });

  it.each([
    ['in the own chat of somebody whom the directory knows', {}, true],
    ['in a group chat', { conversation: 'groupChat' }, false],
    ['for somebody whom the directory does not know', { asker: { kind: 'unknown', id: 'x' } }, false],
  ] as const)('that is none can be sent to HR %s: %j', async (_where, about, isThere) => {
    const { feature } = await featureOf('unknown');
    const { card } = (await feature.answer.handle({ ...turn, ...about }, 'Vad?')).post![0]!;
    expect('toHr' in card!.own!).toBe(isThere);
  });

  it('gets another id each time', async () => {
    const [one, other] = [await featureOf('routine'), await featureOf('routine')];
    expect(one.message.rateable).not.toEqual(other.message.rateable);
  });

  it('has only what is of this sending outside the part that is kept in memory', async () => {
    const [one, other] = [(await featureOf('unknown')).message.card!, (await featureOf('unknown')).message.card!];
    expect(one.isShared).toBe(true);
    expect(one.data).toEqual(other.data);
    expect(JSON.stringify(one.data)).not.toContain('hotad');
    expect(one.own).toMatchObject({ toHr: 'Jag blir hotad på jobbet' });
  });
});

describe('the subjects of the knowledge', () => {
  const subjects = createSubjects(() => knowledge);

  it('are its measures and routines, quotations, and the questions that are not understood', () => {
    expect(subjects.isKnown('measure:sjukfranvaro', 'Älvsjö')).toBe(true);
    expect(subjects.isKnown(`routine:${knowledge.routines[0]!.id}`, 'Älvsjö')).toBe(true);
    expect(subjects.isKnown('not-understood', 'Älvsjö')).toBe(true);
    expect(subjects.isKnown('passage', 'Älvsjö')).toBe(true);
    for (const text of ['measure:hittepå', 'routine:', 'sjukfranvaro', ''])
      expect(subjects.isKnown(text, 'Älvsjö')).toBe(false);
  });

  it('have a title in both languages; what is gone is called by its id', () => {
    expect(subjects.titleOf('measure:sjukfranvaro', 'sv')).toBe('Sjukfrånvaro');
    expect(subjects.titleOf('measure:sjukfranvaro', 'en')).toBe('Sickness absence');
    expect(subjects.titleOf('passage', 'sv')).toBe('Citat ur inlästa dokument');
    expect(subjects.titleOf('routine:borttagen', 'sv')).toBe('borttagen');
  });
});
