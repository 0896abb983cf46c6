import type { AnswerKind } from './answer.js';
import type { NotHeld, Routine } from './knowledge.js';
import type { Closest } from './routines/find-routines.js';
import { isOnlyMentioned, isToldBefore, mayTellOf, opensWithVerb, speaksOf } from './only-mentioned.js';
import { words } from './text/fold.js';
import { asksAmount } from './understand/amount.js';
import type { Frame } from './understand/frame.js';
import { contentStems } from './understand/content.js';
import { leaning } from './understand/leaning.js';

export type Choice =
  | { readonly kind: 'figures' }
  | { readonly kind: 'routine'; readonly routine: Routine; readonly isAsWritten?: true }
  | { readonly kind: 'not-held'; readonly what: NotHeld }
  | { readonly kind: 'unsure'; readonly routines: readonly Routine[] }
  | { readonly kind: 'nothing' };

/**
 * How likely the first routine must be right. SURE answers, UNSURE asks back, below it refuses; a question that asks how,
 * who or why needs less, one that asks for a figure we lack needs more. Low, because the chance was learned from questions
 * that people ask of 325 routines alike and without a place; held against test/ask/questions.*.jsonl (docs/retrieval.md).
 */
const SURE = 0.14;
const SURE_WHEN_ASKED_HOW = 0.11;
const SURE_WHEN_ASKED_FIGURE = 0.7;
const SURE_WHEN_COUNTING = 0.7;
const UNSURE = 0.1;

/** Below this a closest routine is about something else: held against questions about the moon and about all of test/ask. */
const LEAST_SPOKEN_OF = 0.26;
/** "Vilka slogs samman?" of what is told as "lades ihop": so sure that fewer shared words will do. */
const SURE_ANYHOW = 0.9;
const LEAST_SPOKEN_OF_SURELY = 0.15;
const LEAST_TO_ASK_BACK = 0.12;

/** From here a routine answers what only mentions a thing that no document holds, or a measure without such a figure. */
const SURE_BESIDE = 0.35;
const LEAST_SPOKEN_OF_BESIDE = 0.45;
/** From here also what asks for more than a measure that has no such figure: "nattpersonal, mobilt team". */
const SURE_BESIDE_MEASURE = 0.7;

const VALUE_WORDS = ['above', 'below', 'compare', 'difference'];

interface Candidates {
  readonly frame: Frame;
  /** What the figures' side would answer; undefined when the question names no measure. */
  readonly figures: AnswerKind | undefined;
  /** The question goes on about the figure before ("och i Norra innerstaden?"), so that a refusal is the answer. */
  readonly isFollowUp: boolean;
  /** Nothing but small words ("och året före?") after an answer that cannot be gone on about. */
  readonly isBare: boolean;
  /** The routine whose own question this is, word for word. */
  readonly asWritten: Routine | undefined;
  /** Ranks, which takes time: called only where it decides. */
  readonly closest: () => Closest;
  readonly notHeld: readonly NotHeld[];
}

/** Which side answers: the figures, a routine, a refusal that names what is not held, a question back, or nothing. */
export function choose({ frame, figures, isFollowUp, isBare, asWritten, closest, notHeld }: Candidates): Choice {
  if (asWritten) return { kind: 'routine', routine: asWritten, isAsWritten: true };
  if (isBare && figures === undefined) return { kind: 'nothing' };
  const lean = leaning(frame);
  // "Räkna ut det per rekrytering", "räkna ut avståndet mellan dem" ask for no explanation.
  const asksComputing = ['ratio', 'difference', 'sum'].some((word) => frame.words.has(word));
  const asksHow = frame.words.has('procedure') || (frame.words.has('computed') && !asksComputing);
  const asksFigure = lean === 'figures' || ['figure', 'count', 'share'].some((word) => frame.words.has(word));
  const isPlain = !asksHow && !isLoose(frame, asksFigure);
  const isGoalOfSame = isFollowUp && frame.words.has('target');
  if (figures === 'statistic' && (isPlain || isGoalOfSame || asksValueOfMeasure(frame))) return { kind: 'figures' };

  const saysMore = frame.unexplained.some(({ inQuestion, text }) => inQuestion && !frame.lists.carrier.has(text));
  const { ranked, spokenOf } = closest();
  const [best] = ranked;
  const confidence = best?.confidence ?? 0;
  const counts = ['count', 'share'].some((word) => frame.words.has(word));
  const asksWho = frame.tokens.some(({ text, inQuestion }) => inQuestion && frame.lists['who-or-when'].has(text));
  // What no document holds is a figure or a name: only how, who, when and why may be told by a routine all the same.
  // What HR published is about the very thing that the documents do not hold.
  const mayBeHow = asksHow || asksWho || best?.routine.published !== undefined;
  const asksValue = asksAmount(frame) || (!asksHow && VALUE_WORDS.some((word) => frame.words.has(word)));
  const mayBeBeside = !asksValue && confidence >= SURE_BESIDE && spokenOf >= LEAST_SPOKEN_OF_BESIDE;
  const isTold = (entry: NotHeld) =>
    best !== undefined &&
    ((mayBeHow && (speaksOf(best.routine, frame, entry) || (!asksValue && isToldBefore(frame, entry)))) ||
      (mayBeBeside && mayTellOf(best.routine, frame, entry)));
  const missing = notHeld.find((entry) => !isTold(entry));

  // "Kan jag få alla avdelningarnas siffror?" is put like a routine's question.
  const asksEach = ['groups-department', 'groups-area'].some((word) => frame.words.has(word)) && !saysMore;
  if (figures === 'statistic' && asksEach && confidence < SURE_WHEN_ASKED_FIGURE) return { kind: 'figures' };
  const isFound = figures === 'statistic' && !(isLoose(frame, asksFigure) && confidence >= UNSURE);
  if (isFound && !(asksHow && confidence >= (lean === 'routine' ? SURE_WHEN_ASKED_HOW : SURE)))
    return { kind: 'figures' };
  if (missing) return { kind: 'not-held', what: missing };
  const isBeside =
    mayBeBeside &&
    !isFollowUp &&
    figures !== 'statistic' &&
    figures !== 'clarify' &&
    notHeld.length + frame.measures.length > 0 &&
    (frame.measures.every((mention) => isOnlyMentioned(mention, frame)) ||
      (saysMore && (confidence >= SURE_BESIDE_MEASURE || opensWithVerb(frame))));
  if (best && isBeside) return { kind: 'routine', routine: best.routine };
  if (figures !== undefined && isFollowUp && !asksHow) return { kind: 'figures' };
  if (figures !== undefined && lean !== 'routine' && confidence < SURE_WHEN_ASKED_FIGURE) return { kind: 'figures' };
  if (figures !== undefined && asksFigure) return { kind: 'figures' };
  const sure = asksHow ? SURE_WHEN_ASKED_HOW : counts ? SURE_WHEN_COUNTING : SURE;
  const canTell = best !== undefined && !(asksAmount(frame) && !asksWho && !holdsAmount(best.routine, frame));
  const isSpokenOf = spokenOf >= (confidence >= SURE_ANYHOW ? LEAST_SPOKEN_OF_SURELY : LEAST_SPOKEN_OF);
  if (best && confidence >= sure && isSpokenOf && canTell) return { kind: 'routine', routine: best.routine };
  if (figures !== undefined) return { kind: 'figures' };
  if (best && confidence >= UNSURE && spokenOf >= LEAST_TO_ASK_BACK)
    return { kind: 'unsure', routines: ranked.map(({ routine }) => routine) };
  return { kind: 'nothing' };
}

const NO_AMOUNT = /\[\d+\]|\b(?:19|20)\d\d\b|^\d+\. /gm;

/** "Sitter med budgetarbetet. Vad är personalomsättningen 2024?": whatever else is said, the measure's value is asked for. */
function asksValueOfMeasure(frame: Frame): boolean {
  const { tokens, lists, measures, populations, periods, words } = frame;
  // "Facket undrar över sjukfrånvaron juni 2024. Vad säger jag?"
  const isNamedBefore = measures.length > 0 && !measures.some(({ start }) => tokens[Math.floor(start)]!.inQuestion);
  const asksNothing =
    contentStems(frame, ({ text, inQuestion }) => inQuestion && !lists.carrier.has(text)).length === 0;
  if (isNamedBefore && asksNothing && periods.length > 0) return true;
  const isAsked = ({ start }: { start: number }) =>
    lists.what.has(tokens[start - 2]?.text ?? '') && lists.copula.has(tokens[start - 1]?.text ?? '');
  return populations.length + periods.length > 0 && !words.has('computed') && measures.some(isAsked);
}

/** A figure, or a number in words ("hälften"); what is cited, a year or a step's number is none. */
function holdsAmount({ body, bodyEn }: Routine, { locale, lists }: Frame): boolean {
  const said = words((locale === 'en' ? bodyEn : body).replace(NO_AMOUNT, ''));
  return said.some((word) => /^\d/.test(word) || lists.number.has(word));
}

/** "Hur löser man akut frånvaro, finns det nån resursgrupp?": a measure's word among others that nobody asks a figure of. */
function isLoose({ unexplained }: Frame, asksFigure: boolean): boolean {
  return !asksFigure && unexplained.filter(({ inQuestion }) => inQuestion).length >= 2;
}
