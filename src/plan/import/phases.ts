import { PHASES } from '../../ask/index.js';
import type { PlanActivity } from '../plan.js';

type Phase = NonNullable<PlanActivity['phase']>;

/** Where in UBARA something stands. `area` is the heading as written when it names more than one phase. */
export interface Area {
  readonly phase: Phase;
  readonly area: string;
}

const NOUNS: Readonly<Record<string, Phase>> = {
  utveckling: 'utveckla',
  attraktion: 'attrahera',
  rekrytering: 'rekrytera',
  introduktion: 'introducera',
  onboarding: 'introducera',
  avslut: 'avsluta',
};
const WORD = `(?:${[...PHASES, ...Object.keys(NOUNS)].join('|')})`;
const HEADING = new RegExp(
  String.raw`^(?:\d{1,2}[.):]?\s*)?(?:(?:område|fas|ubara)\s*[:–-]?\s*)?(?:[ubari]\s*[-–=:.]\s*)?(${WORD}(?:\s*(?:och|&|/|,|\+|samt|–|-)\s*${WORD})*)\s*[:.]?$`,
  'iu',
);
const ANY_WORD = new RegExp(String.raw`(?<!\p{L})${WORD}(?!\p{L})`, 'giu');

/** The phase that a heading names, when it says nothing else: "1. Utveckla", "U – Utveckla", "ATTRAHERA OCH REKRYTERA:". */
export function areaOf(heading: string): Area | undefined {
  const named = HEADING.exec(heading.replace(/\s+/gu, ' ').trim())?.[1];
  return named === undefined ? undefined : toArea(named.match(ANY_WORD)!, heading.trim());
}

/** The phase that the name of a sheet holds: "Utveckla 2020". Undefined for none or several. */
export function areaIn(name: string): Area | undefined {
  const words = name.match(ANY_WORD) ?? [];
  return words.length === 1 ? toArea(words, name) : undefined;
}

function toArea(words: readonly string[], heading: string): Area {
  const phases = words.map((word) => word.toLowerCase()).map((word) => NOUNS[word] ?? (word as Phase));
  return { phase: phases[0]!, area: words.length > 1 ? heading : '' };
}
