import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkKnowledge, faultText } from '../../src/knowledge/index.js';
import { knowledgeFolder, SOUND } from './knowledge-folder.js';

const now = new Date('2026-03-01T09:00:00Z');

function faultsOf(changes: Parameters<typeof knowledgeFolder>[0] = {}): string[] {
  return checkKnowledge(knowledgeFolder(changes), now).map(faultText);
}

const CSV = 'statistics/plan-2025.csv';
const ROUTINE = 'routines/avslutssamtal.md';
const MEASURES = 'vocabulary/measures.yml';
const POPULATIONS = 'vocabulary/populations.yml';

type Case = readonly [what: string, file: string, from: string, to: string, ...faults: string[]];

/** Replaces something in one file of the sound folder and expects exactly these faults. */
function itReports(...cases: Case[]): void {
  it.each(cases.map(([what, ...rest]) => [what, rest] as const))('reports %s', (_, [file, from, to, ...faults]) => {
    expect(faultsOf({ [file]: [from, to] })).toEqual(faults);
  });
}

describe('checkKnowledge', () => {
  it('finds nothing wrong with a sound folder, with or without byte order marks and Windows line ends', () => {
    expect(faultsOf()).toEqual([]);
    const fromWindows = Object.entries(SOUND).map(([file, text]) => [file, `\uFEFF${text.replaceAll('\n', '\r\n')}`]);
    expect(faultsOf(Object.fromEntries(fromWindows) as Record<string, string>)).toEqual([]);
  });

  it('finds nothing wrong with the knowledge of the project', () => {
    const errors = checkKnowledge(fileURLToPath(new URL('../../knowledge', import.meta.url)), now);
    expect(errors.filter(({ severity }) => severity === 'error').map(faultText)).toEqual([]);
  });
});

describe('checkKnowledge, YAML files', () => {
  itReports(
    ['broken syntax', MEASURES, '  unit: procent\n- id', '  unit: [procent\n- id', `${MEASURES}:5: (yaml): Flow sequence in block collection must be sufficiently indented and end with a ]`],
    ['a key that is missing', MEASURES, '  en: sickness absence\n', '', `${MEASURES}:1: en: Required`],
    ['a key that is missing further down', POPULATIONS, '  level: avdelning\n', '', `${POPULATIONS}:5: level: Required`],
    ['a key too many', 'sources.yml', '  year: 2025\n', '  year: 2025\n  yeer: 2025\n', "sources.yml:1: (entry): Unrecognized key(s) in object: 'yeer'"],
    ['a key that is there twice', 'sources.yml', '  year: 2025\n', '  year: 2025\n  year: 2026\n', 'sources.yml:5: (yaml): Map keys must be unique'],
    ['a value of the wrong kind', 'sources.yml', 'year: 2025', 'year: i år', 'sources.yml:4: year: Expected number, received string'],
    ['an id of other letters', POPULATIONS, '- id: nord-forskola', '- id: nord_förskola', `${POPULATIONS}:5: id: small letters, figures and single hyphens`],
    ['a value inside a list', 'vocabulary/breakdowns.yml', '      en: men\n', '      en: [men]\n', 'vocabulary/breakdowns.yml:10: values.1.en: Expected string, received array'],
    ['a file that is no list', 'vocabulary/questions.yml', '- id: highest\n  sv: [högst]\n  en: [highest]\n', 'id: highest\n', 'vocabulary/questions.yml:1: (file): must be a list of entries'],
    ['a parent that is not there', POPULATIONS, 'parent: nord', 'parent: syd', `${POPULATIONS}:9: parent: no population syd`],
    ['a measure that is part of nothing', MEASURES, 'partOf: sjukfranvaro', 'partOf: franvaro', `${MEASURES}:9: partOf: no measure franvaro`],
    ['a measure that is part of itself', MEASURES, 'partOf: sjukfranvaro', 'partOf: sjukfranvaro-dag-1-14', `${MEASURES}:9: partOf: goes in a circle: sjukfranvaro-dag-1-14 > sjukfranvaro-dag-1-14`],
    ['populations in a circle, once', POPULATIONS, '  level: organisation\n', '  level: organisation\n  parent: nord-forskola\n', `${POPULATIONS}:5: parent: goes in a circle: nord > nord-forskola > nord`],
    ['a place that is a common word', POPULATIONS, '  sv: förskola\n', '  sv: Skalle\n', 'vocabulary/common-words.yml:1: : "skalle" narrows a question and cannot stand here'],
    ['a place that is an everyday word', POPULATIONS, '  sv: förskola\n', '  sv: Raden\n', 'vocabulary/everyday-words.yml:1: id: "raden" narrows a question and cannot stand here'],
    ['a source of no organisation', 'sources.yml', 'organisation: nord', 'organisation: syd', 'sources.yml:3: organisation: no population syd'],
    ['an id that is there twice', 'vocabulary/not-held.yml', '- id: lon\n', '- id: lon\n  sv: lön\n  en: pay\n  synonyms: []\n- id: lon\n', 'vocabulary/not-held.yml:5: id: lon stands already at vocabulary/not-held.yml:1'],
  );

  it('names a file that is not there, and not all that refers to it', () => {
    expect(faultsOf({ [MEASURES]: undefined, [POPULATIONS]: undefined, 'sources.yml': undefined })).toEqual([
      'sources.yml:1: (file): cannot be read: ENOENT',
      `${MEASURES}:1: (file): cannot be read: ENOENT`,
      `${POPULATIONS}:1: (file): cannot be read: ENOENT`,
    ]);
  });

  it('takes an empty file for an empty list', () => {
    expect(faultsOf({ 'vocabulary/not-held.yml': '', 'vocabulary/questions.yml': '# inget ännu\n' })).toEqual([]);
  });

  it('names the first line that is not UTF-8', () => {
    const latin1 = Buffer.from(SOUND['vocabulary/not-held.yml']!, 'latin1');
    expect(faultsOf({ 'vocabulary/not-held.yml': latin1 })).toEqual([
      'vocabulary/not-held.yml:2: (file): is not in UTF-8 (å, ä and ö are lost); save it as UTF-8',
    ]);
  });
});

describe('checkKnowledge, statistics', () => {
  itReports(
    ['an unknown measure', CSV, 'a-1,sjukfranvaro', 'a-1,franvaro', `${CSV}:2: measure: no measure franvaro in vocabulary/measures.yml`],
    ['an unknown population', CSV, 'nord-forskola,kon', 'nord-skola,kon', `${CSV}:3: population: no population nord-skola`],
    ['an unknown source', CSV, 'plan-2025,Sjukfrånvaro,10', 'plan-2024,Sjukfrånvaro,10', `${CSV}:2: source: no source plan-2024 in sources.yml`],
    ['an unknown section', CSV, 'plan-2025,Sjukfrånvaro,10', 'plan-2025,Frånvaro,10', `${CSV}:2: section: source plan-2025 has no section "Frånvaro"`],
    ['an unknown period', CSV, 'kvinnor,2024', 'kvinnor,2024-13', `${CSV}:3: period: "2024-13" is no period (2024, 2024-06, @2024-06, R12:2024-06, 2024-T1, 2024-01/2024-10)`],
    ['an unknown breakdown', CSV, 'kon=kvinnor', 'alder=unga', `${CSV}:3: breakdown: "alder=unga" is not in vocabulary/breakdowns.yml`],
    ['an unknown value of a breakdown', CSV, 'kon=kvinnor', 'kon=man; kon=pojkar', `${CSV}:3: breakdown: "kon=pojkar" is not in vocabulary/breakdowns.yml`],
    ["another unit than the measure's", CSV, '9.8,,procent', '9.8,,dagar', `${CSV}:2: unit: measure sjukfranvaro is in procent, not dagar`],
    ['a figure with a comma', CSV, '9.8,,procent', '"9,8",,procent', `${CSV}:2: value: a decimal number with a point`],
    ['a line that is no number', CSV, 'Sjukfrånvaro,10,', 'Sjukfrånvaro,tio,', `${CSV}:2: line: Expected number, received nan`],
    ['a conflict that one side names', CSV, ',2,a-3,', ',2,,', `${CSV}:4: conflictsWith: a-4 is not there or does not name a-3 in return`],
    ['a conflict with nothing', CSV, 'Sjukfrånvaro,10,,', 'Sjukfrånvaro,10,a-9,', `${CSV}:2: conflictsWith: a-9 is not there or does not name a-1 in return`],
    ['two figures of one thing that say otherwise', CSV, 'kon=kvinnor', '', `${CSV}:3: value: says otherwise than a-1 about the same thing; link the two by conflictsWith`],
    ['an id that is there twice', CSV, 'a-2', 'a-1', `${CSV}:3: id: a-1 stands already at ${CSV}:2`],
    ['a row with a cell too few', CSV, 'Sjukfrånvaro,11,,"en not, med komma",a note', 'Sjukfrånvaro,11', `${CSV}:3: (row): Invalid Record Length: columns length is 16, got 13 on line 3`],
    ['a column that is missing, once', CSV, 'valueTo,unit', 'unit', `${CSV}:1: valueTo: the column is missing`],
    ['a column of another name, once', CSV, 'conflictsWith,note', 'conflict,note', `${CSV}:1: conflictsWith: the column is missing`, `${CSV}:1: conflict: there is no such column`],
    ['a column that is there twice', CSV, 'conflictsWith,note', 'conflictsWith,line', `${CSV}:1: note: the column is missing`, `${CSV}:1: line: the column is there twice`],
  );

  it('says what Excel did when semicolons part the columns', () => {
    expect(faultsOf({ [CSV]: SOUND[CSV]!.replaceAll(',', ';') })).toEqual([
      `${CSV}:1: (header): the columns are parted by semicolons; save the file with commas`,
    ]);
  });

  it('lets the same figure stand twice, and the list of what was left out be something else', () => {
    const again = `${SOUND[CSV]}a-5,sjukfranvaro,nord-forskola,,2024,utfall,9.8,,procent,,plan-2025,Inledning,3,,,\n`;
    expect(faultsOf({ [CSV]: again, 'statistics/left-out.csv': 'document,line,number,reason\n' })).toEqual([]);
  });

  it('names lines rightly after empty lines and cells of several lines', () => {
    const [header, ...rows] = SOUND[CSV]!.trimEnd().split('\n');
    rows[1] = rows[1]!.replace('en not, med komma', 'en not\npå två rader');
    rows[2] = rows[2]!.replace('sjukfranvaro', 'franvaro');
    expect(faultsOf({ [CSV]: [header, '', ...rows].join('\n') })).toEqual([
      `${CSV}:6: measure: no measure franvaro in vocabulary/measures.yml`,
    ]);
  });

  it('tells a slip in the vocabulary once, not for every figure that refers to it', () => {
    expect(faultsOf({ [MEASURES]: ['unit: procent', 'unit: procnt'] })).toEqual([
      expect.stringMatching(/^vocabulary\/measures\.yml:4: unit: Invalid enum value\./) as string,
    ]);
    expect(faultsOf({ [CSV]: ['a-4,sjukfranvaro', 'A_4,sjukfranvaro'] })).toEqual([
      `${CSV}:5: id: small letters, figures and single hyphens`,
    ]);
  });
});

describe('checkKnowledge, routines', () => {
  itReports(
    ['front matter that is missing', ROUTINE, '---\nid', 'id', `${ROUTINE}:1: (file): must begin with front matter between two lines of ---`],
    ['broken front matter', ROUTINE, 'audience: [chef]', 'audience: [chef', `${ROUTINE}:9: (yaml): Flow sequence in block collection must be sufficiently indented and end with a ]`],
    ['a key that is missing', ROUTINE, 'titleEn: Exit conversation\n', '', `${ROUTINE}:2: titleEn: Required`],
    ['an unknown phase', ROUTINE, 'phase: avsluta', 'phase: sluta', expect.stringMatching(`^${ROUTINE}:5: phase: Invalid enum value`) as string],
    ['an unknown organisation', ROUTINE, 'organisation: nord', 'organisation: syd', `${ROUTINE}:6: organisation: no population syd`],
    ['an unknown department', ROUTINE, 'department: nord-forskola', 'department: nord-skola', `${ROUTINE}:7: department: no population nord-skola`],
    ['an unknown source', ROUTINE, 'document: plan-2025', 'document: plan-2024', `${ROUTINE}:9: sources: no source plan-2024 in sources.yml`],
    ['an unknown section', ROUTINE, 'section: Inledning', 'section: Slutord', `${ROUTINE}:9: sources: source plan-2025 has no section "Slutord"`],
    ['a related routine that is not there', ROUTINE, '- introduktion', '- introduktioner', `${ROUTINE}:18: related: no routine introduktioner`],
    ['an id that is not the file name', ROUTINE, 'id: avslutssamtal', 'id: avslut', `${ROUTINE}:2: id: the file must be called avslut.md`],
    ['a title that is there twice', ROUTINE, 'title: Avslutssamtal', 'title: introduktion', 'routines/introduktion.md:3: title: the same title stands in routines/avslutssamtal.md'],
    ['an English title that is there twice', ROUTINE, 'titleEn: Exit conversation', 'titleEn: INTRODUCTION', 'routines/introduktion.md:4: titleEn: the same title stands in routines/avslutssamtal.md'],
    ['a number that no source has, at its line', ROUTINE, 'conversation. [1]', 'conversation. [2] [2]', `${ROUTINE}:26: (body): [2] is cited, but there are 1 sources`],
    ['the number nought', ROUTINE, 'samtalet. [1]', 'samtalet. [0]', `${ROUTINE}:22: (body): [0] is cited, but there are 1 sources`],
    ['a missing English part', ROUTINE, '# English', '## English', `${ROUTINE}:21: (body): the English text is missing (after a line "# English")`],
    ['an empty English part', ROUTINE, 'The manager holds the conversation. [1]', '', `${ROUTINE}:21: (body): the English text is missing (after a line "# English")`],
    ['a missing Swedish part', ROUTINE, 'Chefen håller samtalet. [1]', '', `${ROUTINE}:21: (body): the Swedish text is missing`],
    ['a second English part', ROUTINE, 'The manager', '# English\nThe manager', `${ROUTINE}:21: (body): the English text is missing (after a line "# English")`, `${ROUTINE}:21: (body): there are two lines "# English"`],
    ['a review date that is none', ROUTINE, "reviewBy: '2099-12-31'", "reviewBy: '2099-13-31'", `${ROUTINE}:13: reviewBy: Invalid date`],
  );

  it('does not tell of a routine that cannot be read at those that name it', () => {
    expect(faultsOf({ 'routines/introduktion.md': ['phase: introducera\n', ''] })).toEqual([
      'routines/introduktion.md:2: phase: Required',
    ]);
  });

  it('warns of a review date from the day after it, Stockholm time', () => {
    const folder = knowledgeFolder({ [ROUTINE]: ["'2099-12-31'", "'2026-02-28'"] });
    expect(checkKnowledge(folder, new Date('2026-02-28T22:59:59Z'))).toEqual([]);
    const faults = checkKnowledge(folder, new Date('2026-02-28T23:00:00Z'));
    expect(faults.map(faultText)).toEqual([`${ROUTINE}:13: reviewBy: the review date 2026-02-28 has passed (warning)`]);
    expect(faults[0]!.severity).toBe('warning');
  });

  it('lists all faults, in the order of files and lines', () => {
    const faults = faultsOf({
      [ROUTINE]: SOUND[ROUTINE]!.replace('- introduktion', '- nowhere').replace('department: nord-forskola', 'department: x'),
      'vocabulary/questions.yml': 'x',
      'sources.yml': ['year: 2025', 'year: x'],
    });
    expect(faults.map((fault) => fault.split(': ')[0])).toEqual([
      `${ROUTINE}:7`,
      `${ROUTINE}:18`,
      'sources.yml:4',
      'vocabulary/questions.yml:1',
    ]);
  });
});

describe('checkKnowledge, subjects of routines', () => {
  const OTHER = 'routines/introduktion.md';
  const [from, to] = ['audience: [chef]', 'subject: avslut\naudience: [chef]'];
  itReports(['a subject that one routine has alone', ROUTINE, from, to, `${ROUTINE}:8: subject: no other routine has the subject avslut`]);

  it('lets routines of two places share a subject, not two of one place', () => {
    expect(faultsOf({ [ROUTINE]: [from, to], [OTHER]: [from, to] })).toEqual([]);
    const samePlace = 'organisation: nord\ndepartment: nord-forskola\nsubject: avslut\naudience: [chef]';
    expect(faultsOf({ [ROUTINE]: [from, to], [OTHER]: [from, samePlace] })).toEqual([
      `${OTHER}:8: subject: ${ROUTINE} has the same subject for the same place`,
    ]);
  });
});

describe('checkKnowledge, the ranking', () => {
  const RANKING = 'ranking/weights.json';
  const sound = SOUND[RANKING]!;
  const lineOf = (key: string) => sound.slice(0, sound.indexOf(`"${key}"`)).split('\n').length;

  it('names line and key of a weight that is none', () => {
    const changed = sound.replace(/"grams": [\d.]+/, '"grams": -1');
    expect(faultsOf({ [RANKING]: changed })).toEqual([
      `${RANKING}:${lineOf('grams')}: passages.weights.grams: a learned weight is 0 or more`,
    ]);
    expect(faultsOf({ [RANKING]: sound.replace(/"grams": [\d.]+/, '"grams": "much"') })).toEqual([
      `${RANKING}:${lineOf('grams')}: passages.weights.grams: Expected number, received string`,
    ]);
  });

  it('names a weight that is missing and one that nothing knows', () => {
    const changed = sound.replace('"seams"', '"sems"');
    expect(faultsOf({ [RANKING]: changed }).map((fault) => fault.replace(/^.*?\d+: /, ''))).toEqual([
      'passages.weights.seams: Required',
      "passages.weights: Unrecognized key(s) in object: 'sems'",
    ]);
  });

  it('misses the file, and tells broken JSON by its line', () => {
    expect(faultsOf({ [RANKING]: undefined })).toEqual([`${RANKING}:1: (file): cannot be read: ENOENT`]);
    expect(faultsOf({ [RANKING]: '{\n  "passages": {,\n}' })[0]).toMatch(/^ranking\/weights\.json:2: /);
  });
});
