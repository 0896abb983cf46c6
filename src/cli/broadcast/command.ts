import { AppError, messageOf } from '../../errors.js';
import { type BroadcastOptions, readArguments } from './arguments.js';
import { exportRows } from './export.js';
import { listBroadcasts, showStatus } from './look.js';
import { rehearseMessage, sendMessage } from './send.js';
import { type BroadcastCommandTools, UsageError } from './tools.js';

export const BROADCAST_USAGE = [
  'Användning / Usage:',
  '  npm run -s broadcast -- list [--organisation NAMN]',
  '  npm run -s broadcast -- status ID [--organisation NAMN] [--wait]',
  '      hur det går; med --wait tills alla är klara / how it goes; with --wait until all is over',
  '  npm run -s broadcast -- export ID [--organisation NAMN] [--format csv|xlsx] [--out FIL]',
  '      en rad per mottagare / one row a recipient',
  '  npm run -s broadcast -- rehearse|send --sender E-POST (--csv FIL | --role ROLL | --department NAMN | --unit NAMN)',
  '      --title TEXT --text TEXT [--title-en TEXT --text-en TEXT] [--confirm] [--deadline 2026-09-30] [--at "2026-09-01 09:00"] [--wait]',
  '      --sender är den i HR som står som avsändare; --role, --department och --unit kan upprepas; --role alla är alla',
  '      rehearse visar bara; samma send en gång till samma dag skickar inget mer / rehearse only shows; the same send again on the same day sends nothing more',
].join('\n');

/** `broadcast -- …`. Gives the exit code: 0 done, 1 storage failed, 2 something is wrong with the arguments or the file. */
export async function runBroadcastCommand(args: readonly string[], tools: BroadcastCommandTools): Promise<0 | 1 | 2> {
  try {
    const { values, positionals } = readArguments(args);
    const [name, id, ...rest] = positionals;
    const run = id === undefined ? WITHOUT_ID[name ?? ''] : WITH_ID[name ?? ''];
    if (!run || rest.length > 0) throw new UsageError('Kommandot känns inte igen / unknown command.');
    await run(tools, values, id ?? '');
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      tools.complain(`${error.message}\n${BROADCAST_USAGE}`);
      return 2;
    }
    tools.complain(explain(error));
    return 1;
  }
}

type Run = (tools: BroadcastCommandTools, options: BroadcastOptions, id: string) => Promise<void>;

const WITHOUT_ID: Readonly<Record<string, Run>> = {
  list: listBroadcasts,
  rehearse: rehearseMessage,
  send: sendMessage,
};
const WITH_ID: Readonly<Record<string, Run>> = { status: showStatus, export: exportRows };

function explain(error: unknown): string {
  if (error instanceof AppError && error.code === 'storage_unavailable')
    return `Lagringen svarar inte. / Storage does not answer.\n${error.message}`;
  return messageOf(error);
}
