import { readDay } from '../read-day.js';
import { UsageError } from '../usage-error.js';
import { parseArgs } from 'node:util';
import { stockholmDate } from '../../calendar/index.js';
import { messageOf } from '../../errors.js';

export const USAGE = [
  'Användning / Usage:',
  '  npm run -s privacy -- purge [--dry-run]',
  '      gallrar det vars tid är ute och för protokoll / removes what is over, and records it',
  '  npm run -s privacy -- extract PERSON [--out FIL.zip] [--name NAMN --email ADRESS --organisation NAMN]',
  '      registerutdrag: en zip med allt som finns om personen (id eller e-post) / all that is kept of a person',
  '  npm run -s privacy -- erase PERSON [--yes] [--name NAMN --email ADRESS --organisation NAMN]',
  '      visar vad som skulle raderas ur alla tabeller och gör det med --yes / shows what would be erased, does it with --yes',
  '  npm run -s privacy -- hold ÄRENDE --reference DIARIENUMMER [--organisation NAMN]   |   release ÄRENDE   |   holds',
  '      undantar ett ärende från gallring medan en begäran handläggs / keeps a case from the purge while it is under request',
  '  npm run -s privacy -- audit [--from DATUM] [--to DATUM] [--person PERSON] [--action TEXT] [--organisation NAMN] [--json]',
  '      vem som har visat, exporterat, skickat, ändrat och gallrat / who viewed, exported, sent, changed and purged',
  '  npm run -s privacy -- record [--organisation NAMN]',
  '      gallringsprotokollet, och om det är helt (det kontrollerar även purge och audit) / the disposal record, and whether it is whole',
  '  npm run -s privacy -- tables',
  '      tabellernas regler, som docs/privacy.md har dem / the rules of the tables',
].join('\n');

export const COMMANDS = ['purge', 'extract', 'erase', 'hold', 'release', 'holds', 'audit', 'record', 'tables'] as const;
export type PrivacyCommand = (typeof COMMANDS)[number];
const WITH_OBJECT: readonly PrivacyCommand[] = ['extract', 'erase', 'hold', 'release'];

export interface PrivacyOptions {
  readonly command: PrivacyCommand;
  /** The person or the case. */
  readonly about: string;
  readonly isRehearsal: boolean;
  readonly yes: boolean;
  readonly out?: string;
  readonly name?: string;
  readonly email?: string;
  readonly organisation?: string;
  readonly reference?: string;
  readonly from: string;
  readonly to: string;
  readonly person?: string;
  readonly action?: string;
  readonly json: boolean;
}

const DAYS = 30;
const DAY_MS = 24 * 3_600_000;

/** Throws UsageError, which says what is wrong. */
export function readPrivacyArguments(args: readonly string[], now: Date): PrivacyOptions {
  const { values, positionals } = parse(args);
  const [command, about, ...rest] = positionals;
  if (!isCommand(command) || rest.length > 0) throw new UsageError('Kommandot känns inte igen / unknown command.');
  const needsObject = WITH_OBJECT.includes(command);
  if (needsObject && about === undefined) throw new UsageError(`${command}: ange vem eller vad / say whom or what.`);
  if (!needsObject && about !== undefined) throw new UsageError(`${command}: "${about}" hör inte hit / is too much.`);
  if (command === 'hold' && !values.reference)
    throw new UsageError('hold: ange --reference DIARIENUMMER / give the number of the request.');
  const to = readDay('--to', values.to) ?? stockholmDate(now);
  const from = readDay('--from', values.from) ?? new Date(Date.parse(to) - DAYS * DAY_MS).toISOString().slice(0, 10);
  if (from > to) throw new UsageError(`--from ${from} är efter --to ${to} / is after --to.`);
  const { 'dry-run': isRehearsal, yes, json, ...texts } = values;
  return { ...texts, command, about: about ?? '', isRehearsal, yes, json, from, to };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...{ 'dry-run': flag, yes: flag, json: flag, out: text, name: text, email: text, organisation: text },
        ...{ reference: text, from: text, to: text, person: text, action: text },
      },
    });
  } catch (error) {
    throw new UsageError(messageOf(error), { cause: error });
  }
}

function isCommand(name: string | undefined): name is PrivacyCommand {
  return COMMANDS.some((command) => command === name);
}
