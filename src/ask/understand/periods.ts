import type { Locale } from '../../calendar/index.js';
import type { Token } from '../text/fold.js';
import type { WordLists } from './word-lists.js';

/** A time that the question names. `year` alone, or with a month (0-11), or a tertial (1-3). */
export interface PeriodMention {
  readonly year: number;
  readonly month?: number;
  /** The month ends a span: "januari till oktober 2024". */
  readonly isSpan?: boolean;
  readonly tertial?: number;
  readonly start: number;
  readonly end: number;
}

/** Their names, and how they are cut short in four letters. */
export const MONTHS: Record<Locale, readonly string[]> = {
  sv: 'januari februari mars april juni juli augusti september sept oktober november december'.split(' '),
  en: 'january february march april june july august september sept october november december'.split(' '),
};
const MONTH_STARTS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const MONTH_STARTS_EN = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** A month's name or short form, alone or before what was done then: "juni", "sept", "junimätningen", "oktobertalen". */
const MONTH_WORD =
  /^(jan(uari|uary)?|feb(ruari|ruary)?|mars|march|apr(il)?|maj|may|jun[ie]?|jul[iy]?|aug(usti|ust)?|sept?(ember)?|okt(ober)?|oct(ober)?|nov(ember)?|dec(ember)?)(matning\w*|siffr\w*|statistik\w*|varde\w*|tal(en|et)?|uttag\w*|rapport\w*|tabell\w*|underlag\w*|utfall\w*|data\w*|redovisning\w*|avlasning\w*|uppfoljning\w*|lag(et|e)|avstamning\w*|mat(t|tet|ten)|not(ering\w*))?$/;

interface Asked {
  readonly tokens: readonly Token[];
  readonly lists: WordLists;
  /** Whether the name of a place begins at this word. */
  readonly startsPlace: (index: number) => boolean;
}

/** The years, months and tertials that a question names: "2024", "juni 2024", "2024-06", "T1 2024". */
export function readPeriods(asked: Asked): PeriodMention[] {
  const { tokens, lists } = asked;
  const mentions: PeriodMention[] = [];
  tokens.forEach((token, index) => {
    if (isSplitYear(tokens, index)) {
      mentions.push({ year: Number(token.text) + 1, month: JUNE, isSpan: true, start: index, end: index + 2 });
      return;
    }
    const year = isSplitYear(tokens, index - 1) ? undefined : yearOf(token, asked);
    if (year === undefined) return;
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    const month = monthOf(before);
    if (month !== undefined)
      mentions.push({
        year,
        month,
        ...(endsSpan(tokens, index - 1, lists) ? { isSpan: true } : {}),
        start: beginOfSpan(tokens, index - 1),
        end: index + 1,
      });
    else if (after && /^(0[1-9]|1[0-2])$/.test(after.text))
      mentions.push({ year, month: Number(after.text) - 1, start: index, end: index + 2 });
    else if (isTertial(tokens, index - 2))
      mentions.push({ year, tertial: Number(before!.text), start: index - 2, end: index + 1 });
    else mentions.push({ year, start: index, end: index + 1 });
  });
  return withMonth(
    mentions.filter((_, at) => !isPlansSpan(mentions, at, asked)),
    tokens,
  );
}

/** What was measured, after its month: "junimätningen", "junistatistiken". */
const MEASUREMENT = /(matning|statistik|siffr|uttag|rapport|tabell|utfall|redovisning|avlasning)/;

const JUNE = 5;

/** "2022/23": the twelve months that end in June 2023. */
function isSplitYear(tokens: readonly Token[], index: number): boolean {
  const [first, second] = [tokens[index], tokens[index + 1]];
  if (!first || !second || first.endsClause || !FULL_YEAR.test(first.text)) return false;
  return /^\d{2}$/.test(second.text) && Number(second.text) === (Number(first.text) + 1) % 100;
}

/** "8,5 för 2024. Vilka låg över i junimätningen?": the only year is that measurement's. */
function withMonth(mentions: readonly PeriodMention[], tokens: readonly Token[]): PeriodMention[] {
  const [only] = mentions;
  const at = tokens.findIndex(({ folded }) => MEASUREMENT.test(folded) && MONTH_WORD.test(folded));
  const isOpen = mentions.length === 1 && only!.month === undefined && only!.tertial === undefined;
  if (!isOpen || at < 0) return [...mentions];
  const month = monthOf(tokens[at]);
  return [
    { ...only!, month },
    { year: only!.year, month, start: at, end: at + 1 },
  ];
}

/** "Planen 2024–2026" is a document, not the two years. */
function isPlansSpan(mentions: readonly PeriodMention[], at: number, { tokens, lists }: Asked): boolean {
  const begins = (first: PeriodMention | undefined, last: PeriodMention | undefined) =>
    first?.end === last?.start && lists.document.has(tokens[(first?.start ?? 0) - 1]?.text ?? '');
  const mention = mentions[at]!;
  return begins(mention, mentions[at + 1]) || begins(mentions[at - 1], mention);
}

const FULL_YEAR = /^(19|20)\d{2}$/;
const SHORT_YEAR = /^(19|2\d)$/;

/**
 * "2024", or "24" where it counts nothing: at the end of a clause, before a place, after a month or a season, beside another year, cut
 * short by a mark: "hemtjänsten 22?", "anställda 24 hägersten-älvsjö", "juni 24", "24 mot 23", "hemtjänst -22 utfall".
 */
function yearOf(token: Token, { tokens, lists, startsPlace }: Asked): number | undefined {
  const { text, index, endsClause } = token;
  if (FULL_YEAR.test(text)) return Number(text);
  const before = tokens[index - 1];
  if (!SHORT_YEAR.test(text) || before === undefined) return undefined;
  const isBesideYear = [-1, 1].some((step) => isJoinedToYear(index, step, tokens, lists));
  const stands =
    ((endsClause || token.isCut === true) && !/^\d/.test(before.text)) ||
    monthOf(before) !== undefined ||
    lists.season.has(before.text) ||
    startsPlace(index + 1);
  return isBesideYear || (stands && !lists['before-a-count'].has(before.text)) ? 2000 + Number(text) : undefined;
}

/** "24 mot 23", "2024 jmf m 23": one or two joining words and then a year, in this direction. */
function isJoinedToYear(index: number, step: number, tokens: readonly Token[], lists: WordLists): boolean {
  const isJoining = (at: number) => lists['joins-years'].has(tokens[at]?.text ?? '');
  const isYear = (at: number) => FULL_YEAR.test(tokens[at]?.text ?? '') || SHORT_YEAR.test(tokens[at]?.text ?? '');
  const first = index + step;
  return isJoining(first) && (isYear(first + step) || (isJoining(first + step) && isYear(first + 2 * step)));
}

function monthOf(token: Token | undefined): number | undefined {
  if (!token || !MONTH_WORD.test(token.folded)) return undefined;
  const start = token.folded.slice(0, 3);
  const swedish = MONTH_STARTS.indexOf(start);
  return swedish >= 0 ? swedish : MONTH_STARTS_EN.indexOf(start);
}

/** "Jan–okt 2024", "januari 2024 till och med oktober 2024", "between January and October 2024". */
function endsSpan(tokens: readonly Token[], month: number, lists: WordLists): boolean {
  let before = month - 1;
  while (before >= 0 && lists['joins-months'].has(tokens[before]!.text)) before--;
  const isYear = FULL_YEAR.test(tokens[before]?.text ?? '');
  return monthOf(tokens[before]) !== undefined || (isYear && monthOf(tokens[before - 1]) !== undefined);
}

const ENDS = /^(slutade|slutar|avslutades|avslutas|ended|ends|ending)$/;
const SPAN = /^(perioden|matperioden|(tolv)?manadersperioden|manaderna|aret|matningen|period|year|months)$/;
const WITHIN = new Set(['i', 'in', 'med', 'with', 'that', 'which', 'som']);

/** "Perioden som slutade i juni 2024", "the year ending in June 2024": what ends is the span, not somebody's employment. */
function beginOfSpan(tokens: readonly Token[], month: number): number {
  const back = (from: number) => {
    let at = from - 1;
    while (at > 0 && WITHIN.has(tokens[at]!.text)) at--;
    return at;
  };
  const ends = back(month);
  if (!ENDS.test(tokens[ends]?.folded ?? '')) return month;
  const span = back(ends);
  return SPAN.test(tokens[span]?.folded ?? '') ? span : month;
}

function isTertial(tokens: readonly Token[], index: number): boolean {
  const [word, number] = [tokens[index], tokens[index + 1]];
  return (
    word !== undefined &&
    number !== undefined &&
    /^(t|tertial|tertialet)$/.test(word.text) &&
    /^[123]$/.test(number.text)
  );
}
