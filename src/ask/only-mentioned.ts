import type { NotHeld, Routine } from './knowledge.js';
import { fold, type Token, words } from './text/fold.js';
import { stem } from './text/stem.js';
import { STOP_WORDS } from './text/stop-words.js';
import type { Frame, Mention } from './understand/frame.js';

/** Whether a routine may answer what asks for no value: of a thing that is only mentioned, or that its own questions are about. */
export function mayTellOf(routine: Routine, frame: Frame, entry: NotHeld): boolean {
  const mention = frame.notHeld.find(({ ids }) => ids.includes(entry.id));
  return (
    mention !== undefined &&
    (isOnlyMentioned(mention, frame) || (asksYesOrNo(frame) && isAskedOf(routine, frame, entry)))
  );
}

/**
 * Whether other words are asked about before it: "var annonserar vi lediga jobb?" asks where, "lediga jobb i förskolan?" and
 * "vad är medelåldern?" for the thing itself.
 */
export function isOnlyMentioned({ start, end }: Mention, { tokens, unexplained, lists }: Frame): boolean {
  const [first, last] = [Math.floor(start), Math.ceil(end)];
  const { sentence } = tokens[first]!;
  const isCounted = tokens.slice(first, last).some(({ text }) => lists['how-much'].has(text));
  const isAsked = ({ text, ...at }: Token) => at.sentence === sentence && at.index < first && !lists.carrier.has(text);
  const isBefore = !tokens[first]!.inQuestion && tokens.some((token) => token.inQuestion && token.sentence > sentence);
  return !isCounted && (isBefore || unexplained.some(isAsked));
}

/** "Min vikarie slutade förra veckan. Vem för kunskapen vidare?": when it happened is told, and another sentence asks. */
export function isToldBefore(frame: Frame, entry: NotHeld): boolean {
  const mention = frame.notHeld.find(({ ids }) => ids.includes(entry.id));
  const first = mention && frame.tokens[Math.floor(mention.start)];
  return entry.kind === 'time' && first !== undefined && !first.inQuestion;
}

/** "Kör hemtjänsten elbil?": no value is asked for. */
function asksYesOrNo({ tokens, lists }: Frame): boolean {
  const first = tokens.find(({ inQuestion }) => inQuestion);
  return first !== undefined && !lists.what.has(first.text) && tokens.some(({ text }) => lists.verb.has(text));
}

/** "Får mina anställda prova annat?" asks for no number of them. */
export function opensWithVerb({ tokens, lists }: Frame): boolean {
  const first = tokens.find(({ inQuestion }) => inQuestion);
  return first !== undefined && lists.verb.has(first.text);
}

/** Whether the routine's own questions are about the thing that no figures are held of. */
function isAskedOf({ questions, questionsEn }: Routine, frame: Frame, entry: NotHeld): boolean {
  const named = wordsNaming(entry, frame);
  return named.length > 0 && [...questions, ...questionsEn].some((question) => holdsAll(question, named));
}

/** Whether the routine itself is about the thing that no figures are held of ("deltid"), so that it may answer all the same. */
export function speaksOf({ title, titleEn, body, bodyEn }: Routine, frame: Frame, entry: NotHeld): boolean {
  // "När kollas hur stor andel förskollärare vi har?" asks when; how much is counted says nothing of what.
  const isSmall = ({ text }: Token) => STOP_WORDS.has(text) || frame.lists['how-much'].has(text);
  const all = wordsNaming(entry, frame);
  const isAskedBefore = frame.tokens.some(
    ({ text, index }) => index < (all[0]?.index ?? 0) && frame.lists['who-or-when'].has(text),
  );
  const named = isAskedBefore ? all.filter((word) => !isSmall(word)) : all;
  return named.length > 0 && holdsAll([title, titleEn, body, bodyEn].join(' '), named);
}

/** Whether a passage speaks of the refused thing by the question's words for it; unknown, so true, in another language. */
export function passageSpeaksOf(text: string, frame: Frame, entry: NotHeld): boolean {
  const named = wordsNaming(entry, frame).filter(({ text }) => !STOP_WORDS.has(text));
  return frame.locale === 'en' || holdsAll(text, named);
}

/** The words by which the question names the thing that is not held. */
function wordsNaming(entry: NotHeld, frame: Frame): readonly Token[] {
  const mention = frame.notHeld.find(({ ids }) => ids.includes(entry.id));
  return mention ? frame.tokens.slice(Math.floor(mention.start), Math.ceil(mention.end)) : [];
}

function holdsAll(text: string, named: readonly Token[]): boolean {
  const stems = new Set(words(text).map((word) => stem(fold(word))));
  return named.every(({ folded }) => stems.has(stem(folded)));
}
