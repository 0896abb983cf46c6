import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync('docs/security.md', 'utf8');
/** The rows of the tables: without their headings. */
const rows = text
  .split('\n')
  .filter((line) => /^\|(?! ?-)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, first]) => !['asset', 'entry', 'threat'].includes(first!));

describe('docs/security.md', () => {
  it('names only files that are there', () => {
    const named = [...text.matchAll(/`((?:test|src|docs)\/[^`\s]+)`/g)].map(([, path]) => path!);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('names a test for the answer to each threat', () => {
    const threats = rows.filter((cells) => cells.length === 5);
    expect(threats.length).toBeGreaterThan(15);
    const bare = threats.filter(([, , , proof]) => !/`test\/\S+`/.test(proof!));
    expect(bare.map(([, threat]) => threat)).toEqual([]);
  });

  it('stays two pages', () => {
    expect(text.split(/\s+/).length).toBeLessThan(1700);
  });
});
