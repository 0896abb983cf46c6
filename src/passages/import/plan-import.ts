import { createHash } from 'node:crypto';
import type { ReadDocument, Unreadable } from '../../documents/index.js';
import { holdsPersonalNumber } from '../../privacy/index.js';
import type { ImportedDocument, NewDocument } from '../passage-store.js';
import { type Piece, wordsIn } from '../passage.js';
import { splitPassages } from '../split-passages.js';

/** Why a file is not imported: it cannot be read, or what it holds may not be kept. */
export type Refusal =
  Unreadable | 'name' | 'personnummer-in-name' | 'personnummer-everywhere' | 'same-name' | 'unopened';

/** What importing one file would do. */
export type FilePlan =
  | { readonly kind: 'refused'; readonly file: string; readonly because: Refusal; readonly detail?: string }
  | {
      readonly kind: 'new' | 'changed' | 'unchanged';
      readonly file: string;
      readonly document: NewDocument;
      /** The live version, which the import replaces. */
      readonly before: ImportedDocument | undefined;
      readonly headings: number;
      readonly words: number;
      /** Pieces left out since they hold a personnummer: where they stand. */
      readonly withheld: readonly { readonly heading: string; readonly page?: number }[];
      readonly pagesWithoutText: readonly number[];
    };

export interface PlanInput {
  readonly organisation: string;
  /** The name of the file, which becomes the document's. */
  readonly file: string;
  readonly read: ReadDocument;
  readonly before: ImportedDocument | undefined;
}

/** Part of a storage key, and of a line on a card. */
const LONGEST_NAME = 100;

/** Decides what importing a read file means; pure. A block or sentence with a personnummer is left out, the others are taken. */
export function planFile({ organisation, file, read, before }: PlanInput): FilePlan {
  const refuse = (because: Refusal): FilePlan => ({ kind: 'refused', file, because });
  if (file.length > LONGEST_NAME) return refuse('name');
  if (holdsPersonalNumber(file)) return refuse('personnummer-in-name');
  const all = splitPassages(read, holdsPersonalNumber);
  if (all.length === 0) return refuse('empty');
  const pieces = all.filter((piece) => !isPersonal(piece));
  if (pieces.length === 0) return refuse('personnummer-everywhere');
  const title = holdsPersonalNumber(read.title) ? file : read.title.slice(0, LONGEST_TITLE);
  const hash = hashOf(title, pieces);
  return {
    kind: before === undefined ? 'new' : before.hash === hash ? 'unchanged' : 'changed',
    file,
    document: { organisation, document: file, title, hash, pieces },
    before,
    headings: headingsIn(pieces),
    words: pieces.reduce((sum, { text }) => sum + wordsIn(text), 0),
    withheld: all.filter(isPersonal).map(({ heading, page }) => ({ heading: shown(heading), page })),
    pagesWithoutText: read.pagesWithoutText,
  };
}

const LONGEST_TITLE = 300;

export function headingsIn(pieces: readonly Piece[]): number {
  return new Set(pieces.map(({ heading }) => heading).filter((heading) => heading !== '')).size;
}

function isPersonal({ heading, text }: Piece): boolean {
  return holdsPersonalNumber(text) || holdsPersonalNumber(heading);
}

/** A heading that holds the number itself cannot be shown. */
function shown(heading: string): string {
  return holdsPersonalNumber(heading) ? '***' : heading;
}

/**
 * Of what would be kept, not of the file's bytes: a file that was only saved again is unchanged, and the same file is a change
 * when a later version of the readers finds more in it.
 */
function hashOf(title: string, pieces: readonly Piece[]): string {
  const content = JSON.stringify([title, pieces.map(({ heading, text, page }) => [heading, text, page ?? 0])]);
  return createHash('sha256').update(content).digest('hex');
}
