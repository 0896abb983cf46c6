import type { Locale } from '../../calendar/index.js';
import type { Survey } from '../survey/survey.js';
import { lastDayOf } from '../survey/tertial.js';
import { FAMILIES, type Figure, type FigureId, type Release } from './figures.js';
import { pictureTexts } from './texts.js';
import { indexOf } from './window.js';

/** So many releases stand in one chart: two years of tertials. */
const MOST = 6;

/** A question's index or eNPS release by release. */
export interface Line {
  readonly question: string;
  /** Those that are told exactly, by the last day of their release. */
  readonly points: readonly { readonly day: string; readonly value: number }[];
  /** All of them in words: "46 → minst 80 → visas inte". */
  readonly words: string;
}

export interface Trend {
  /** "T1 2026 → T2 2026". */
  readonly periods: string;
  readonly statements: readonly Line[];
  readonly recommend: readonly Line[];
}

/** How scores went over the newest releases in which anybody answered; undefined while there is but one. */
export function trendOf(
  scores: readonly Release[],
  { survey, department, locale }: { readonly survey: Survey; readonly department?: string; readonly locale: Locale },
): Trend | undefined {
  const releases = scores.filter(({ whole }) => whole.answers !== 0).slice(-MOST);
  if (releases.length < 2) return undefined;
  const lines = (FAMILIES.scores.ids as readonly FigureId[]).flatMap((id) => {
    const question = survey.questions.find((one) => one.id === id);
    return question ? [{ id, line: lineOf(releases, { id, question: question[locale], department, locale }) }] : [];
  });
  const told = lines.filter(({ line }) => line.points.length > 0);
  const of = (isWanted: (id: FigureId) => boolean) => told.filter(({ id }) => isWanted(id)).map(({ line }) => line);
  return {
    periods: releases.map(({ tertials }) => shortIn(tertials)).join(' → '),
    statements: of((id) => id !== 'Q12'),
    recommend: of((id) => id === 'Q12').map((line) => ({ ...line, question: pictureTexts[locale].enps })),
  };
}

function lineOf(
  releases: readonly Release[],
  about: { readonly id: FigureId; readonly question: string; readonly department?: string; readonly locale: Locale },
): Line {
  const { id, question, department, locale } = about;
  const figures = releases.map(({ tertials, whole, departments }) => {
    const group = department === undefined ? whole : departments[department];
    return { day: lastDayOf(tertials.at(-1)!), figure: group?.figures[id] };
  });
  const points = figures.flatMap(({ day, figure }) =>
    figure && 'sum' in figure && !figure.end ? [{ day, value: indexOf(figure) }] : [],
  );
  return { question, points, words: figures.map(({ figure }) => wordsOf(figure, locale)).join(' → ') };
}

function wordsOf(figure: Figure | undefined, locale: Locale): string {
  const texts = pictureTexts[locale];
  if (!figure || !('sum' in figure)) return texts.hidden;
  const value = indexOf(figure);
  return figure.end === 'high' ? texts.atLeast(value) : figure.end === 'low' ? texts.atMost(value) : String(value);
}

/** "T3 2026", "T1–T2 2026", "T3 2025–T1 2026". */
function shortIn(tertials: readonly string[]): string {
  const [first, last] = [tertials[0]!, tertials.at(-1)!].map((key) => key.split('-'));
  if (first![0] !== last![0]) return `T${first![1]} ${first![0]}–T${last![1]} ${last![0]}`;
  return first![1] === last![1] ? `T${last![1]} ${last![0]}` : `T${first![1]}–T${last![1]} ${last![0]}`;
}
