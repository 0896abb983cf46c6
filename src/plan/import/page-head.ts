/** What the lines above a plan's table say of it. Who is in charge is left out: a plan names functions, never persons. */
export interface PageHead {
  /** As written; '' for the whole organisation ("… stadsdelsförvaltning"). */
  readonly department?: string;
  readonly year?: number;
}

const LABEL =
  /^(?:kompetensförsörjningsplan(?:er)?|handlingsplan|avdelning|enhet|förvaltning|verksamhet|datum|ansvarig chef|upprättad|beslutad|version|sida)(?!\p{L})/iu;
const STRICT_LABEL = /^(?:avdelning(?:\s?\/\s?enhet)?|enhet|datum|ansvarig chef)\s*:/iu;
const DEPARTMENT =
  /(?:avdelning(?:\s?\/\s?enhet)?|enhet)\s*:\s*(.+?)(?=\s*(?:datum|ansvarig chef|upprättad|version)\s*:|\n|$)/iu;
const WHOLE = /förvaltning(?:en)?$|nämnd(?:en)?$/iu;
const YEAR = /(?:datum\s*:|kompetensförsörjningsplan(?:er)?(?:\s+för)?(?:\s+år(?:et)?)?)\s*((?:19|20)\d\d)/iu;

/**
 * Reads a line above a table; undefined when it is none. Under a table's headings only a line with its colon counts, since a goal may begin
 * with "Avdelningen".
 */
export function readPageHead(line: string, { isBelowHeadings = false } = {}): PageHead | undefined {
  if (!(isBelowHeadings ? STRICT_LABEL : LABEL).test(line)) return undefined;
  const written = DEPARTMENT.exec(line)?.[1]?.trim();
  const year = YEAR.exec(line)?.[1];
  return {
    ...(written === undefined || written === '' ? {} : { department: WHOLE.test(written) ? '' : written }),
    ...(year === undefined ? {} : { year: Number(year) }),
  };
}
