import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXIT_WORDS } from '../../src/exit/index.js';
import { checkKnowledge, faultText, loadChecklist, loadExitWords } from '../../src/knowledge/index.js';
import { knowledgeFolder } from './knowledge-folder.js';

const now = new Date('2026-03-01T09:00:00Z');
const FILE = 'vocabulary/exit.yml';
const faultsOf = (...change: [string, string]) =>
  checkKnowledge(knowledgeFolder({ [FILE]: change }), now).map((one) => faultText(one).replace(/^.*?vocabulary/, 'vocabulary'));

describe('the words of questions about exits', () => {
  it('have every entry that is read by its id, and name items of the checklist', () => {
    const words = loadExitWords('knowledge');
    const ids = words.map(({ id }) => id);
    expect(EXIT_WORDS.filter((id) => !ids.includes(id))).toEqual([]);
    const items = loadChecklist('knowledge').map(({ id }) => id);
    const named = words.flatMap(({ items: some = [] }) => some);
    expect(named.filter((id) => !items.includes(id))).toEqual([]);
    expect(named.length).toBeGreaterThan(20);
  });

  it('are the same in the small knowledge of the tests', () => {
    expect(readFileSync(`test/support/knowledge/${FILE}`, 'utf8')).toBe(readFileSync(`knowledge/${FILE}`, 'utf8'));
  });

  it.each([
    ['an entry that is missing', ['- id: overdue', '- id: late\n  items: [AVS-01]'], [/:1: id: no list overdue/]],
    ['a matter without items', ['- id: overdue', '- id: late'], [/:\d+: items: late is no word of questions/]],
    ['an entry that stands twice', ['- id: final-pay', '- id: account'], [/:\d+: id: account stands already at/]],
    ['an item that there is not', ['items: [AVS-29]', 'items: [AVS-99]'], [/:\d+: items: no item AVS-99 in exit\/checklist.yml/]],
    ['items of a word of questions', ['- id: act\n', '- id: act\n  items: [AVS-01]\n'], [/:\d+: items: act is a word of questions/]],
    ['no words', ['  sv: [intyg,', '  sw: [intyg,'], [/:\d+: sv: Required/, /:\d+: \(entry\): Unrecognized key/]],
  ] as const)('report %s', (_what, [from, to], faults) => {
    const found = faultsOf(from, to);
    for (const fault of faults) expect(found.some((one) => fault.test(one)), found.join('\n')).toBe(true);
  });
});
