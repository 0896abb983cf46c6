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
  const counts = frame.words.has('count') || frame.words.has('share');
  const sure = asksHow ? SURE_WHEN_ASKED_HOW : counts ? SURE_WHEN_COUNTING : SURE;
  if (best && confidence >= sure) return { kind: 'routine', routine: best.routine };
  if (figures !== undefined) return { kind: 'figures' };
  if (best && confidence >= UNSURE) return { kind: 'unsure', routines: ranked.map(({ routine }) => routine) };
  return { kind: 'nothing' };
}

/**
 * How sure a passage must be to be quoted: where nothing answers, against the refusal of a thing that is known not to be held,
 * and against a routine, which it must besides clearly surpass. Held against the practice questions with all five documents
 * imported: no right refusal and no right routine gives way.
 */
const SURE_TO_QUOTE = 0.4;
const SURE_AGAINST_A_REFUSAL = 0.45;
const SURE_AGAINST_A_ROUTINE = 0.5;
const CLEARLY_SURER = 0.15;

/** Whether an imported passage answers instead of what was chosen: never instead of figures, and an own routine wins ties. */
export function mayQuote(passage: number, { kind }: Choice, [best]: readonly Ranked[]): boolean {
  switch (kind) {
    case 'figures':
      return false;
    case 'routine':
      return passage >= SURE_AGAINST_A_ROUTINE && passage - (best?.confidence ?? 0) > CLEARLY_SURER;
    case 'not-held':
      return passage >= SURE_AGAINST_A_REFUSAL;
    case 'unsure':
    case 'nothing':
      return passage >= SURE_TO_QUOTE;
  }
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
