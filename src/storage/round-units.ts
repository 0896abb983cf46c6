import { AppError } from '../errors.js';
import {
  digestWith,
  emptyDigest,
  inPlanOrder,
  isException,
  type ItemDigest,
  type Response,
  type RoundItem,
  type RoundStore,
  type StoredItem,
  type UnitRef,
} from '../plan/index.js';
import { tryAgain } from '../try-again.js';
import { isSameUnit, unitByUnit } from './round-order.js';
import {
  type AnswerRow,
  answerToRow,
  digestToRow,
  itemToRow,
  roundUnitsTable,
  rowToAnswer,
  rowToDigest,
  rowToItem,
  unitPartition,
  type UnitRow,
} from './round-rows.js';
import type { Change, Storage, Stored } from './table.js';

/** An item, its copy among the exceptions and, once a transaction, the digest: 99 changes of the 100 that one takes. */
const ITEMS_A_BATCH = 49;

type UnitStore = Omit<RoundStore, 'idFor' | 'create' | 'find' | 'update' | 'list' | 'assignments'>;

/** The part of a round's storage that lies in the partitions of its units. `assign` notes where somebody is asked. */
export function openRoundUnits(
  storage: Storage,
  assign: (unit: UnitRef, persons: readonly string[]) => Promise<void>,
): UnitStore {
  const table = storage.table(roundUnitsTable);
  const digestOf = async (unit: UnitRef) => {
    const found = await table.find(unitPartition(unit), ['digest', 'unit']);
    return { digest: found ? rowToDigest(found.row) : emptyDigest(unit), version: found?.version };
  };
  const findItem = async (unit: UnitRef, key: string): Promise<StoredItem | undefined> => {
    const found = await table.find(unitPartition(unit), ['item', key]);
    return found && toStored(found);
  };

  /** All rows of a kind in a round, as one list after the other unit has them. */
  const below = (organisation: string, round: string, kind: UnitRow['row']) =>
    table.list({ partitionPrefix: [organisation, round], rowPrefix: [kind] });

  return {
    async addUnit(items) {
      const [first] = items;
      if (!first) return;
      checkOneUnit(first, items);
      await assign(
        first,
        items.flatMap(({ persons, deputies }) => [...persons, ...deputies]),
      );
      await tryAgain(async () => {
        const there = new Set<string>();
        const partition = unitPartition(first);
        for await (const { row } of table.list({ partition, rowPrefix: ['item'] })) there.add(rowToItem(row).key);
        const missing = items.filter(({ key }) => !there.has(key));
        let { digest, version } = await digestOf(first);
        for (let start = 0; start < missing.length; start += ITEMS_A_BATCH) {
          const batch = missing.slice(start, start + ITEMS_A_BATCH);
          digest = digestWith(digest, batch);
          const written = digest;
          const versions = await table.transact([
            changeTo(digestToRow(written), version),
            ...batch.map((item) => ({ insert: itemToRow('item', item) })),
            ...batch
              .filter(({ key }) => isException(written.items[key]!))
              .map((item) => ({ insert: itemToRow('exception', item) })),
          ]);
          version = versions[0];
        }
      });
    },

    async unitItems(unit) {
      const found: StoredItem[] = [];
      for await (const row of table.list({ partition: unitPartition(unit), rowPrefix: ['item'] }))
        found.push(toStored(row));
      return found.sort((one, other) => inPlanOrder(one.item, other.item));
    },
    findItem,

    async save(item, version) {
      // The digest changes with each answer of the unit, and is tried again; only a change of the item itself is a conflict.
      const saved = await tryAgain(async () => {
        const [stored, before] = await Promise.all([findItem(item, item.key), digestOf(item)]);
        if (stored?.version !== version) return undefined;
        const newDeputies = item.deputies.filter((deputy) => !stored.item.deputies.includes(deputy));
        await assign(item, newDeputies);
        const digest = digestWith(before.digest, [item]);
        const { response } = item;
        const isNewAnswer = response !== undefined && response.version !== stored.item.response?.version;
        const [written] = await table.transact([
          { update: itemToRow('item', item), version },
          changeTo(digestToRow(digest), before.version),
          ...(isNewAnswer ? [{ insert: answerToRow(item, response) }] : []),
          ...exceptionChange(item, before.digest.items[item.key], digest.items[item.key]!),
        ]);
        return { item, version: written! };
      });
      if (saved) return saved;
      throw new AppError('storage_conflict', `The item ${item.key} was written by somebody else first.`);
    },

    async history(unit, key) {
      const found: Response[] = [];
      for await (const { row } of table.list({ partition: unitPartition(unit), rowPrefix: ['answer', key] }))
        found.push(rowToAnswer(row as AnswerRow).response);
      return found;
    },

    async *digests(organisation, round) {
      for await (const { row } of below(organisation, round, 'digest')) yield rowToDigest(row);
    },
    async *items(organisation, round) {
      for await (const unit of unitByUnit(below(organisation, round, 'item')))
        yield* unit.map(rowToItem).sort(inPlanOrder);
    },
    async *exceptions(organisation, round) {
      for await (const unit of unitByUnit(below(organisation, round, 'exception')))
        yield* unit.map(rowToItem).sort(inPlanOrder);
    },
    async *histories(organisation, round) {
      for await (const unit of unitByUnit(below(organisation, round, 'answer')))
        yield* (unit as AnswerRow[]).sort(inPlanOrder).map(rowToAnswer);
    },
  };
}

function toStored({ row, version }: Stored<UnitRow>): StoredItem {
  return { item: rowToItem(row), version };
}

function changeTo(row: UnitRow, version: string | undefined): Change<UnitRow> {
  return version === undefined ? { insert: row } : { update: row, version };
}

/** The copy among the exceptions comes, is written anew or goes. */
function exceptionChange(item: RoundItem, before: ItemDigest | undefined, now: ItemDigest): Change<UnitRow>[] {
  const copy = itemToRow('exception', item);
  if (isException(now)) return [{ upsert: copy }];
  return before && isException(before) ? [{ remove: copy }] : [];
}

function checkOneUnit(first: UnitRef, items: readonly RoundItem[]): void {
  if (!items.every((item) => isSameUnit(first, item)))
    throw new AppError('row_invalid', 'Items of several units cannot be added as one unit.');
}
