/** What is kept how long, and what an erasure does: the rules that every table names (domain page 4.3 proposes them). */

/** A column of any kind of row: a table may hold rows of several kinds, which only a transaction can hold together. */
export type ColumnOf<Row> = Row extends unknown ? keyof Row & string : never;

/** A loose row, as those who walk all tables see it. */
export type LooseRow = Readonly<Record<string, unknown>>;

/**
 * How long a row is kept. A board decides; until then these are the proposals of the domain page 4.3.
 *   months, days    counted from a date column; a row without a value there is not over yet, and is kept
 *   with            as long as the row of another table that `owner` names; a row without an owner is not concerned
 *   while-current   until what it is about ends: whoever ends it removes it
 *   always          preserved
 */
export type Retention<Row extends object = Record<string, unknown>> =
  | {
      readonly keep: 'months' | 'days';
      readonly count: number;
      readonly from: ColumnOf<Row>;
      /** Concerns these rows alone; `those` says which. */
      readonly only?: { readonly is: (row: Row) => boolean; readonly those: string };
      /** Concerns only rows of persons who are no longer in the directory; the column holds the person. */
      readonly gone?: ColumnOf<Row>;
    }
  | {
      readonly keep: 'with';
      readonly table: string;
      readonly owner: (row: Row) => Owner | undefined;
      readonly reason: string;
    }
  | { readonly keep: 'always' | 'while-current'; readonly reason: string };

/** Where the row lies that another one goes with. */
export interface Owner {
  readonly partition: readonly string[];
  readonly row: readonly string[];
}

/**
 * What happens when a person is erased. In every table the person's id, e-mail and name are replaced wherever they stand; beyond that:
 *   delete         the rows go whose column names the person: one of `of`, or any person column when that is not given
 *   pseudonymise   the rows stay; columns of `clear` are emptied where the person stands in a person column
 *   keep           the rows are no person's
 */
export type OnErase<Row extends object = Record<string, unknown>> =
  | { readonly do: 'delete'; readonly of?: readonly ColumnOf<Row>[] }
  | { readonly do: 'pseudonymise'; readonly clear?: readonly ColumnOf<Row>[] }
  | { readonly do: 'keep'; readonly reason: string };

/** A table has one rule, or several for rows of several kinds: a row goes when any of them says so. */
export type Retentions<Row extends object = Record<string, unknown>> = Retention<Row> | readonly Retention<Row>[];

export function retentionsOf<Row extends object>(retention: Retentions<Row>): readonly Retention<Row>[] {
  return Array.isArray(retention) ? (retention as readonly Retention<Row>[]) : [retention as Retention<Row>];
}

/** Until when the rows of a rule are over: what began at this moment or before is. Months are calendar months, in UTC. */
export function cutOff({ keep, count }: { keep: 'months' | 'days'; count: number }, now: Date): Date {
  const end = new Date(now);
  if (keep === 'days') {
    end.setUTCDate(end.getUTCDate() - count);
    return end;
  }
  const day = end.getUTCDate();
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() - count);
  // From 31 March a month back is 28 February, never 3 March.
  const last = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(day, last));
  return end;
}

/** Tells of rows whether a rule of time lets them go now. `isHere` tells whether the directory has a person. */
export function createIsOver(
  rule: Extract<Retention, { count: number }>,
  { now, isHere }: { readonly now: Date; readonly isHere: (person: string) => boolean },
): (row: LooseRow) => boolean {
  const until = cutOff(rule, now);
  return (row) => {
    if (rule.only && !rule.only.is(row)) return false;
    if (rule.gone !== undefined) {
      const person = row[rule.gone];
      if (typeof person !== 'string' || isHere(person)) return false;
    }
    const from = row[rule.from];
    return from instanceof Date && from <= until;
  };
}
