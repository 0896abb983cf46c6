import type { Token } from '../text/fold.js';

/** A time that the question names. `year` alone, or with a month (0-11), or a tertial (1-3). */
export interface PeriodMention {
  readonly year: number;
  readonly month?: number;
  readonly tertial?: number;
  readonly start: number;
  readonly end: number;
}

const MONTH_STARTS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const MONTH_STARTS_EN = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** A month's name or short form, alone or before what was done then: "juni", "sept", "junimätningen", "oktobersiffran". */
const MONTH_WORD =
  /^(jan(uari|uary)?|feb(ruari|ruary)?|mars|march|apr(il)?|maj|may|jun[ie]?|jul[iy]?|aug(usti|ust)?|sept?(ember)?|okt(ober)?|oct(ober)?|nov(ember)?|dec(ember)?)(matning\w*|siffr\w*|statistik\w*|varde\w*)?$/;

/** The years, months and tertials that a question names: "2024", "juni 2024", "2024-06", "T1 2024". */
export function readPeriods(tokens: readonly Token[]): PeriodMention[] {
  const mentions: PeriodMention[] = [];
  tokens.forEach((token, index) => {
    const year = yearOf(token, tokens);
    if (year === undefined) return;
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    const month = monthOf(before);
    if (month !== undefined) mentions.push({ year, month, start: index - 1, end: index + 1 });
    else if (after && /^(0[1-9]|1[0-2])$/.test(after.text))
      mentions.push({ year, month: Number(after.text) - 1, start: index, end: index + 2 });
    else if (isTertial(tokens, index - 2))
      mentions.push({ year, tertial: Number(before!.text), start: index - 2, end: index + 1 });
    else mentions.push({ year, start: index, end: index + 1 });
  });
  return mentions;
}

const BEFORE_A_COUNT = /^(dag|dagar|nivå|steg|punkt|artikel|t|tertial|över|under|minst|högst|max|till|och)$/;

/** "2024", or "24" where the question ends with it or a month stands before: "hemtjänsten 22?", "juni 24". */
function yearOf({ text, index }: Token, tokens: readonly Token[]): number | undefined {
  if (/^(19|20)\d{2}$/.test(text)) return Number(text);
  const before = tokens[index - 1];
  const isShort = /^(19|2\d)$/.test(text) && before !== undefined && !BEFORE_A_COUNT.test(before.text);
  const isLast = index === tokens.length - 1 && !/^\d/.test(before?.text ?? '');
  return isShort && (isLast || monthOf(before) !== undefined) ? 2000 + Number(text) : undefined;
}

function monthOf(token: Token | undefined): number | undefined {
  if (!token || !MONTH_WORD.test(token.folded)) return undefined;
  const start = token.folded.slice(0, 3);
  const swedish = MONTH_STARTS.indexOf(start);
  return swedish >= 0 ? swedish : MONTH_STARTS_EN.indexOf(start);
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
