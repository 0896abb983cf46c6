import { z } from 'zod';
import { AppError } from '../errors.js';

/** Of a row's 1 MiB, which counts two bytes for each sign of base64: 15 columns of the longest text that Azure Tables takes. */
const COLUMNS = 15;
const SIGNS = 32_768;
const BYTES = (SIGNS / 4) * 3;

const names = Array.from({ length: COLUMNS }, (_, at) => `bytes${at}`);

/** The columns of a row that hold bytes. */
export const PART_COLUMNS: Record<string, z.ZodOptional<z.ZodString>> = Object.fromEntries(
  names.map((name) => [name, z.string().optional()]),
);

export type PartColumns = Readonly<Record<string, string>>;

/** The bytes of a file as the columns of its rows: 360 KiB a row. */
export function partsOf(bytes: Uint8Array): PartColumns[] {
  const texts: string[] = [];
  for (let at = 0; at < bytes.length; at += BYTES)
    texts.push(Buffer.from(bytes.subarray(at, at + BYTES)).toString('base64'));
  const parts: PartColumns[] = [];
  for (let at = 0; at < texts.length; at += COLUMNS)
    parts.push(Object.fromEntries(texts.slice(at, at + COLUMNS).map((text, column) => [names[column]!, text])));
  return parts;
}

/** The bytes again. Throws `not_found` when they are not all there: somebody removed them meanwhile. */
export function joinParts(rows: readonly object[], size: number): Uint8Array {
  const texts = rows.flatMap((row) => names.map((name) => (row as Record<string, unknown>)[name]));
  const bytes = Buffer.concat(
    texts.filter((text) => typeof text === 'string').map((text) => Buffer.from(text, 'base64')),
  );
  if (bytes.length !== size) throw new AppError('not_found', 'The bytes of the file are no longer there.');
  return new Uint8Array(bytes);
}
