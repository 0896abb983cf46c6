import { describe, expect, it } from 'vitest';
import { checkKnowledge, faultText, loadFunctions } from '../../src/knowledge/index.js';
import { knowledgeFolder } from './knowledge-folder.js';

const now = new Date('2026-03-01T09:00:00Z');
const FILE = 'exit/functions.yml';
const faultsOf = (...change: [string, string]) =>
  checkKnowledge(knowledgeFolder({ [FILE]: change }), now).map((one) => faultText(one).replace(/^.*exit/, 'exit'));

describe('the functions of the project', () => {
  it('have titles for payroll, IT, registrar and MAS', () => {
    expect(loadFunctions('knowledge').map(({ owner }) => owner)).toEqual(['lön', 'it', 'registrator', 'mas']);
  });
});

describe('checkKnowledge, the functions of the exit checklist', () => {
  it.each([
    ['a function that there is not', ['owner: mas', 'owner: växel'], /functions\.yml:\d+: owner: Invalid enum value/],
    ['HR, which is found by its role', ['owner: mas', 'owner: hr'], /:\d+: owner: Invalid enum value/],
    ['a function that stands twice', ['owner: mas', 'owner: it'], /:\d+: owner: it stands twice; put its titles into one list/],
    ['a title of two functions', ['[Registrator,', '[Registrator, lönechef,'], /:\d+: titles: "lönechef" stands under lön already/],
    ['no titles', ['titles: [Registrator, Arkivarie, Arkivansvarig]', 'titles: []'], /:\d+: titles: Array must contain at least 1/],
    ['a word that is misspelt', ['owner: mas', 'ägare: mas'], /:\d+: owner: Required/],
  ] as const)('reports %s', (_what, [from, to], fault) => {
    expect(faultsOf(from, to)).toContainEqual(expect.stringMatching(fault));
  });

  it('stops the loading, naming the line', () => {
    expect(() => loadFunctions(knowledgeFolder({ [FILE]: ['owner: mas', 'owner: it'] }))).toThrow(/exit\/functions\.yml:11/);
  });

  it('lets functions be left out, which the manager confirms then', () => {
    const folder = knowledgeFolder({ [FILE]: '- owner: it\n  titles: [IT-tekniker]\n' });
    expect(checkKnowledge(folder, now)).toEqual([]);
    expect(loadFunctions(folder)).toEqual([{ owner: 'it', titles: ['IT-tekniker'] }]);
  });
});
