import { createAsk, EMPTY_CONTEXT, type Answer, type Question } from '../../src/ask/index.js';
import { loadKnowledge } from '../../src/knowledge/index.js';

/** The moment of all these tests: after every document, so that "i år" is a year that none of them covers. */
export const NOW = new Date('2026-11-25T09:00:00Z');

export const knowledge = loadKnowledge('knowledge', NOW);
export const ask = createAsk(knowledge);

/** Asks the turns of one conversation and gives all answers. */
export function converse(turns: readonly string[], speaker: Partial<Question> = {}): Answer[] {
  let context = EMPTY_CONTEXT;
  return turns.map((question) => {
    const result = ask({ question, now: NOW, context, ...speaker });
    context = result.context;
    return result.answer;
  });
}

/** The answer to the last turn. */
export function answerTo(...turns: readonly string[]): Answer {
  return converse(turns).at(-1)!;
}

/** A fact as one line with plain spaces: "Sjukfrånvaro: 9,8 % | avdelningen för förskola i ... | juli 2023–juni 2024 (R12) | utfall". */
export function factLine({ facts }: Answer, at = 0): string {
  const fact = facts[at];
  if (!fact) return '(none)';
  return `${fact.label}: ${fact.display} | ${fact.population} | ${fact.period} | ${fact.kind}`.replaceAll(
    '\u00a0',
    ' ',
  );
}
