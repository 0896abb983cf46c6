import type { Message, View } from '../actions/index.js';
import type { Answer } from './answer.js';
import { EXAMPLES } from './phrase/examples.js';
import { askTexts } from './phrase/texts.js';
import type { OpenSource } from './source-card.js';
import type { Subject } from './subject.js';

/** Why a reason was not kept; the cards have the words (`reasonRefused_…`). */
export type RefusedBecause = 'number' | 'tooLong' | 'sensitive';

/** How the asker rated an answer, as the card shows it. */
export interface Rated {
  readonly rating: 'up' | 'down';
  /** Of the reason: still asked for, saved, or refused with what was typed and why. */
  readonly reason:
    | { readonly state: 'asked' | 'saved' }
    | { readonly state: 'refused'; readonly typed: string; readonly why: RefusedBecause; readonly shown?: string };
}

/** One answer as it goes out to somebody: with it, the card has thumbs. */
export interface Sending {
  /** A random id of this one answer. */
  readonly answer: string;
  readonly subject: Subject;
  /** See origin.ts. */
  readonly origin: string;
  /** Set when the asker may send the question to HR: a card that has no answer then has the button. */
  readonly toHr?: string;
  readonly rated?: Rated;
}

export interface Shown {
  /** The question of a button that is answered: repeated in the first line of the message. */
  readonly asked?: string;
  readonly sending?: Sending;
  /** Without it a citation that has no address opens nothing. */
  readonly openSource?: OpenSource;
}

/**
 * The message of an answer. The numbers of its sources stand in the text, since Teams shows a citation only where its number
 * does; the card lists them in full.
 */
export function toMessage(answer: Answer, { asked, sending, openSource }: Shown = {}): Message {
  if (answer.kind === 'smalltalk' && answer.suggestions.length > 0)
    return { text: answer.text, card: helpView(answer.locale), summary: answer.title, locale: answer.locale };
  return {
    // What somebody told of a case is not repeated.
    ...(asked === undefined || answer.kind === 'sensitive' ? {} : { asked }),
    ...(answer.citations.length === 0 ? {} : { text: numbersOf(answer) }),
    card: toView(answer, sending),
    citations: answer.citations.map((citation) => ({ ...citation, card: openSource?.(citation) })),
    summary: summaryOf(answer),
    locale: answer.locale,
    rateable: sending && { answer: sending.answer, subject: sending.subject },
  };
}

function numbersOf({ citations, locale }: Answer): string {
  return askTexts[locale].cited(citations.map(({ n }) => `[${n}]`));
}

/** The card of an answer. What a person typed stands in it only when it is refused; then it is not kept for others. */
export function toView(answer: Answer, sending?: Sending): View {
  const data = { ...answer, ...(sending && { feedback: feedbackData(sending.subject, sending.rated) }) };
  return {
    ...viewOf(answer, data),
    isShared: sending?.rated === undefined && isForEverybody(answer),
    locale: answer.locale,
    ...(sending && { own: ownOf(answer, sending) }),
  };
}

/** Other answers hold an organisation's own documents, or what only the asker may see. */
function isForEverybody({ kind, quotation, published }: Answer): boolean {
  return quotation === undefined && !published && kind !== 'plan' && kind !== 'exit';
}

export function helpView(locale: Answer['locale']): View {
  return { template: 'ask/help', data: { suggestions: EXAMPLES[locale] }, isShared: true };
}

function viewOf(answer: Answer, data: object): View {
  switch (answer.kind) {
    case 'statistic':
      return {
        template: 'ask/statistic',
        data: { ...data, text: answer.details ?? '', facts: besideTheChart(answer) },
      };
    case 'routine':
      return { template: answer.quotation ? 'ask/quotation' : 'ask/routine', data };
    case 'plan':
    case 'exit':
      return { template: 'ask/plan', data };
    case 'sensitive':
      return { template: 'ask/sensitive', data };
    case 'clarify':
    case 'unknown':
    case 'smalltalk':
      return { template: 'ask/message', data };
  }
}

/** What the part with the thumbs is bound to: `feedback` in the templates. */
export function feedbackData(subject: string, rated?: Rated) {
  const refused = rated?.reason.state === 'refused' ? rated.reason : undefined;
  return {
    subject,
    state: rated?.rating ?? 'open',
    reason: rated?.reason.state ?? 'none',
    typed: refused?.typed ?? '',
    why: refused?.why ?? '',
    shown: refused?.shown ?? '',
  };
}

function ownOf({ kind }: Answer, { answer, origin, toHr }: Sending): Record<string, string> {
  const isWithoutAnswer = kind === 'clarify' || kind === 'unknown';
  return { answer, origin, ...(isWithoutAnswer && toHr !== undefined ? { toHr } : {}) };
}

/** The facts that the card lists: the first, and of the others those that the chart and its table do not show already. */
function besideTheChart({ facts, chart }: Answer): Answer['facts'] {
  const isInChart = ({ label, display }: Answer['facts'][number]) =>
    chart?.bars.some((bar) => bar.label === label && bar.display === display) ?? false;
  return facts.filter((fact, at) => at === 0 || !isInChart(fact));
}

/** What a notification shows: the figure itself, or the title. */
function summaryOf({ facts, title }: Answer): string {
  const [first] = facts;
  return first ? `${first.label}: ${first.display}` : title;
}
