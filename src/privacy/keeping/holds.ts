import type { Register } from './register.js';
import { type LooseRow } from './rules.js';
import { textsOf } from './traces.js';

/** A case that somebody has asked for: nothing of it is purged or erased until the request is answered. */
export interface Hold {
  readonly organisation: string;
  /** The id of an exit case, a question, a broadcast or a round. */
  readonly case: string;
  /** The number of the request in the diary. */
  readonly reference: string;
  readonly at: Date;
}

/** Where holds are kept; provided by storage/. */
export interface HoldStore {
  list(): AsyncIterable<Hold>;
  set(hold: Hold): Promise<void>;
  /** False when there was none. */
  release(organisation: string, id: string): Promise<boolean>;
}

/** The case that keeps a row, if one does. */
export type HeldBy = (row: LooseRow) => string | undefined;

/** The table whose rows carry the cards of a case; they, and what was delivered of them, are held with it. */
const BROADCASTS = 'broadcasts';

/** Reads what is held now: rows that name a held case, and those that name a broadcast about it. */
export async function readHeld(holds: Pick<HoldStore, 'list'>, register: Register): Promise<HeldBy> {
  const caseOf = new Map<string, Map<string, string>>();
  for await (const hold of holds.list()) {
    const ofOrganisation = caseOf.get(hold.organisation) ?? new Map<string, string>();
    caseOf.set(hold.organisation, ofOrganisation.set(hold.case, hold.case));
  }
  if (caseOf.size === 0) return () => undefined;
  const broadcasts = register.tables.find(({ name }) => name === BROADCASTS);
  for await (const { row } of broadcasts?.rows() ?? []) {
    const held = caseOf.get(String(row.organisation));
    const about = held?.get(subjectOf(row));
    if (about !== undefined) held!.set(String(row.id), about);
  }
  return (row) => {
    const held = caseOf.get(String(row.organisation));
    if (!held) return undefined;
    const texts = textsOf(row);
    for (const [id, about] of held) if (texts.some((text) => text.includes(id))) return about;
    return undefined;
  };
}

function subjectOf({ content }: LooseRow): string {
  const { subject } = (content ?? {}) as { subject?: unknown };
  return typeof subject === 'string' ? subject : '';
}

/** Whether anything of the organisation has this id: a hold of a case that is misspelt would keep nothing. */
export async function isKnown(register: Register, organisation: string, id: string): Promise<boolean> {
  for (const table of register.tables)
    for await (const { row } of table.rows())
      if (row.organisation === organisation && Object.values(row).includes(id)) return true;
  return false;
}
