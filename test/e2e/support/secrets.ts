import { readFileSync } from 'node:fs';
import { parsePeopleCsv } from '../../../src/people/index.js';

/** Shorter is a command or a choice, which may well be the name of something. */
const SHORTEST = 12;
const typed = new Set<string>();

/** Remembers what somebody typed in this run: neither a log nor telemetry may hold it. */
export function noteTyped(text: string): void {
  const trimmed = text.trim();
  if (trimmed.length >= SHORTEST && trimmed.includes(' ')) typed.add(trimmed);
}

/** What neither logs nor telemetry hold of this line of theirs: names, addresses, what was typed; `withIds`: ids of people as well. */
export function findSecrets(withIds = false): (line: string) => readonly string[] {
  const { people } = parsePeopleCsv(readFileSync('src/local/demo/people.csv', 'utf8'));
  const known = people.flatMap(({ id, name, email }) => [name, email, ...(withIds ? [id] : [])]);
  const forbidden = [...known, ...typed].map((text) => ({ text, ways: waysInJson(text) }));
  return (line) => forbidden.filter(({ ways }) => ways.some((way) => line.includes(way))).map(({ text }) => text);
}

/** A text stands in JSON with its quotes and newlines escaped; twice, when it was JSON in a message before. */
function waysInJson(text: string): readonly string[] {
  const once = escaped(text);
  return [...new Set([text, once, escaped(once)])];
}

function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
