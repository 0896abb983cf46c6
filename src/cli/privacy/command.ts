import { AppError } from '../../errors.js';
import { describeRules } from '../../privacy/index.js';
import { definedTables } from '../../storage/index.js';
import { describeStorageFault } from '../storage-fault.js';
import { type PrivacyOptions, readPrivacyArguments, USAGE } from './arguments.js';
import { UsageError } from '../usage-error.js';
import { showAudit } from './audit.js';
import { hold, release, showHolds } from './holds.js';
import { erasePerson, extractPerson } from './person.js';
import { purge, showRecord } from './purge.js';
import type { PrivacyTools, Run } from './run.js';

const COMMANDS: Readonly<Record<Exclude<PrivacyOptions['command'], 'tables'>, (run: Run) => Promise<void>>> = {
  purge,
  record: showRecord,
  extract: extractPerson,
  erase: erasePerson,
  hold,
  release,
  holds: showHolds,
  audit: showAudit,
};

/** `privacy -- …`. Gives the exit code: 0 done, 1 storage failed, 2 something is wrong with the arguments, or it may not be done. */
export async function runPrivacyCommand(args: readonly string[], tools: PrivacyTools): Promise<0 | 1 | 2> {
  try {
    const options = readPrivacyArguments(args, tools.now);
    if (options.command === 'tables') {
      tools.print(describeRules(definedTables()));
      return 0;
    }
    await COMMANDS[options.command]({ ...tools, ...(await tools.open()), options });
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      tools.complain(`${error.message}\n${USAGE}`);
      return 2;
    }
    const isRefused = error instanceof AppError && error.code === 'import_refused';
    tools.complain(isRefused ? error.message : describeStorageFault(error));
    return isRefused ? 2 : 1;
  }
}
