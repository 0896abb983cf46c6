import type { AnswerKind, AnswerSource, Ask, AskResult, Claim, Question } from './answer.js';

/** The engine with other features' answers. A question that no source claims is answered at once, without a promise. */
export type Answering = (question: Question) => AskResult | Promise<AskResult>;

/** Kinds after which a conversation still is about what it was about. */
const STAYS: ReadonlySet<AnswerKind> = new Set<AnswerKind>(['smalltalk', 'unknown', 'sensitive']);
const NO_ANSWER: ReadonlySet<AnswerKind> = new Set<AnswerKind>(['unknown', 'clarify']);

/**
 * Joins sources with the engine. Delicate cases, farewells and questions that a routine has word for word stay the engine's; what a source is
 * sure of is the source's; what it may know is asked for where the engine has no answer. Of several sources that claim a question the
 * first that holds something of it answers.
 */
export function withSources(ask: Ask, sources: readonly AnswerSource[]): Answering {
  return (question) => {
    const claims = sources.flatMap((source) => source.claim(question) ?? []);
    const own = ask(question);
    const isOwn = own.answer.kind === 'sensitive' || own.isAsWritten === true || own.isFarewell === true;
    const fitting = claims.filter(({ surety }) => surety === 'sure' || NO_ANSWER.has(own.answer.kind));
    return isOwn || fitting.length === 0 ? leaving(own) : firstAnswer(fitting, own);
  };
}

/** Where a delicate matter is named, the answer ends with where to turn, whoever gives it. */
function withAside(answered: AskResult, { answer: { aside } }: AskResult): AskResult {
  return aside ? { ...answered, answer: { ...answered.answer, aside } } : answered;
}

async function firstAnswer(claims: readonly Claim[], own: AskResult): Promise<AskResult> {
  for (const claim of claims) {
    const answered = await claim.answer();
    if (answered?.holdsNothing && !NO_ANSWER.has(own.answer.kind)) continue;
    if (answered) return withAside(answered, own);
  }
  return leaving(own);
}

/** The engine has answered, so what a source's answer was about is over. */
function leaving(result: AskResult): AskResult {
  const { source, ...context } = result.context;
  return source === undefined || STAYS.has(result.answer.kind) ? result : { ...result, context };
}
