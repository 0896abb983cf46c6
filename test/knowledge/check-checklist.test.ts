import { describe, expect, it } from 'vitest';
import { checkKnowledge, faultText, loadChecklist } from '../../src/knowledge/index.js';
import { knowledgeFolder } from './knowledge-folder.js';

const now = new Date('2026-03-01T09:00:00Z');
const FILE = 'exit/checklist.yml';
const faultsOf = (...change: [string, string]) =>
  checkKnowledge(knowledgeFolder({ [FILE]: change }), now).map((one) => faultText(one).replace(/^.*exit/, 'exit'));

describe('the exit checklist of the project', () => {
  it('has the 35 items of the researched list, in both languages', () => {
    const items = loadChecklist('knowledge');
    expect(items.map(({ id }) => id)).toEqual(
      Array.from({ length: 35 }, (_, n) => `AVS-${String(n + 1).padStart(2, '0')}`),
    );
    expect(new Set(items.flatMap(({ sv, en }) => [sv, en])).size).toBe(70);
  });
});

describe('checkKnowledge, the exit checklist', () => {
  it.each([
    ['an id that stands twice', ['- id: AVS-02', '- id: AVS-01'], /:\d+: id: AVS-01 must come before AVS-01, and each once/],
    ['an owner that there is not', ['owners: [hr, medarbetare]', 'owners: [facket]'], /:\d+: owners\.0: Invalid enum value/],
    ['a day that is no number', ['offset: -88', 'offset: snart'], /:\d+: offset: Expected number/],
    [
      'other days for a kind that the item is not for',
      ['offsets: { pension: -150 }\n  anchor: anställning', 'offsets: { visstid: -150 }\n  anchor: anställning'],
      /:\d+: offsets: the item is not for visstid/,
    ],
    ['a condition that there is not', ['when: [konto]', 'when: [kontot]'], /:\d+: when\.0: Invalid enum value/],
    ['a text that is missing', ["  en: 'Tell HR that the employee is leaving'\n", ''], /:\d+: en: Required/],
  ] as const)('reports %s', (_what, [from, to], fault) => {
    expect(faultsOf(from, to)).toEqual([expect.stringMatching(fault)]);
  });
});
