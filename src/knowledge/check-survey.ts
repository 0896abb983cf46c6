import {
  BACKGROUND_IDS,
  INFORMATION_IDS,
  PLACEHOLDERS,
  QUESTION_IDS,
  QUESTION_KINDS,
  type Question,
  type SurveyEntry,
} from '../exit/index.js';
import type { Fault } from './fault.js';
import { fault, faultAt, type Placed } from './placed.js';

/** Questions and information that are missing or stand twice, another kind than the figures are made for, and what no card could ask. */
export function checkSurvey(entries: readonly Placed<SurveyEntry>[]): Fault[] {
  if (entries.length === 0) return [];
  const seen = new Set<string>();
  const faults = entries.flatMap((entry) => {
    const { id } = entry.value;
    const isDouble = seen.has(id);
    seen.add(id);
    return [...(isDouble ? [faultAt(entry, 'id', `${id} stands already above`)] : []), ...checkEntry(entry)];
  });
  const missing = [...INFORMATION_IDS, ...QUESTION_IDS, ...BACKGROUND_IDS].filter((id) => !seen.has(id));
  return [...faults, ...missing.map((id) => fault(entries[0]!.file, 1, 'id', `${id} is missing`))];
}

function checkEntry(entry: Placed<SurveyEntry>): Fault[] {
  const { value } = entry;
  if (value.kind === 'background') {
    const ids = value.options.map(({ id }) => id);
    return new Set(ids).size < ids.length ? [faultAt(entry, 'options', 'two options have the same id')] : [];
  }
  if (value.kind !== 'information') return checkQuestion(entry, value);
  return (['sv', 'en'] as const).flatMap((key) =>
    [...value[key].matchAll(/\{([^}]*)\}/g)]
      .filter(([, name]) => !PLACEHOLDERS.some((known) => known === name))
      .map(([whole]) => faultAt(entry, key, `nothing fills in ${whole}`)),
  );
}

function checkQuestion(entry: Placed<SurveyEntry>, { id, kind, options, most, main }: Question): Fault[] {
  const wanted = QUESTION_KINDS[id];
  const ids = options.map((option) => option.id);
  const hasOptions = kind === 'choice' || kind === 'choices';
  const faults: readonly (readonly [boolean, string, string])[] = [
    [kind !== wanted, 'kind', `${id} is a ${wanted}: its figures are made so`],
    [hasOptions && options.length < 2, 'options', 'there is nothing to choose'],
    [!hasOptions && options.length > 0, 'options', `a ${kind} has no options of its own`],
    [new Set(ids).size < ids.length, 'options', 'two options have the same id'],
    [kind === 'choices' && most === undefined, 'most', 'how many may be chosen is missing'],
    [kind !== 'choices' && (most !== undefined || main !== undefined), 'most', 'only where several may be chosen'],
  ];
  return faults.filter(([isWrong]) => isWrong).map(([, key, message]) => faultAt(entry, key, message));
}
