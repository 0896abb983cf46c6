import { parseArgs } from 'node:util';
import { type Phase, PHASES } from '../../ask/index.js';
import type { Locale } from '../../calendar/index.js';
import { messageOf } from '../../errors.js';
import { UsageError } from '../usage-error.js';

export const PLAN_REPORT_USAGE = [
  '  npm run -s report -- plan OMGÅNG [--organisation NAMN] [--plan PLAN] [--department AVDELNING] [--phase FAS]',
  '      [--docx FIL] [--xlsx FIL] [--lang sv|en]',
  '      rapporten för en uppföljning, efter namn ("T1 2026") eller id; visar en sammanfattning och skriver filerna',
  '      the report of a follow-up round, by title or id; prints a summary and writes the files',
].join('\n');

export interface PlanReportOptions {
  /** As typed; '' when none was. */
  readonly round: string;
  readonly organisation?: string;
  readonly plan?: string;
  readonly department?: string;
  readonly phase?: Phase;
  readonly docx?: string;
  readonly xlsx?: string;
  readonly locale: Locale;
}

/** Throws UsageError. */
export function readPlanReportArguments(args: readonly string[]): PlanReportOptions {
  const { values, positionals } = parse(args);
  const { lang, phase: typedPhase, docx, xlsx, ...rest } = values;
  if (positionals.length > 1)
    throw new UsageError(
      `Skriv omgångens namn inom citattecken / put the round's title in quotes: "${positionals.join(' ')}".`,
    );
  if (lang !== 'sv' && lang !== 'en') throw new UsageError(`--lang ${lang}: sv eller en / sv or en.`);
  for (const [name, file] of Object.entries({ docx, xlsx }))
    if (file !== undefined && !file.toLowerCase().endsWith(`.${name}`))
      throw new UsageError(`--${name} ${file}: filens namn ska sluta på .${name} / must end in .${name}.`);
  return { ...rest, docx, xlsx, round: positionals[0] ?? '', phase: readPhase(typedPhase), locale: lang };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...{ organisation: text, plan: text, department: text, phase: text, docx: text, xlsx: text },
        lang: { type: 'string', default: 'sv' },
      },
    });
  } catch (error) {
    throw new UsageError(messageOf(error), { cause: error });
  }
}

function readPhase(typed: string | undefined): Phase | undefined {
  if (typed === undefined) return undefined;
  const phase = PHASES.find((one) => one === typed.normalize('NFC').trim().toLowerCase());
  if (!phase) throw new UsageError(`--phase ${typed}: en av / one of ${PHASES.join(', ')}.`);
  return phase;
}
