import type { AnswerKind, AnswerSource, Ask, AskResult, Claim, Question } from './answer.js';

/** The engine with other features' answers. A question that no source claims is answered at once, without a promise. */
export type Answering = (question: Question) => AskResult | Promise<AskResult>;

/** Kinds after which a conversation still is about what it was about. */
const STAYS: ReadonlySet<AnswerKind> = new Set<AnswerKind>(['smalltalk', 'unknown', 'sensitive']);
const NO_ANSWER: ReadonlySet<AnswerKind> = new Set<AnswerKind>(['unknown', 'clarify']);

/**
 * Joins sources with the engine. Delicate cases and questions that a routine has word for word stay the engine's; what a source is
 * sure of is the source's; what it may know is asked for where the engine has no answer.
 */
export function withSources(ask: Ask, sources: readonly AnswerSource[]): Answering {
  return (question) => {
    const claim = claimOf(question, sources);
    const own = ask(question);
    const isOwn = own.answer.kind === 'sensitive' || own.isAsWritten === true;
    if (!claim || isOwn || (claim.surety === 'maybe' && !NO_ANSWER.has(own.answer.kind))) return leaving(own);
    return claim.answer().then((answered) => (answered ? withAside(answered, own) : leaving(own)));
  };
}

/** Where a delicate matter is named, the answer ends with where to turn, whoever gives it. */
function withAside(answered: AskResult, { answer: { aside } }: AskResult): AskResult {
  return aside ? { ...answered, answer: { ...answered.answer, aside } } : answered;
}

function claimOf(question: Question, sources: readonly AnswerSource[]): Claim | undefined {
  for (const source of sources) {
    const claim = source.claim(question);
    if (claim) return claim;
  }
  return undefined;
}

/** The engine has answered, so what a source's answer was about is over. */
function leaving(result: AskResult): AskResult {
  const { source, ...context } = result.context;
  return source === undefined || STAYS.has(result.answer.kind) ? result : { ...result, context };
}
