import type { View } from '../actions/index.js';
import { type Locale, stockholmDate, stockholmTime } from '../calendar/index.js';
import type { Directory } from '../people/index.js';
import { colleague } from './colleague.js';
import type { HandledQuestion, Outcome } from './question.js';
import type { AnswerReach } from './reach.js';
import { questionTexts } from './texts.js';

/** What HR wrote on a card that comes back: it could not be sent as it is, or somebody else was first. */
export interface Draft {
  readonly answer?: string;
  readonly reason?: string;
  readonly shown?: string;
  readonly problem?: string;
}

/** What HR's card shows beside the question itself. */
export interface HrFacts {
  readonly reach: AnswerReach;
  readonly isPublished: boolean;
}

/**
 * HR's card of a question, as this person of HR sees it: with the buttons that fit where it stands. In a channel, which many read,
 * the viewer is nobody: the field for the answer stands in the own chat of whoever takes the question.
 */
export function hrView(
  question: HandledQuestion,
  viewer: string | undefined,
  {
    locale,
    directory,
    reach,
    isPublished,
    draft = {},
  }: HrFacts & { locale: Locale; directory: Directory; draft?: Draft },
): View {
  const texts = questionTexts[locale];
  const { handling } = question;
  const isMine = handling.state === 'claimed' && handling.by === viewer;
  const isOver = handling.state === 'answered' || handling.state === 'closed';
  const typed = draft.answer || draft.reason || '';
  return {
    template: 'questions/hr',
    data: {
      id: question.id,
      question: question.question,
      who: whoAsked(question, directory, locale),
      sent: timeOf(question.sentAt),
      state: handling.state === 'claimed' ? (isMine ? 'mine' : 'theirs') : handling.state,
      status: statusOf(question, viewer, directory, locale),
      text: isOver ? handling.text : '',
      reach: reach === 'unknown' ? '' : texts.reach[reach],
      isPublished,
      canPublish: handling.state === 'answered' && viewer !== undefined,
      problem: draft.problem ?? '',
      shown: draft.shown ?? '',
      answer: isMine ? (draft.answer ?? '') : '',
      reason: isMine ? (draft.reason ?? '') : '',
      unsent: isMine ? '' : typed,
    },
  };
}

/** The asker's card, which follows the question. */
export function statusView(question: HandledQuestion, locale: Locale, directory: Directory): View {
  const { handling } = question;
  const texts = questionTexts[locale].status;
  const status = (): string => {
    switch (handling.state) {
      case 'sent':
        return texts.sent;
      case 'claimed':
        return texts.claimed(functionOf(handling.by, directory, locale));
      case 'answered':
      case 'closed':
        return texts[handling.state](functionOf(handling.by, directory, locale), timeOf(handling.at));
    }
  };
  const data = { question: question.question, sent: timeOf(question.sentAt), status: status() };
  return { template: 'questions/status', data };
}

/** The answer as the asker gets it, with the question repeated; who answered is told by function. */
export function answerView(question: HandledQuestion, handling: Outcome, locale: Locale, directory: Directory): View {
  const texts = questionTexts[locale];
  const who = functionOf(handling.by, directory, locale);
  return {
    template: 'questions/answer',
    data: {
      title: texts[handling.state],
      state: handling.state,
      question: question.question,
      text: handling.text,
      by: texts.answeredBy(who, question.organisation, timeOf(handling.at)),
    },
  };
}

/** In the place of a card whose question was erased, or whose reader may not read it any more. */
export const goneView: View = { template: 'questions/gone', data: {}, isShared: true };

/** Who asked, as HR reads it. */
export function whoAsked({ personId, organisation }: HandledQuestion, directory: Directory, locale: Locale): string {
  const person = colleague(personId, organisation, directory);
  return person ? `${person.name}, ${person.function}, ${person.department}` : questionTexts[locale].leftDirectory;
}

/** Where a question stands, in one line for HR. */
export function statusOf(
  question: HandledQuestion,
  viewer: string | undefined,
  directory: Directory,
  locale: Locale,
): string {
  const texts = questionTexts[locale];
  const { handling } = question;
  if (handling.state === 'sent') return texts.waits;
  const at = timeOf(handling.at);
  if (handling.state === 'claimed' && handling.by === viewer) return texts.isMine(at);
  const name = directory.find(handling.by)?.name ?? texts.leftDirectory;
  switch (handling.state) {
    case 'claimed':
      return texts.isTheirs(name, at);
    case 'answered':
      return texts.wasAnswered(name, at);
    case 'closed':
      return texts.wasClosed(name, at);
  }
}

function functionOf(id: string, directory: Directory, locale: Locale): string {
  return directory.find(id)?.function ?? questionTexts[locale].hr;
}

function timeOf(at: Date): string {
  return `${stockholmDate(at)} ${stockholmTime(at)}`;
}
