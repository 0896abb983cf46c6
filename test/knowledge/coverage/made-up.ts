import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * A made-up document in which everything is accounted for: a figure with thousands, a table, a number word, a number that a
 * routine states, and a running page header (line 8) that names the chapter of line 11 too early.
 */
export const DOCUMENT = [
  ' Inledning ',
  'Planen gäller 2025.',
  'I kommunen arbetar 1 250 personer.',
  '',
  '1. Sjukfrånvaro ',
  'Sjukperiod K M Totalt',
  'Dag1-14 3,1 % 2,5 % 3,0 %',
  ' 2. Avslut ',
  'Uppföljning ',
  'Två möten hålls om året.',
  '2. Avslut ',
  'Uppföljning ',
  'Samtalet ska hållas inom 14 ',
  'dagar.',
].join('\n');

export const SECTIONS = [
  'Inledning',
  '1. Sjukfrånvaro',
  '1. Sjukfrånvaro › Uppföljning',
  '2. Avslut',
  '2. Avslut › Uppföljning',
];

const HEAD =
  'id,measure,population,breakdown,period,kind,value,valueTo,unit,qualifier,source,section,line,conflictsWith,note,noteEn';
export const OBSERVATIONS = [
  HEAD,
  's-001,anstallda,strandvik,,2025,utfall,1250,,antal,,strandvik-2025,Inledning,3,,,',
  's-002,sjukfranvaro,strandvik,kon=kvinnor,2025,utfall,3.1,,procent,,strandvik-2025,1. Sjukfrånvaro,7,,,',
  's-003,sjukfranvaro,strandvik,kon=man,2025,utfall,2.5,,procent,,strandvik-2025,1. Sjukfrånvaro,7,,,',
  's-004,sjukfranvaro,strandvik,,2025,utfall,3.0,,procent,,strandvik-2025,1. Sjukfrånvaro,7,,,',
  's-005,moten,strandvik,,2025,mål,2,,antal,,strandvik-2025,1. Sjukfrånvaro › Uppföljning,10,,,',
].join('\n');

export const LEFT_OUT = [
  'document,line,number,reason',
  'strandvik-2025,2,2025,årtal',
  'strandvik-2025,5,1,rubriknummer',
  'strandvik-2025,7,1-14,del av måttets namn',
  'strandvik-2025,8,2,rubriknummer',
  'strandvik-2025,11,2,rubriknummer',
].join('\n');

export const LEFT_OUT_SECTIONS = ['document,section,reason', 'strandvik-2025,2. Avslut,kapitelrubrik'].join('\n');

export const SOURCES = [
  '- id: strandvik-2025',
  '  title: Strandvik, kompetensförsörjningsplan',
  '  organisation: strandvik',
  '  year: 2025',
  '  file: strandvik.txt',
  '  sections:',
  ...SECTIONS.map((section) => `    - '${section}'`),
].join('\n');

const ROUTINE = `---
id: avslut
title: Hur går ett avslut till?
titleEn: How does leaving work?
phase: avsluta
organisation: strandvik
audience: [chef]
sources:
  - document: strandvik-2025
    section: 2. Avslut › Uppföljning
validFrom: '2025-01-01'
reviewBy: '2030-01-01'
questions: [Hur slutar någon?]
questionsEn: [How does someone leave?]
---

1. Chefen håller ett samtal inom 14 dagar. [1]

# English

1. The manager holds a talk within 14 days. [1]
`;

const FILES: Readonly<Record<string, string>> = {
  'knowledge/sources.yml': SOURCES,
  'knowledge/vocabulary/measures.yml': ['anstallda', 'sjukfranvaro', 'moten']
    .map((id) => `- { id: ${id}, sv: ${id}, en: ${id}, unit: ${id === 'sjukfranvaro' ? 'procent' : 'antal'} }`)
    .join('\n'),
  'knowledge/vocabulary/populations.yml': '- { id: strandvik, sv: Strandvik, en: Strandvik, level: organisation }',
  'knowledge/vocabulary/breakdowns.yml':
    '- { id: kon, sv: kön, en: gender, values: [{ id: kvinnor, sv: k, en: w }, { id: man, sv: m, en: m }] }',
  'knowledge/vocabulary/not-held.yml': '[]',
  'knowledge/vocabulary/questions.yml': '[]',
  'knowledge/vocabulary/concepts.yml': '[]',
  'knowledge/exit/functions.yml': '[]',
  'knowledge/exit/talk.yml': '[]',
  'knowledge/exit/checklist.yml': readFileSync('knowledge/exit/checklist.yml', 'utf8'),
  'knowledge/exit/survey.yml': '[]',
  'knowledge/sensitive/topics.yml': '[]',
  'knowledge/sensitive/routes.yml': '[]',
  'knowledge/sensitive/words.yml': '[]',
  'knowledge/sensitive/forms.yml': '[]',
  'knowledge/vocabulary/exit.yml': readFileSync('knowledge/vocabulary/exit.yml', 'utf8'),
  'knowledge/vocabulary/plan.yml': readFileSync('knowledge/vocabulary/plan.yml', 'utf8'),
  'knowledge/vocabulary/word-lists.yml': readFileSync('knowledge/vocabulary/word-lists.yml', 'utf8'),
  'knowledge/vocabulary/smalltalk.yml': readFileSync('knowledge/vocabulary/smalltalk.yml', 'utf8'),
  'knowledge/vocabulary/common-words.yml': '{ sv: [], en: [] }',
  'knowledge/vocabulary/look-alikes.yml': '{ sv: [], en: [] }',
  'knowledge/vocabulary/everyday-words.yml': '- { id: tables, nouns: [rad], carriers: [siffran] }',
  'knowledge/ranking/weights.json': readFileSync('knowledge/ranking/weights.json', 'utf8'),
  'knowledge/statistics/strandvik.csv': OBSERVATIONS,
  'knowledge/statistics/left-out.csv': LEFT_OUT,
  'knowledge/left-out-sections.csv': LEFT_OUT_SECTIONS,
  'knowledge/routines/avslut.md': ROUTINE,
  'documents/strandvik.txt': DOCUMENT,
};

/** A folder with `knowledge/` and `documents/` of the made-up municipality; `changed` replaces files, null leaves one away. */
export function madeUpFolder(changed: Readonly<Record<string, string | null>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-'));
  for (const [file, text] of Object.entries({ ...FILES, ...changed })) {
    if (text === null) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}
