import type { Locale } from '../../calendar/index.js';
import type { Answer, AskResult } from '../answer.js';
import { CitationList } from '../phrase/citations.js';
import type { Frame, Understand } from '../understand/frame.js';
import { questionsIn } from '../understand/questions-in.js';
import type { Turn } from './find-figures.js';
import type { Figure } from './store.js';

/** More would be a list of errands, and each takes its time. */
const MOST_PARTS = 4;

interface Asked {
  readonly frame: Frame;
  readonly locale: Locale;
  readonly turn: Turn;
  /** The answer to all of it at once. */
  readonly whole: Part | undefined;
}

/** An answer, as the answer to one of several questions. */
export interface Part {
  readonly result: AskResult;
  /** The figures asked for, which are the first of its facts; the others stand beside. */
  readonly figures: readonly Figure[];
  /** Nothing that was asked for is missing. */
  readonly isComplete: boolean;
}

type AnswerOne = (frame: Frame, turn: Turn, citations: CitationList) => Part | undefined;

/**
 * The answer to several questions in one, each answered as a turn that goes on about the one before. Only where every one of
 * them has its figures, and the answer to all at once has none, fewer or gaps: a part alone would pass for the whole.
 */
export function answerInParts(
  { frame, locale, turn, whole }: Asked,
  understand: Understand,
  answerOne: AnswerOne,
): AskResult | undefined {
  const texts = questionsIn(turn.question.question, frame, locale);
  if (texts.length < 2 || texts.length > MOST_PARTS) return undefined;
  // Reading each part takes as long as reading the whole.
  if (whole?.isComplete && whole.figures.length >= texts.length) return undefined;
  const citations = new CitationList();
  const parts: Part[] = [];
  let { context } = turn.question;
  for (const text of texts) {
    const question = { ...turn.question, question: text, context };
    const read = understand(text, locale);
    const part = asksOtherwise(read) ? undefined : answerOne(read, { ...turn, question }, citations);
    if (!part?.isComplete) return undefined;
    parts.push(part);
    ({ context } = part.result);
  }
  const asked = parts.flatMap(({ figures }) => figures);
  const saysMore = !holdAll(whole?.figures ?? [], asked) && holdAll(asked, whole?.figures ?? []);
  return whole?.isComplete && !saysMore ? undefined : { answer: joined(parts, citations), context };
}

const ASKED = ['count', 'share', 'figure', 'target', 'annual-target', 'council-target', 'outcome'];

/**
 * "När öppnar den, och hur många platser blir det?": a figure that the first names would be no answer to it. "Minst personal i förvaltningen,
 * vilken avdelning är det?": only named, asked for by the next.
 */
function asksOtherwise({ tokens, words, lists }: Frame): boolean {
  const first = tokens.find(({ text }) => !lists['joins-questions'].has(text));
  const asks = tokens.some(({ text }) => lists.asks.has(text)) || ASKED.some((word) => words.has(word));
  return !asks || words.has('procedure') || (first !== undefined && lists['who-or-when'].has(first.text));
}

function holdAll(figures: readonly Figure[], wanted: readonly Figure[]): boolean {
  return wanted.every((figure) => figures.includes(figure));
}

/** One answer after the other; what stands beside a figure is named by it, so only the first one keeps it. */
function joined(parts: readonly Part[], citations: CitationList): Answer {
  const [first, ...others] = parts.map(({ result }) => result.answer) as [Answer, ...Answer[]];
  const facts = parts.flatMap(({ result, figures }, nth) =>
    nth === 0 ? result.answer.facts : result.answer.facts.slice(0, figures.length),
  );
  const [text, ...texts] = parts.map(({ result }) => result.answer.text);
  return {
    ...first,
    title: [...new Set(parts.map(({ result }) => result.answer.title))].slice(0, 2).join(' · '),
    text: [text, ...texts].join('\n\n'),
    details: [first.details, ...texts].filter(Boolean).join('\n\n'),
    facts,
    citations: citations.all(),
    assumptions: [...new Set([first, ...others].flatMap(({ assumptions }) => assumptions))],
    suggestions: (others.at(-1) ?? first).suggestions,
  };
}
