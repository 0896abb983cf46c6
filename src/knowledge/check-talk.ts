import { TALK_PARTS, type TalkEntry, THEME_CODES } from '../exit/index.js';
import type { Fault } from './fault.js';
import { fault, faultAt, type Placed } from './placed.js';

/** An id that a part has twice, a part without any entry, a step of the guide without help, and themes other than R1 to R14. */
export function checkTalk(entries: readonly Placed<TalkEntry>[]): Fault[] {
  if (entries.length === 0) return [];
  const { file } = entries[0]!;
  const missing = TALK_PARTS.filter((part) => !entries.some(({ value }) => value.part === part));
  return [
    ...entries.flatMap((entry, at) => [...checkOnce(entry, entries.slice(0, at)), ...checkHelp(entry)]),
    ...missing.map((part) => fault(file, 1, 'part', `there is no ${part}`)),
    ...checkThemes(entries.filter(({ value }) => value.part === 'theme')),
  ];
}

function checkOnce(entry: Placed<TalkEntry>, before: readonly Placed<TalkEntry>[]): Fault[] {
  const { part, id } = entry.value;
  const isThere = before.some(({ value }) => value.part === part && value.id === id);
  return isThere ? [faultAt(entry, 'id', `${part} ${id} stands twice`)] : [];
}

function checkHelp(entry: Placed<TalkEntry>): Fault[] {
  const { part, id, help } = entry.value;
  if (part === 'guide' && !help) return [faultAt(entry, 'id', `the step ${id} has no help`)];
  return part === 'theme' && help ? [faultAt(entry, 'help', `the theme ${id} is a code and has no help`)] : [];
}

/** Counts of years go by the codes, so there is each once, in order. */
function checkThemes(themes: readonly Placed<TalkEntry>[]): Fault[] {
  return themes
    .filter(({ value }, at) => value.id !== THEME_CODES[at])
    .slice(0, 1)
    .concat(themes.length > 0 && themes.length < THEME_CODES.length ? [themes.at(-1)!] : [])
    .map((entry) => faultAt(entry, 'id', `the themes are R1 to R${THEME_CODES.length}, each once and in order`));
}
