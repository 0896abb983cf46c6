import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/knowledge/coverage/index.js';
import { reportLines } from '../../../src/knowledge/coverage/report.js';

const finding = (document: string, list: Finding['list'], line?: number): Finding => ({
  list,
  document,
  line,
  what: '17',
  reason: 'why',
});

describe('reportLines', () => {
  it('sorts by document, list and line, and counts each list', () => {
    const findings = [
      finding('a', 'notFound', 12),
      finding('b', 'leftOut'),
      finding('a', 'notFound', 3),
      finding('a', 'numbers', 40),
    ];
    expect(reportLines(findings, { documents: 2, observations: 9, sections: 4, leftOut: 7 })).toEqual([
      'a',
      '  Numbers that no observation, no routine and no left-out row holds:',
      '    a:40: 17 (why)',
      '  Observations and sections that are not in their document:',
      '    a:3: 17 (why)',
      '    a:12: 17 (why)',
      'b',
      '  Left-out rows that leave out nothing:',
      '    b: 17 (why)',
      '2 documents, 9 observations, 4 sections, 7 left-out rows: 1 numbers unaccounted for, ' +
        '2 observations or sections not found, 0 sections uncited, 1 left-out rows without effect.',
    ]);
  });
});
