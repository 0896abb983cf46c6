import { parseArgs } from 'node:util';
import type { Locale } from '../../calendar/index.js';
import { messageOf } from '../../errors.js';
import { UsageError } from '../usage-error.js';

export const EXIT_REPORT_USAGE = [
  '  npm run -s report -- exit [--organisation NAMN] [--period PERIOD] [--department AVDELNING]',
  '      [--docx FIL] [--xlsx FIL] [--json] [--lang sv|en]',
  '      varför medarbetare slutar: enkätens siffror, teman och vad planerna gör åt dem ("T1 2026", "rullande år")',
  '      why employees leave: the figures of the exit survey, themes, and what the plans do about them',
].join('\n');

export interface ExitReportOptions {
  readonly organisation?: string;
  readonly period?: string;
  readonly department?: string;
  readonly docx?: string;
  readonly xlsx?: string;
  readonly json: boolean;
  readonly locale: Locale;
}

/** Throws UsageError. */
export function readExitReportArguments(args: readonly string[]): ExitReportOptions {
  const { lang, docx, xlsx, ...rest } = parse(args);
  if (lang !== 'sv' && lang !== 'en') throw new UsageError(`--lang ${lang}: sv eller en / sv or en.`);
  for (const [name, file] of Object.entries({ docx, xlsx }))
    if (file !== undefined && !file.toLowerCase().endsWith(`.${name}`))
      throw new UsageError(`--${name} ${file}: filens namn ska sluta på .${name} / must end in .${name}.`);
  return { ...rest, docx, xlsx, locale: lang };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        ...{ organisation: text, period: text, department: text, docx: text, xlsx: text },
        json: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'sv' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(messageOf(error), { cause: error });
  }
}
