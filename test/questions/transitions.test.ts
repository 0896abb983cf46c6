import { describe, expect, it } from 'vitest';
import type { Handling } from '../../src/questions/index.js';
import { type Step, take } from '../../src/questions/transitions.js';

const at = new Date('2026-03-02T08:00:00Z');
const sent: Handling = { state: 'sent' };
const claimed: Handling = { state: 'claimed', by: 'ingrid', at };
const answered: Handling = { state: 'answered', by: 'ingrid', at, text: 'Ja.' };
const closed: Handling = { state: 'closed', by: 'ingrid', at, text: 'Dubblett.' };
const answer: Step = { do: 'answer', text: 'Ja.' };
const close: Step = { do: 'close', text: 'Dubblett.' };
const next = (handling: Handling) => ({ kind: 'next', handling });
const refused = (because: string) => ({ kind: 'refused', because, by: 'ingrid' });

describe('what a step does to a question', () => {
  it.each([
    ['claims a new one', sent, { do: 'claim' }, 'ingrid', next(claimed)],
    ['finds its own claim done', claimed, { do: 'claim' }, 'ingrid', { kind: 'same' }],
    ["is refused another's claim", claimed, { do: 'claim' }, 'amir', refused('claimed')],
    ['hands its own back', claimed, { do: 'release' }, 'ingrid', next(sent)],
    ['hands back what somebody has who is away', claimed, { do: 'release' }, 'amir', next(sent)],
    ['has nothing to hand back', sent, { do: 'release' }, 'amir', { kind: 'same' }],
    ['answers its own', claimed, answer, 'ingrid', next(answered)],
    ['answers what nobody has', sent, answer, 'ingrid', next(answered)],
    ['does not answer what another has', claimed, answer, 'amir', refused('claimed')],
    ['finds the same answer given', answered, answer, 'ingrid', { kind: 'same' }],
    ['does not answer twice', answered, { do: 'answer', text: 'Nej.' }, 'ingrid', refused('answered')],
    ['does not answer after another, in the same words either', answered, answer, 'amir', refused('answered')],
    ['closes its own', claimed, close, 'ingrid', next(closed)],
    ['finds it closed', closed, close, 'ingrid', { kind: 'same' }],
    ['does not take a closed one', closed, { do: 'claim' }, 'amir', refused('closed')],
    ['does not hand back what is answered', answered, { do: 'release' }, 'ingrid', refused('answered')],
  ] as const)('%s', (...[, handling, step, by, expected]) => {
    expect(take(handling, step, by, at)).toEqual(expected);
  });
});
