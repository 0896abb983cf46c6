import { z } from 'zod';
import { isConflict } from '../errors.js';
import type { ThemeCounts } from '../exit/index.js';
import { tryAgain } from '../try-again.js';
import { defineTable } from './define-table.js';
import type { Change, Storage } from './table.js';

/** `theme`: how often it was named. `case`: it was counted, so that a crash in between counts nothing twice; gone soon after. */
const schema = z.object({
  organisation: z.string(),
  tertial: z.string(),
  kind: z.enum(['theme', 'case']),
  name: z.string(),
  count: z.number().int(),
});
type Row = z.infer<typeof schema>;

export const exitThemeCountsTable = defineTable<Row>({
  name: 'exitthemecounts',
  schema,
  keys: {
    serves: 'the counts of an organisation and tertial, changed together with the mark that a case is counted',
    partition: (row) => [row.organisation, row.tertial],
    row: (row) => [row.kind, row.name],
  },
  personKeys: [],
  retention: [
    { keep: 'always', reason: 'aggregated, of a whole organisation: kept as reports are' },
    {
      keep: 'with',
      table: 'exitcases',
      owner: ({ organisation, kind, name }) =>
        kind === 'case' ? { partition: [organisation], row: [name] } : undefined,
      reason: 'the mark that a case is counted goes with it',
    },
  ],
  onErase: { do: 'keep', reason: 'holds no person: only how often a theme was named in an organisation' },
});

export function openThemeCounts(storage: Storage): ThemeCounts {
  const table = storage.table(exitThemeCountsTable);
  return {
    add: ({ organisation, tertial, exitCase, themes }) =>
      tryAgain(async () => {
        const partition = [organisation, tertial];
        const mark: Row = { organisation, tertial, kind: 'case', name: exitCase, count: 1 };
        if (await table.find(partition, ['case', exitCase])) return;
        const changes: Change<Row>[] = [{ insert: mark }];
        for (const name of new Set(themes)) {
          const found = await table.find(partition, ['theme', name]);
          changes.push(
            found
              ? { update: { ...found.row, count: found.row.count + 1 }, version: found.version }
              : { insert: { organisation, tertial, kind: 'theme', name, count: 1 } },
          );
        }
        await table.transact(changes);
      }),
    async forgetCases(organisation) {
      for await (const { row, version } of table.list({ partitionPrefix: [organisation] }))
        if (row.kind === 'case')
          await table.remove([organisation, row.tertial], [row.kind, row.name], version).catch((error: unknown) => {
            if (!isConflict(error)) throw error;
          });
    },
    async *list(organisation) {
      for await (const { row } of table.list({ partitionPrefix: [organisation] }))
        if (row.kind === 'theme') yield { organisation, tertial: row.tertial, theme: row.name, count: row.count };
    },
  };
}
