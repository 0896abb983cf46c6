import { type Routine, routineSchema } from '../ask/index.js';
import type { Fault } from './fault.js';
import { fault, readYamlMap } from './read-yaml.js';

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/;
const ENGLISH = /^# English\s*$/m;

/** Reads one routine file: front matter, the Swedish body, a line `# English`, the English body. */
export function readRoutine(file: string, text: string, faults: Fault[]): Routine | undefined {
  const parts = FRONT_MATTER.exec(text);
  if (!parts) {
    faults.push(fault(file, 1, '(file)', 'must begin with front matter between two lines of ---'));
    return undefined;
  }
  const [, head = '', rest = ''] = parts;
  const matter = readYamlMap({ file, offset: 1 }, head, routineSchema, faults);
  const [body = '', bodyEn = ''] = rest.split(ENGLISH).map((part) => part.trim());
  const bodyLine = head.split('\n').length + 3;
  if (body === '') faults.push(fault(file, bodyLine, '(body)', 'the Swedish text is missing'));
  if (bodyEn === '') faults.push(fault(file, bodyLine, '(body)', 'the English text is missing (after a line "# English")'));
  if (!matter) return undefined;
  for (const n of citedNumbers(body + bodyEn))
    if (n > matter.sources.length) faults.push(fault(file, bodyLine, '(body)', `[${n}] is cited, but there are ${matter.sources.length} sources`));
  return { ...matter, body, bodyEn };
}

function citedNumbers(text: string): number[] {
  return [...text.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1]));
}
