import { z } from 'zod';
import { AppError } from '../errors.js';

/** A column holds 32,768 UTF-16 units at most. */
const PART_LENGTH = 32_000;

type LongShape<Name extends string> = Record<Name, z.ZodString> &
  Record<`${Name}${number}`, z.ZodOptional<z.ZodString>>;

/** What those who walk all tables need of a value that is cut. */
export interface LongColumns {
  readonly name: string;
  toColumns(value: unknown): Readonly<Record<string, string>>;
  fromColumns(row: object): { readonly value: unknown; readonly rest: object };
}

/**
 * A value whose JSON may be longer than one column of Azure Tables takes: `name` holds its beginning, `name1`, `name2`, … the
 * rest, `count` columns in all. Spread `shape` into the row's schema.
 */
export function longColumns<Name extends string>(name: Name, count: number) {
  const more = Array.from({ length: count - 1 }, (_, index) => `${name}${index + 1}`);
  const names: readonly string[] = [name, ...more];
  const optional = Object.fromEntries(more.map((part) => [part, z.string().optional()]));
  const tooLong = (json: string) =>
    new AppError('row_invalid', `A row cannot be stored: its ${name} has ${json.length} signs.`);
  return {
    name,
    shape: { [name]: z.string(), ...optional } as LongShape<Name>,

    /** Throws `row_invalid` when the value does not fit. */
    toColumns(value: unknown): Record<Name, string> {
      const json = JSON.stringify(value);
      const parts = partsOf(json);
      if (parts.length > count) throw tooLong(json);
      return Object.fromEntries(parts.map((text, index) => [names[index]!, text])) as Record<Name, string>;
    },

    /** The value, not checked yet, and the row's other columns. */
    fromColumns<Row extends object>(row: Row): { readonly value: unknown; readonly rest: Omit<Row, Name> } {
      const texts = row as Readonly<Record<string, string | undefined>>;
      const json = names.map((part) => texts[part] ?? '').join('');
      const rest = Object.entries(row).filter(([column]) => !names.includes(column));
      return { value: JSON.parse(json) as unknown, rest: Object.fromEntries(rest) as Omit<Row, Name> };
    },
  };
}

/** Pieces that fit a column. None ends in the middle of a letter of two units: half a letter is not sure to come back as it was. */
function partsOf(json: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < json.length; at += parts.at(-1)!.length) {
    const part = json.slice(at, at + PART_LENGTH);
    const endsInside = at + PART_LENGTH < json.length && /[\ud800-\udbff]$/.test(part);
    parts.push(endsInside ? part.slice(0, -1) : part);
  }
  return parts;
}
