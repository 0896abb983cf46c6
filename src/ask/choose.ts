import type { AnswerKind } from './answer.js';
import type { NotHeld, Routine } from './knowledge.js';
import type { Ranked } from './routines/ranker.js';
import { fold, tokenise } from './text/fold.js';
import { stem } from './text/stem.js';
import type { Frame } from './understand/frame.js';
import { leaning } from './understand/leaning.js';

export type Choice =
  | { readonly kind: 'figures' }
  | { readonly kind: 'routine'; readonly routine: Routine }
  | { readonly kind: 'not-held'; readonly what: NotHeld }
  | { readonly kind: 'unsure'; readonly routines: readonly Routine[] }
  | { readonly kind: 'nothing' };

/**
 * How sure the ranker must be. Held against test/ask/questions.dev.jsonl: SURE answers, UNSURE asks back, below it refuses;
 * a question that asks how, who or why needs less, one that asks for a figure we lack needs more.
 */
const SURE = 0.36;
const SURE_WHEN_ASKED_HOW = 0.28;
const SURE_WHEN_ASKED_FIGURE = 0.6;
const SURE_WHEN_COUNTING = 0.75;
const UNSURE = 0.26;

interface Candidates {
  readonly frame: Frame;
  /** What the figures' side would answer; undefined when the question names no measure. */
  readonly figures: AnswerKind | undefined;
  readonly ranked: readonly Ranked[];
  readonly notHeld: readonly NotHeld[];
}

/** Which side answers: the figures, a routine, a refusal that names what is not held, a question back, or nothing. */
export function choose({ frame, figures, ranked, notHeld }: Candidates): Choice {
  const lean = leaning(frame);
  const [best] = ranked;
  const confidence = best?.confidence ?? 0;
  const missing = notHeld.find((entry) => !best || !speaksOf(best.routine, frame, entry));
  const asksHow = frame.words.has('procedure') || frame.words.has('computed');

  if (figures === 'statistic' && !(asksHow && confidence >= (lean === 'routine' ? SURE_WHEN_ASKED_HOW : SURE)))
    return { kind: 'figures' };
  if (missing) return { kind: 'not-held', what: missing };
  if (figures !== undefined && lean !== 'routine' && confidence < SURE_WHEN_ASKED_FIGURE) return { kind: 'figures' };
  const asksFigure = ['figure', 'count', 'share'].some((word) => frame.words.has(word));
  if (figures !== undefined && (lean === 'figures' || asksFigure)) return { kind: 'figures' };
  const sure = asksHow ? SURE_WHEN_ASKED_HOW : frame.words.has('count') ? SURE_WHEN_COUNTING : SURE;
  if (best && confidence >= sure) return { kind: 'routine', routine: best.routine };
  if (figures !== undefined) return { kind: 'figures' };
  if (best && confidence >= UNSURE) return { kind: 'unsure', routines: ranked.map(({ routine }) => routine) };
  return { kind: 'nothing' };
}

/** How sure a passage must be to be quoted, and more so where a refusal is known to be right for most questions. */
const SURE_TO_QUOTE = 0.36;
const SURE_TO_QUOTE_AGAINST_A_REFUSAL = 0.5;

/** Whether an imported passage answers instead: only where neither figures nor a routine do, so that an own routine wins ties. */
export function mayQuote(
  confidence: number,
  { choice, figures }: { choice: Choice['kind']; figures?: AnswerKind },
): boolean {
  if (choice === 'routine' || (choice === 'figures' && figures !== 'unknown')) return false;
  const isRefused = choice === 'not-held' || choice === 'figures';
  return confidence >= (isRefused ? SURE_TO_QUOTE_AGAINST_A_REFUSAL : SURE_TO_QUOTE);
}

/** Whether the routine itself is about the thing that no figures are held of ("deltid"), so that it may answer all the same. */
function speaksOf(routine: Routine, frame: Frame, entry: NotHeld): boolean {
  const mention = frame.notHeld.find(({ ids }) => ids.includes(entry.id));
  if (!mention) return false;
  const words = frame.tokens.slice(Math.floor(mention.start), Math.ceil(mention.end)).map(({ folded }) => stem(folded));
  const text = [
    routine.title,
    routine.titleEn,
    routine.body,
    routine.bodyEn,
    ...routine.questions,
    ...routine.questionsEn,
  ].join(' ');
  const stems = new Set(tokenise(text).map((token) => stem(fold(token.text))));
  return words.every((word) => stems.has(word));
}
