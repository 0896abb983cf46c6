import type { Locale } from '../../calendar/index.js';
import { BACKGROUND_IDS, DIVIDED_IDS, QUESTION_KINDS, type Survey } from '../survey/survey.js';
import { classKey } from './classes.js';
import { type Counts, FIGURE_IDS, type Figure, type FigureId, type Group, type Score } from './figures.js';
import { pictureTexts } from './texts.js';
import { indexOf } from './window.js';

/** One number of the picture, or that it is not shown. */
export interface FigureRow {
  readonly id: FigureId;
  readonly question: string;
  /** The option that is counted; none for an index. */
  readonly option?: string;
  readonly value?: number;
  readonly end?: Score['end'];
  /** Of so many who answered the question; not told where nothing is shown. */
  readonly answers?: number;
  /** How many gave low, middle and high scores, where that is told. */
  readonly bands?: Score['bands'];
  readonly kind: 'index' | 'enps' | 'count';
}

/** What a group shows, question by question in their order, options in theirs. */
export function rowsOf({ figures }: Group, survey: Survey, locale: Locale): readonly FigureRow[] {
  return (FIGURE_IDS as readonly FigureId[]).flatMap((id): FigureRow[] => {
    const question = survey.questions.find((one) => one.id === (id === 'Q1main' ? 'Q1' : id));
    if (!question) return [];
    const label = id === 'Q1main' ? pictureTexts[locale].figures.Q1main! : question[locale];
    const figure: Figure | undefined = figures[id];
    const kind = id === 'Q1main' ? 'choice' : QUESTION_KINDS[id];
    if (kind === 'scale' || kind === 'recommend')
      return [{ id, question: label, kind: kind === 'scale' ? 'index' : 'enps', ...scored(figure) }];
    const counts = figure as Counts | undefined;
    return question.options.map((option) => ({
      ...{ id, question: label, option: option[locale], kind: 'count' as const },
      ...(counts && { value: counts.counts[option.id], answers: counts.answers }),
    }));
  });
}

function scored(figure: Figure | undefined) {
  if (!figure || !('sum' in figure)) return {};
  const { answers, end, bands } = figure;
  return { value: indexOf(figure), answers, ...(end && { end }), ...(bands && { bands }) };
}

/** Whether a question is told of a group with this key: of a class only those that are divided by it. */
export function isToldOf(key: string, { id }: Pick<FigureRow, 'id'>): boolean {
  const isClass = BACKGROUND_IDS.some((by) => key.startsWith(classKey(by, '')));
  return !isClass || DIVIDED_IDS.some((divided) => divided === id);
}

/** As a person reads it: "62 (14 svar)", "62 (14 svar: 3 instämmer inte, 4 mitt emellan, 7 instämmer)", "minst 80 (5 svar)", "4 av 14 (29 %)", "visas inte". */
export function shownIn(locale: Locale, { value, end, answers, kind, bands }: FigureRow): string {
  const texts = pictureTexts[locale];
  if (value === undefined || answers === undefined) return texts.hidden;
  if (kind === 'count') return texts.of(value, answers);
  const bound = end === 'high' ? texts.atLeast(value) : end === 'low' ? texts.atMost(value) : String(value);
  const parts = (bands ?? []).map((count, at) => `${count} ${texts.bands[kind][at]!}`);
  return texts.index(bound, answers, parts.join(', '));
}

/** What is not shown, in one line. Options have commas of their own, and statements end in a full stop. */
export function inOneLine(labels: readonly string[]): string {
  return labels.map((label) => label.replace(/\.$/, '')).join('; ');
}
