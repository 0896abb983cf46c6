import { dayOf, months, type Span, third, week } from './days.js';

/** One way to write a time. `read` gets what the pattern caught and the year; undefined for a time that does not exist (30/2). */
export interface Expression {
  readonly pattern: RegExp;
  readonly read: (caught: Caught, year: number) => Span | undefined;
  /** A bare year tells the year of what stands beside it: "2020, våren". */
  readonly isBareYear?: true;
}
export type Caught = Readonly<Record<string, string | undefined>>;

/** "2020", "-20", "20" right behind a word; never "20" after a space, which may be a day. */
const YEAR = String.raw`(?:[\s,./–-]*(?<y>(?:19|20)\d\d)(?!\d)|\s?[-–'’]\s?(?<yy>\d\d)(?!\d)|(?<attached>\d\d)(?!\d))?`;
const FULL_YEAR = String.raw`(?<y>(?:19|20)\d\d)(?!\d)`;
const PART = String.raw`(?:(?:i\s+)?(?<part>början|mitten|slutet|utgången)\s+(?:av|på)\s+)?`;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const MONTH = String.raw`(?<month>jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni|june|jul[iy]|aug(?:usti|ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[cs](?:ember)?|may)(?!\p{L})\.?`;
const ORDINALS = ['första', 'andra', 'tredje', 'fjärde'];
const ORDINAL = String.raw`(?<ordinal>första|andra|tredje|fjärde|[1-4]\s?:\s?[ae])\s+`;

/** Spring is the spring term, autumn the autumn term, as schools and administrations count. */
const SEASONS: Readonly<Record<string, readonly [first: number, last: number]>> = {
  vt: [1, 6],
  vå: [1, 6],
  sp: [1, 6],
  so: [6, 8],
  su: [6, 8],
  hö: [8, 12],
  ht: [8, 12],
  au: [8, 12],
};

/** Tried in this order wherever a word begins; the first that fits counts. */
export const EXPRESSIONS: readonly Expression[] = [
  day(String.raw`(?<y>(?:19|20)\d\d)[-./](?<m>\d\d?)[-./](?<d>\d\d?)(?!\d)`),
  day(String.raw`(?<y>(?:19|20)\d\d)(?<m>\d\d)(?<d>\d\d)(?!\d)`),
  day(String.raw`(?<d>\d\d?)[/.](?<m>\d\d?)(?!\d)${YEAR}`),
  day(String.raw`(?:den\s+)?(?<d>\d\d?)(?:\s?:?[ae])?\s+${MONTH}${YEAR}`),
  make(String.raw`${FULL_YEAR}[\s,-]*(?:t|tertial)\s?(?<n>[123])(?!\d)`, ({ n }, year) => tertial(year, n)),
  make(String.raw`${FULL_YEAR}[\s,-]*(?:q|kv|kvartal)\s?(?<n>[1-4])(?!\d)`, ({ n }, year) => quarter(year, n)),
  make(String.raw`${FULL_YEAR}[-/](?<m>0[1-9]|1[0-2])(?!\d)`, ({ m }, year) => months(year, Number(m))),
  make(String.raw`${FULL_YEAR}\s?[-–/]\s?(?<end>\d\d)(?!\d)`, ({ end }, year) => years(year, 2000 + Number(end))),
  make(String.raw`${PART}${MONTH}${YEAR}`, ({ part, month }, year) => within(months(year, monthOf(month!)), part)),
  make(String.raw`t(?:ertial(?:en|et|rapport)?)?\s?(?<n>[123])(?!\d)${YEAR}`, ({ n }, year) => tertial(year, n)),
  make(String.raw`${ORDINAL}tertialet${YEAR}`, ({ ordinal }, year) => tertial(year, nth(ordinal!))),
  make(String.raw`(?:q|kv\.?|kvartal(?:et)?)\s?(?<n>[1-4])(?!\d)${YEAR}`, ({ n }, year) => quarter(year, n)),
  make(String.raw`${ORDINAL}kvartalet${YEAR}`, ({ ordinal }, year) => quarter(year, nth(ordinal!))),
  make(String.raw`(?:${ORDINAL}halvåret|h(?<n>[12])(?!\d))${YEAR}`, ({ ordinal, n }, year) =>
    half(year, n ?? nth(ordinal!)),
  ),
  make(String.raw`halvårsskiftet${YEAR}`, (_, year) => months(year, 6)),
  make(String.raw`årsskiftet\s+${FULL_YEAR}\s?[-–/]\s?(?:20)?\d\d(?!\d)`, (_, year) => ({
    from: `${year}-12-31`,
    to: `${year}-12-31`,
  })),
  make(String.raw`vintern?\s+${FULL_YEAR}\s?[-–/]\s?(?:20)?\d\d(?!\d)`, (_, year) => months(year, 12, 14)),
  // Of one year it may be the first months or the last: nobody but the writer knows.
  make(String.raw`vintern?(?!\p{L})`, () => undefined),
  make(
    String.raw`${PART}(?<season>vår(?:en|terminen)?|vt|spring|sommar(?:en)?|summer|höst(?:en|terminen)?|ht|autumn)(?!\p{L})${YEAR}`,
    ({ part, season }, year) => within(months(year, ...SEASONS[season!.slice(0, 2)]!), part),
  ),
  make(String.raw`(?:v\.?|vecka|week)\s?(?<n>\d\d?)(?!\d)${YEAR}`, ({ n }, year) => week(year, Number(n))),
  make(String.raw`(?:nästa|kommande|next)\s+(?:år|year)(?:et)?(?!\p{L})`, (_, year) => months(year + 1, 1, 12)),
  make(String.raw`${PART}(?:i\s+år|detta\s+år|innevarande\s+år|året|this\s+year)(?!\p{L})`, ({ part }, year) =>
    within(months(year, 1, 12), part),
  ),
  make(String.raw`årets\s+slut`, (_, year) => within(months(year, 1, 12), 'slutet')),
  make(String.raw`(?:vb|verksamhetsberättelsen?|bokslut(?:et)?|årsbokslut(?:et)?)(?!\p{L})${YEAR}`, (_, year) => ({
    from: `${year}-12-31`,
    to: `${year}-12-31`,
  })),
  {
    ...make(String.raw`${PART}(?:år(?:en)?\s+)?${FULL_YEAR}`, ({ part }, year) => within(months(year, 1, 12), part)),
    isBareYear: true,
  },
];

function make(source: string, read: Expression['read']): Expression {
  return { pattern: new RegExp(source, 'yu'), read };
}

function day(source: string): Expression {
  return make(source, ({ d, m, month }, year) => {
    const found = dayOf(year, month === undefined ? Number(m) : monthOf(month), Number(d));
    return found === undefined ? undefined : { from: found, to: found };
  });
}

/** The year that an expression names itself. */
export function yearIn({ y, yy, attached }: Caught): number | undefined {
  if (y !== undefined) return Number(y);
  const short = yy ?? attached;
  return short === undefined ? undefined : 2000 + Number(short);
}

/** "dec" of December, "may" of English, "okt" of October. */
function monthOf(word: string): number {
  const start = word.slice(0, 3).replace('oct', 'okt').replace('may', 'maj').replace('des', 'dec');
  return MONTHS.indexOf(start) + 1;
}

function nth(ordinal: string): string {
  return String(ORDINALS.indexOf(ordinal) + 1 || Number(ordinal[0]));
}

function tertial(year: number, n: string | undefined): Span {
  return months(year, Number(n) * 4 - 3, Number(n) * 4);
}

function quarter(year: number, n: string | undefined): Span {
  return months(year, Number(n) * 3 - 2, Number(n) * 3);
}

function half(year: number, n: string): Span | undefined {
  return Number(n) > 2 ? undefined : months(year, Number(n) * 6 - 5, Number(n) * 6);
}

function years(first: number, last: number): Span | undefined {
  return last < first ? undefined : { from: `${first}-01-01`, to: `${last}-12-31` };
}

function within(span: Span, part: string | undefined): Span {
  if (part === undefined) return span;
  if (part === 'utgången') return { from: span.to, to: span.to };
  return third(span, part === 'början' ? 0 : part === 'mitten' ? 1 : 2);
}
