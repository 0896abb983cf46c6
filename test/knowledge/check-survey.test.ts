import { describe, expect, it } from 'vitest';
import { INFORMATION_IDS, QUESTION_IDS } from '../../src/exit/index.js';
import { checkKnowledge, faultText, loadSurvey } from '../../src/knowledge/index.js';
import { knowledgeFolder } from './knowledge-folder.js';

const now = new Date('2026-03-01T09:00:00Z');
const FILE = 'exit/survey.yml';
const faultsOf = (...change: [string, string]) =>
  checkKnowledge(knowledgeFolder({ [FILE]: change }), now).map((one) => faultText(one).replace(/^.*exit/, 'exit'));

describe('the survey of the project', () => {
  it('has the 15 questions and 14 reasons, in both languages, and nothing about health to choose', () => {
    const { questions, information } = loadSurvey('knowledge');
    expect(questions.map(({ id }) => id)).toEqual(QUESTION_IDS);
    expect(Object.keys(information).sort()).toEqual([...INFORMATION_IDS].sort());
    const reasons = questions[0]!.options;
    expect(reasons.map(({ id }) => id)).toEqual(Array.from({ length: 14 }, (_, n) => `R${n + 1}`));
    expect(JSON.stringify(questions.map(({ options }) => options))).not.toMatch(/hälsa|sjuk|health|sick/i);
  });
});

describe('checkKnowledge, the survey', () => {
  it.each([
    ['a question that stands twice', ['- id: Q3\n', '- id: Q4\n'], /:\d+: id: Q4 stands already above/],
    ['a question that is missing', ['- id: Q3\n', '- id: Q4\n'], /:1: id: Q3 is missing/],
    ['another kind', ['- id: Q12\n  kind: recommend', '- id: Q12\n  kind: scale'], /:\d+: kind: Q12 is a recommend/],
    ['what nothing fills in', ['{months} månader', '{år} år'], /:\d+: sv: nothing fills in \{år\}/],
    ['options of one id', ['{ id: R2,', '{ id: R1,'], /:\d+: options: two options have the same id/],
    ['no number of choices', ['  most: 2\n', ''], /:\d+: most: how many may be chosen is missing/],
    ['a page that there is not', ['  page: 6', '  page: 7'], /:\d+: page: /],
  ] as const)('reports %s', (_what, [from, to], fault) => {
    expect(faultsOf(from, to)).toContainEqual(expect.stringMatching(fault));
  });
});
