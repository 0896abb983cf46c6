import { describe, expect, it } from 'vitest';
import { checkKnowledge, faultText, loadKnowledge } from '../../src/knowledge/index.js';
import { knowledgeFolder } from './knowledge-folder.js';

const now = new Date('2026-03-01T09:00:00Z');
const TOPICS = 'sensitive/topics.yml';
const ROUTES = 'sensitive/routes.yml';
const FORMS = 'sensitive/forms.yml';

function faultsOf(changes: Parameters<typeof knowledgeFolder>[0]): string[] {
  return checkKnowledge(knowledgeFolder(changes), now).map(faultText);
}

type Case = readonly [what: string, file: string, from: string, to: string, ...faults: string[]];

const cases: readonly Case[] = [
  ['a topic without English text', TOPICS, '  textEn: Tell your manager.\n', '', `${TOPICS}:1: textEn: Required`],
  ['an empty text', TOPICS, 'text: Berätta för din chef.', "text: ''", `${TOPICS}:4: text: String must contain at least 1 character(s)`],
  ['a topic without routes', TOPICS, 'routes: [hr]', 'routes: []', `${TOPICS}:8: routes: Array must contain at least 1 element(s)`],
  ['a route that is not there', TOPICS, 'routes: [hr]', 'routes: [hr, polis]', `${TOPICS}:8: routes: no route polis`],
  ['an entry that cannot be read', TOPICS, 'acts: [hotad,', 'acts: [hotad!,', `${TOPICS}:10: acts.0: a word, begins-, -ends, or words in a row with <person>, <other>, ? or …`],
  ['a place that stands for nobody', TOPICS, '<person>', '<somebody>', `${TOPICS}:10: acts.1: a word, begins-, -ends, or words in a row with <person>, <other>, ? or …`],
  ['a word of two topics', TOPICS, 'acts: [stjäl]', 'acts: [hotad]', `${TOPICS}:21: acts: "hotad" stands already in hot`],
  ['a review date that has passed', TOPICS, "reviewBy: '2099-01-01'", "reviewBy: '2026-02-28'", `${TOPICS}:9: reviewBy: the review date 2026-02-28 has passed (warning)`],
  ['a topic that is there twice', TOPICS, '- id: brott', '- id: hot', `${TOPICS}:12: id: hot stands already at ${TOPICS}:1`],
  ['a route that no topic names', ROUTES, '- id: hr\n', '- id: facket\n  name: a\n  nameEn: a\n  text: a\n  textEn: a\n- id: hr\n', `${ROUTES}:1: id: no topic names route facket`],
  ['a form that is missing', FORMS, '- id: self\n  sv: [jag, mig]\n  en: [i, me]\n', '', `${FORMS}:1: id: form self is missing`],
];

describe('checkKnowledge, sensitive', () => {
  it.each(cases.map(([what, ...rest]) => [what, rest] as const))('reports %s', (_, [file, from, to, ...faults]) => {
    expect(faultsOf({ [file]: [from, to] })).toEqual(faults);
  });

  it('reports a file that is not there, and nothing that it would hold', () => {
    expect(faultsOf({ [TOPICS]: undefined })).toEqual([`${TOPICS}:1: (file): cannot be read: ENOENT`]);
    expect(faultsOf({ [ROUTES]: undefined })).toEqual([`${ROUTES}:1: (file): cannot be read: ENOENT`]);
    expect(faultsOf({ [FORMS]: undefined })).toEqual([`${FORMS}:1: (file): cannot be read: ENOENT`]);
  });

  it('lets no bot start without its careful texts', () => {
    expect(() => loadKnowledge(knowledgeFolder({ [TOPICS]: undefined }), now)).toThrow(`${TOPICS}:1: (file): cannot be read`);
  });
});
