import { type Routine, routineSchema } from '../ask/index.js';
import type { Fault } from './fault.js';
import { fault, type Placed } from './placed.js';
import { readYamlMap } from './read-yaml.js';

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n([\s\S]*))?$/;
const ENGLISH = /^# English\s*$/m;

/** Reads one routine file: front matter, the Swedish body, a line `# English`, the English body. */
export function readRoutine(file: string, text: string, faults: Fault[]): Placed<Routine> | undefined {
  const parts = FRONT_MATTER.exec(text);
  if (!parts) {
    faults.push(fault(file, 1, '(file)', 'must begin with front matter between two lines of ---'));
    return undefined;
  }
  const [, head = '', rest = ''] = parts;
  const matter = readYamlMap({ file, offset: 1 }, head, routineSchema, faults);
  const bodyLine = head.split('\n').length + 3;
  const bodyFault = (line: number, message: string) => void faults.push(fault(file, line, '(body)', message));
  const [body = '', bodyEn = '', ...more] = rest.split(ENGLISH).map((part) => part.trim());
  if (body === '') bodyFault(bodyLine, 'the Swedish text is missing');
  if (bodyEn === '') bodyFault(bodyLine, 'the English text is missing (after a line "# English")');
  if (more.length > 0) bodyFault(bodyLine, 'there are two lines "# English"');
  if (!matter) return undefined;
  const { length } = matter.value.sources;
  for (const [index, line] of rest.split('\n').entries())
    for (const n of new Set([...line.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1]))))
      if (n < 1 || n > length) bodyFault(bodyLine + index, `[${n}] is cited, but there are ${length} sources`);
  return { ...matter, value: { ...matter.value, body, bodyEn } };
}
