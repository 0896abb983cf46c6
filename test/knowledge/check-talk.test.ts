import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkKnowledge, faultText, loadTalk } from '../../src/knowledge/index.js';
import { knowledgeFolder } from './knowledge-folder.js';

const now = new Date('2026-03-01T09:00:00Z');
const FILE = 'exit/talk.yml';
const text = readFileSync('knowledge/exit/talk.yml', 'utf8');
const faultsOf = (changed: string) =>
  checkKnowledge(knowledgeFolder({ [FILE]: changed }), now).map((one) => faultText(one).replace(/^.*exit/, 'exit'));

describe('the exit conversation of the project', () => {
  it('has the seven steps, the question areas and the fourteen reasons, in both languages, and nothing about health', () => {
    const entries = loadTalk('knowledge');
    const count = (part: string) => entries.filter((entry) => entry.part === part).length;
    expect([count('guide'), count('area'), count('theme')]).toEqual([7, 9, 14]);
    for (const part of ['guide', 'area', 'theme'])
      expect(new Set(entries.filter((entry) => entry.part === part).flatMap(({ sv, en }) => [sv, en])).size).toBeGreaterThan(count(part));
    const asked = entries.filter(({ part }) => part !== 'guide').flatMap(({ sv, en }) => [sv, en]);
    expect(asked.filter((line) => /hälsa|sjuk|health|illness/i.test(line))).toEqual([]);
  });

  it('is what the tests’ small folder has, too', () => {
    expect(readFileSync('test/support/knowledge/exit/talk.yml', 'utf8')).toBe(text);
    expect(faultsOf(text)).toEqual([]);
  });
});

describe('checkKnowledge, the exit conversation', () => {
  it.each([
    ['a theme that stands twice', text.replace('id: R2\n', 'id: R1\n'), [/id: theme R1 stands twice/, /the themes are R1 to R14/]],
    ['a theme of another code', text.replace('id: R14', 'id: R15'), [/id: the themes are R1 to R14/]],
    ['themes that are too few', text.slice(0, text.indexOf('- part: theme\n  id: R14')), [/the themes are R1 to R14/]],
    ['no question areas', text.replaceAll('- part: area', '- part: guide'), [/part: there is no area/]],
    ['a step without help', text.replace(/ {2}help:\n.*\n.*\n- part: guide\n {2}id: vidare/, '- part: guide\n  id: vidare'), [/the step tack has no help/]],
    ['help where a code needs none', `${text}  help: { sv: 'a', en: 'b' }\n`, [/the theme R14 is a code and has no help/]],
    ['a part that there is not', text.replace('- part: area', '- part: quote'), [/part: Invalid enum value/]],
    ['a text that is missing', text.replace("  en: 'Retirement'\n", ''), [/en: Required/, /the themes are R1 to R14/, /the themes are/]],
  ] as const)('reports %s', (_what, changed, faults) => {
    const found = faultsOf(changed);
    for (const one of faults) expect(found).toContainEqual(expect.stringMatching(one));
  });
});
