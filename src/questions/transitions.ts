import type { Handling, Outcome } from './question.js';

/** What somebody of HR does with a question. */
export type Step =
  { readonly do: 'claim' } | { readonly do: 'release' } | { readonly do: 'answer' | 'close'; readonly text: string };

/** What a step does: the new state, nothing (it is so already), or why it cannot be done. */
export type Taken =
  | { readonly kind: 'next'; readonly handling: Handling }
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly because: 'claimed' | 'answered' | 'closed'; readonly by: string };

const OUTCOME = { answer: 'answered', close: 'closed' } as const satisfies Record<string, Outcome['state']>;

/**
 * Decides a step. Who presses twice finds it done. Handing back is open to all of HR, or a question would lie with somebody who
 * is away; answering what somebody else has is not.
 */
export function take(handling: Handling, step: Step, by: string, at: Date): Taken {
  if (handling.state === 'answered' || handling.state === 'closed') {
    const isSame = 'text' in step && OUTCOME[step.do] === handling.state && handling.text === step.text;
    if (isSame && handling.by === by) return { kind: 'same' };
    return { kind: 'refused', because: handling.state, by: handling.by };
  }
  if (step.do === 'release')
    return handling.state === 'sent' ? { kind: 'same' } : { kind: 'next', handling: { state: 'sent' } };
  if (handling.state === 'claimed' && handling.by !== by)
    return { kind: 'refused', because: 'claimed', by: handling.by };
  if (step.do === 'claim')
    return handling.state === 'claimed' ? { kind: 'same' } : { kind: 'next', handling: { state: 'claimed', by, at } };
  return { kind: 'next', handling: { state: OUTCOME[step.do], by, at, text: step.text } };
}
