import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = 'docs/decisions';
const files = readdirSync(FOLDER).sort();

describe('the records of decisions', () => {
  it('are numbered without a gap', () => {
    expect(files.map((file) => file.slice(0, 4))).toEqual(files.map((_, at) => String(at + 1).padStart(4, '0')));
  });

  it.each(files)('%s says what, since when, why, what was given up and what would change it', (file) => {
    const text = readFileSync(`${FOLDER}/${file}`, 'utf8');
    const parts = [
      /^# \d{4} .+\n\n\*\*Decision:\*\* .+/,
      /^Status: accepted, \w+ \d{4}/m,
      /^## Why$/m,
      /^## Given up$/m,
    ];
    for (const part of [...parts, /^## What would change our mind$/m]) expect(text).toMatch(part);
    const links = [...text.matchAll(/\]\(([\w./-]+)\)/g)].map(([, link]) => `${FOLDER}/${link}`);
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });
});
