import { z } from 'zod';
import { AppError } from '../errors.js';
import { type LearningStore, signOfTheme, type Theme, themeSchema, type Tie, tieId, tieSchema } from '../exit/index.js';
import { jsonColumn } from './columns.js';
import { defineTable } from './define-table.js';
import type { Storage } from './table.js';

const tertials = { tertials: jsonColumn(themeSchema.shape.tertials.or(tieSchema.shape.tertials)) };
const themeRow = z.object({ row: z.literal('theme'), ...themeSchema.shape, ...tertials });
const tieRow = z.object({ row: z.literal('tie'), ...tieSchema.shape, ...tertials });
const schema = z.discriminatedUnion('row', [themeRow, tieRow]);
type LearningRow = z.infer<typeof schema>;

/** A theme and its ties lie in one partition, so that they go together. */
export const exitLearningTable = defineTable<LearningRow>({
  name: 'exitlearning',
  schema,
  keys: {
    serves: 'all themes and ties of an organisation, and the removal of a theme with its ties in one transaction',
    partition: ({ organisation }) => [organisation],
    row: (row) => (row.row === 'theme' ? [row.row, row.id] : [row.row, tieId(row)]),
  },
  personKeys: [],
  retention: {
    keep: 'always',
    reason: "HR's summary of groups, kept as reports are (domain page 4.3); the guard keeps persons out of it",
  },
  onErase: { do: 'keep', reason: 'holds no person' },
});

const collator = new Intl.Collator('sv');

export function openLearning(storage: Storage): LearningStore {
  const table = storage.table(exitLearningTable);

  async function all(organisation: string): Promise<readonly LearningRow[]> {
    const rows: LearningRow[] = [];
    for await (const { row } of table.list({ partition: [organisation] })) rows.push(row);
    return rows;
  }

  return {
    async read(organisation) {
      const rows = await all(organisation);
      const themes = rows.flatMap((row): Theme[] => (row.row === 'theme' ? [withoutRow(row)] : []));
      return {
        themes: themes.sort((a, b) =>
          a.batch < b.batch ? 1 : a.batch > b.batch ? -1 : collator.compare(a.name, b.name),
        ),
        ties: rows.flatMap((row): Tie[] => (row.row === 'tie' ? [withoutRow(row)] : [])),
      };
    },
    async putTheme(theme, before) {
      const row = { row: 'theme', ...theme } as const;
      if (!before) return void (await table.insert(row));
      const stored = await table.find([theme.organisation], ['theme', theme.id]);
      if (stored?.row.row !== 'theme' || signOfTheme(stored.row) !== signOfTheme(before))
        throw new AppError('storage_conflict', `The theme ${theme.id} was changed meanwhile.`);
      await table.update(row, stored.version);
    },
    async removeTheme(organisation, id) {
      const rows = await all(organisation);
      const own = rows.filter((row) =>
        row.row === 'theme' ? row.id === id : row.kind === 'theme' && row.subject === id,
      );
      if (own.length > 0) await unlessGone(table.transact(own.map((row) => ({ remove: row }))));
    },
    putTie: async (tie) => void (await table.upsert({ row: 'tie', ...tie })),
    removeTie: (organisation, tie) => table.remove([organisation], ['tie', tie]),
  };
}

function withoutRow<Row extends LearningRow>({ row: _row, ...rest }: Row): Omit<Row, 'row'> {
  return rest;
}

/** Somebody else removed it at the same moment. */
async function unlessGone(removal: Promise<unknown>): Promise<void> {
  try {
    await removal;
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'not_found')) throw error;
  }
}
