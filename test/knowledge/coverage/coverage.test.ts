import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { coverage, type Finding, readDocuments, readLeftOut } from '../../../src/knowledge/coverage/index.js';
import { loadKnowledge } from '../../../src/knowledge/index.js';
import { DOCUMENT, LEFT_OUT, LEFT_OUT_SECTIONS, madeUpFolder, OBSERVATIONS, SOURCES } from './made-up.js';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** The findings for the made-up municipality with some files changed. */
function findings(changed: Readonly<Record<string, string | null>> = {}): Finding[] {
  const folder = madeUpFolder(changed);
  folders.push(folder);
  const directory = join(folder, 'knowledge');
  const { sources, observations, routines } = loadKnowledge(directory, new Date('2025-06-01T12:00:00Z'));
  const leftOut = readLeftOut(directory);
  expect(leftOut.faults).toEqual([]);
  const documents = readDocuments(join(folder, 'documents'), sources);
  if (documents.kind === 'missing') throw new Error(documents.files.join());
  return coverage({
    sources,
    observations,
    routines,
    leftOut: leftOut.numbers,
    leftOutSections: leftOut.sections,
    texts: documents.texts,
  });
}

/** As `list line what`, which is what most cases are about. */
const short = (changed: Readonly<Record<string, string | null>>) =>
  findings(changed).map(({ list, line, what }) => [list, line, what]);

const document = (before: string, after: string) => ({ 'documents/strandvik.txt': swap(DOCUMENT, before, after) });
const observations = (before: string, after: string) => ({
  'knowledge/statistics/strandvik.csv': swap(OBSERVATIONS, before, after),
});
const leftOut = (before: string, after: string) => ({
  'knowledge/statistics/left-out.csv': swap(LEFT_OUT, before, after),
});

function swap(text: string, before: string, after: string): string {
  if (!text.includes(before)) throw new Error(`"${before}" is not in the text`);
  return text.replace(before, after);
}

describe('coverage', () => {
  it('finds nothing when documents and knowledge agree', () => {
    expect(findings()).toEqual([]);
  });

  it('reports a figure changed in a copy, and the number in its place', () => {
    expect(findings(observations('utfall,3.1,', 'utfall,3.2,'))).toEqual([
      {
        list: 'notFound',
        document: 'strandvik-2025',
        line: 7,
        what: 'observation s-002',
        reason: '3.2 is not on this line, or other observations already stand for it',
      },
      { list: 'numbers', document: 'strandvik-2025', line: 7, what: '3,1', reason: '"Dag···· 3,1 % ··· % ··· %"' },
    ]);
  });

  it.each<[string, Readonly<Record<string, string>>, unknown[]]>([
    ['a new number in a document', document('dagar.', 'dagar. 17'), [['numbers', 14, '17']]],
    ['a new number word in a document', document('inom 14', 'inom 14 av sju'), [['numbers', 13, 'sju']]],
    ['two numbers in columns as two', document('K M', '275 307'), [['numbers', 6, '275'], ['numbers', 6, '307']]],
    [
      'an observation on another line',
      observations('Inledning,3,', 'Inledning,4,'),
      [['notFound', 4, 'observation s-001'], ['numbers', 3, '1'], ['numbers', 3, '250']],
    ],
    [
      'an observation before its section begins',
      observations('antal,,strandvik-2025,Inledning', 'antal,,strandvik-2025,2. Avslut › Uppföljning'),
      [['notFound', 3, 'observation s-001'], ['uncited', 1, 'Inledning']],
    ],
    [
      'an observation beyond the last line',
      observations('Uppföljning,10,', 'Uppföljning,99,'),
      [['notFound', 99, 'observation s-005'], ['numbers', 10, 'Två']],
    ],
    ['a left-out number that is not there', leftOut('2,2025', '2,2026'), [['leftOut', 2, '2026'], ['numbers', 2, '2025']]],
    ['a left-out number that an observation holds', leftOut(',2,rubrik', ',2,x\nstrandvik-2025,7,"3,0",rubrik'), [['leftOut', 7, '3,0']]],
  ])('reports %s', (_, changed, expected) => {
    expect(short(changed)).toEqual(expected);
  });

  it('lets a whole figure stand for one observation only', () => {
    const twice = observations('kon=man,2025,utfall,2.5', 'kon=man,2025,utfall,3.1');
    expect(short(twice)).toEqual([['notFound', 7, 'observation s-003'], ['numbers', 7, '2,5']]);
  });

  it('does not look for what was counted in the document', () => {
    const row = OBSERVATIONS.split('\n').at(-1)!;
    const counted = row.replace('s-005', 's-006').replace(',2025,mål,2,,antal,,', ',2026,mål,5,,antal,räknat,');
    expect(short({ 'knowledge/statistics/strandvik.csv': `${OBSERVATIONS}\n${counted}` })).toEqual([]);
    const told = counted.replace('räknat', '');
    expect(short({ 'knowledge/statistics/strandvik.csv': `${OBSERVATIONS}\n${told}` })).toHaveLength(1);
  });

  it('lets a word stand for two observations', () => {
    const row = OBSERVATIONS.split('\n').at(-1)!;
    const both = { 'knowledge/statistics/strandvik.csv': `${OBSERVATIONS}\n${row.replace('s-005', 's-006')}` };
    expect(short(both)).toEqual([]);
  });

  it('counts a number of a routine within the sections that it cites only', () => {
    expect(short(document('Två möten', '14 dagar: två möten'))).toEqual([['numbers', 10, '14']]);
  });

  it('does not take the 1. of a step or the [1] of a citation for a number of the routine', () => {
    expect(short(document('dagar.', 'dagar, 1 samtal.'))).toEqual([['numbers', 14, '1']]);
  });

  it('takes long numbers before the short ones that they contain', () => {
    const rows = leftOut('strandvik-2025,2,', 'strandvik-2025,14,1,x\nstrandvik-2025,14,1-15,x\nstrandvik-2025,2,');
    expect(short({ ...document('dagar.', 'dagar 1-15, 1 samtal.'), ...rows })).toEqual([]);
  });

  it('reports a section that is no heading of the document', () => {
    const changed = document('1. Sjukfrånvaro', 'Sjukfrånvaron 1');
    expect(short(changed)).toEqual([
      ['notFound', undefined, '1. Sjukfrånvaro'],
      ['notFound', undefined, '1. Sjukfrånvaro › Uppföljning'],
    ]);
  });

  it('reports sections that nothing cites, with their line', () => {
    expect(short({ 'knowledge/left-out-sections.csv': null })).toEqual([['uncited', 11, '2. Avslut']]);
  });

  it('reports left-out sections without effect', () => {
    const rows = ['strandvik-2025,Inledning,titel', 'strandvik-2025,Bilaga,bilaga', 'annan-2025,Bilaga,bilaga'];
    const list = { 'knowledge/left-out-sections.csv': [LEFT_OUT_SECTIONS, ...rows].join('\n') };
    expect(findings(list).map(({ list, document, what, reason }) => [list, document, what, reason])).toEqual([
      ['leftOut', 'strandvik-2025', 'Inledning', 'the section is cited and found'],
      ['leftOut', 'strandvik-2025', 'Bilaga', 'sources.yml has no such section'],
      ['leftOut', 'annan-2025', 'Bilaga', 'sources.yml has no such document'],
    ]);
  });

  it('takes a chapter without heading as given when it is left out', () => {
    const headless = {
      'documents/strandvik.txt': DOCUMENT.replaceAll('2. Avslut', ''),
      'knowledge/statistics/left-out.csv': LEFT_OUT.split('\n').slice(0, -2).join('\n'),
    };
    expect(short(headless)).toEqual([]);
    const cited = observations('1. Sjukfrånvaro › Uppföljning', '2. Avslut');
    expect(short({ ...headless, ...cited })).toEqual([['uncited', 9, '1. Sjukfrånvaro › Uppföljning']]);
    expect(short({ ...headless, 'knowledge/left-out-sections.csv': null })).toEqual([
      ['numbers', 13, '14'],
      ['notFound', undefined, '2. Avslut'],
      ['notFound', undefined, '2. Avslut › Uppföljning'],
      ['uncited', undefined, '2. Avslut'],
    ]);
  });

  it('cannot look up the observations of a source without a file', () => {
    const fileless = findings({ 'knowledge/sources.yml': swap(SOURCES, '  file: strandvik.txt\n', '') });
    expect(fileless.map(({ what }) => what)).toEqual(['s-001', 's-002', 's-003', 's-004', 's-005'].map((id) => `observation ${id}`));
    expect(fileless[0]!.reason).toBe('sources.yml names no file for strandvik-2025, so it cannot be looked up');
  });

  it('reads the spaces of a PDF inside a figure', () => {
    expect(findings(document('1 250', '1\u00a0250'))).toEqual([]);
    expect(findings(document('1 250', '1\u202f250'))).toEqual([]);
  });
});
