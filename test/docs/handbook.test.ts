import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { POLICY } from '../../src/people/index.js';
import { PEOPLE } from '../bot/support/people.js';
import { buildWholeHouse } from '../composition/support/whole-house.js';
import { buttonsIn, picturesOf, typedIn } from './handbook-text.js';

const PICTURES = 'docs/images/handbok';
const LARGEST_BYTES = 150_000;
const text = readFileSync('docs/hr-handbok.md', 'utf8');
const pictures = picturesOf(text);

describe("HR's handbook", () => {
  it('shows every picture that is there, and none that is missing', () => {
    const files = readdirSync(PICTURES).map((file) => file.replace(/\.png$/, ''));
    expect(pictures.length).toBeGreaterThanOrEqual(8);
    expect([...pictures].sort()).toEqual(files.sort());
    const large = files.filter((name) => statSync(`${PICTURES}/${name}.png`).size > LARGEST_BYTES);
    expect(large, 'over 150 KB').toEqual([]);
  });

  it('has pictures that the end-to-end tests draw (HANDBOOK=1), each with a text of its own', () => {
    const tests = readdirSync('test/e2e').filter((file) => file.endsWith('.test.ts'));
    const source = tests.map((file) => readFileSync(`test/e2e/${file}`, 'utf8')).join('\n');
    expect(pictures.filter((name) => !source.includes(`.screenshot('${name}')`))).toEqual([]);
    const described = [...text.matchAll(/!\[([^\]]*)\]/g)].map(([, words]) => words!);
    expect(new Set(described).size).toBe(pictures.length);
    expect(described.filter((words) => words.length < 20)).toEqual([]);
  });

  it('lets HR type only what is a command, and one that HR may use', async () => {
    const { house } = await buildWholeHouse(PEOPLE);
    const typed = [...new Set(typedIn(text))];
    expect(typed.length).toBeGreaterThanOrEqual(18);
    const wrong = typed.filter((phrase) => {
      const command = house.registry.findCommand(phrase);
      return !command || !Object.hasOwn(POLICY[command.allow], 'hr');
    });
    expect(wrong).toEqual([]);
  });

  it('names buttons as they stand on the cards', () => {
    const titles = new Set<unknown>();
    for (const folder of readdirSync('cards', { withFileTypes: true }).filter((entry) => entry.isDirectory()))
      for (const file of readdirSync(`cards/${folder.name}`).filter((name) => name === 'strings.sv.json'))
        for (const value of Object.values(JSON.parse(readFileSync(`cards/${folder.name}/${file}`, 'utf8')) as object))
          titles.add(value);
    const named = [...new Set(buttonsIn(text))];
    expect(named.length).toBeGreaterThanOrEqual(30);
    expect(named.filter((title) => !titles.has(title))).toEqual([]);
  });
});
