import { join } from 'node:path';
import { checkKnowledge, type Fault, faultText } from '../../knowledge/index.js';
import { type Subcommand, UsageError } from './subcommand.js';

/** Prints every fault of the knowledge folder as `file:line: column: message`, then how many; 1 when an error stands. */
export const check: Subcommand = {
  usage: [
    '  npm run -s knowledge -- check',
    '      visar alla fel i kunskapsmappen, med fil och rad / shows every fault of the knowledge folder, with file and line',
  ].join('\n'),
  run(args, { knowledgeDir, now, print }) {
    if (args.length > 0) throw new UsageError(`check: ${args.join(' ')}`);
    const faults = checkKnowledge(knowledgeDir, now);
    for (const fault of faults) print(faultText({ ...fault, file: join(knowledgeDir, fault.file) }));
    const [errors, warnings] = [count(faults, 'error'), count(faults, 'warning')];
    const swedish = `${errors} fel, ${warnings} ${warnings === 1 ? 'varning' : 'varningar'}`;
    print(`${knowledgeDir}: ${swedish} / ${plural(errors, 'error')}, ${plural(warnings, 'warning')}`);
    return errors === 0 ? 0 : 1;
  },
};

function count(faults: readonly Fault[], severity: Fault['severity']): number {
  return faults.filter((fault) => fault.severity === severity).length;
}

function plural(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
