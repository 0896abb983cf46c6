import type { Routine } from '../knowledge.js';
import type { Steps } from '../steps.js';
import { tokenise } from '../text/fold.js';

/**
 * The routine whose own question this is, word for word: buttons ask so, and whoever writes knowledge may rely on it. Of
 * several the one whose place fits best; nothing needs to be ranked.
 */
export function* asWrittenSteps(
  routines: readonly Routine[],
): Steps<(question: string, fit: (routine: Routine) => number) => Routine | undefined> {
  const byQuestion = new Map<string, Routine[]>();
  for (const routine of routines) {
    for (const question of new Set([...routine.questions, ...routine.questionsEn].map(wordsOf)))
      byQuestion.set(question, [...(byQuestion.get(question) ?? []), routine]);
    yield;
  }
  return (question, fit) => [...(byQuestion.get(wordsOf(question)) ?? [])].sort((a, b) => fit(b) - fit(a))[0];
}

function wordsOf(question: string): string {
  return tokenise(question)
    .map(({ folded }) => folded)
    .join(' ');
}
