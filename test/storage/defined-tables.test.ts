import { describe, expect, it } from 'vitest';
import {
  auditTable,
  conversationsTable,
  definedTables,
  documentsTable,
  directoryTable,
  jobsTable,
  leasesTable,
  passagesTable,
  peopleTable,
  questionCountsTable,
  ratingsTable,
  publishedRoutinesTable,
  publishedVersionsTable,
  questionHandlingTable,
  questionsTable,
  type TableDefinition,
} from '../../src/storage/index.js';
import { keysOf } from '../../src/storage/define-table.js';
import { fromEntity, toEntity } from '../../src/storage/entity.js';
import { encodeKey } from '../../src/storage/keys.js';
import { somePerson } from '../people/some-people.js';

const at = new Date('2025-03-03T09:00:00Z');

/** One full row of every table: who defines a table adds its row here, or the first test fails. */
const samples: Record<string, Record<string, unknown>> = {
  ...sample(auditTable, {
    organisation: 'Älvsjö',
    id: 'a1',
    at,
    personId: 'p1',
    permission: 'ask.help',
    action: 'ask.help',
    outcome: 'done',
    subject: { routine: 'avslutssamtal' },
  }),
  ...sample(conversationsTable, {
    organisation: 'Älvsjö',
    key: 'person:p1',
    personId: 'p1',
    reference: '{"conversation":{"id":"a"}}',
    locale: 'sv',
    context: { ask: { measure: 'sjukfranvaro' } },
    contextAt: at,
  }),
  ...sample(peopleTable, { ...somePerson(1), managerId: somePerson(2).id, generation: 'g1' }),
  ...sample(directoryTable, {
    organisation: 'alla organisationer',
    name: 'live',
    id: 'g1',
    people: 1,
    organisations: ['Älvsjö'],
    importedAt: at,
    previous: 'g0',
  }),
  ...sample(jobsTable, {
    row: 'job',
    organisation: 'Älvsjö',
    id: 'remind:r1:2',
    kind: 'plan.remind',
    data: { round: 'r1' },
    every: { daily: '08:00' },
    dueAt: at,
    state: 'cancelled',
    startAfter: at,
    attempts: 2,
    claim: { id: 'c1', holder: 'h1', until: at },
    revision: 1,
    lastError: 'storage_unavailable',
    failedAt: at,
    endedAt: at,
    write: 'w1',
  }),
  ...sample(leasesTable, { organisation: 'alla organisationer' as const, name: 'sweep', holder: 'h1', until: at }),
  ...sample(ratingsTable, {
    organisation: 'Älvsjö',
    answer: 'a1',
    subject: 'routine:avslutssamtal',
    rating: 'down',
    reason: 'Det stod inte vem som bokar.',
    day: new Date('2025-03-03T00:00:00Z'),
  }),
  ...sample(questionCountsTable, {
    organisation: 'Älvsjö',
    day: new Date('2025-03-03T00:00:00Z'),
    kind: 'statistic' as const,
    subject: 'measure:sjukfranvaro',
    run: 'r1',
    count: 3,
  }),
  ...sample(questionsTable, {
    organisation: 'Älvsjö',
    id: '1-a',
    openedAt: at,
    personId: 'p1',
    question: 'Får jag ta ut flextid?',
    sentAt: at,
  }),
  ...sample(questionHandlingTable, {
    organisation: 'Älvsjö',
    id: '1-a',
    openedAt: at,
    sentAt: at,
    askedBy: 'p1',
    state: 'answered' as const,
    by: 'p2',
    at,
    text: 'Ja, om chefen godkänner det.',
  }),
  ...sample(publishedRoutinesTable, {
    organisation: 'Älvsjö',
    id: '1-a',
    version: 2,
    title: 'Flextid sista veckan',
    questions: ['Får jag ta ut flextid?'],
    text: 'Ja, om chefen godkänner det.',
    phase: 'avsluta' as const,
    department: 'Förskola',
    by: 'p2',
    publishedAt: at,
    isWithdrawn: false,
  }),
  ...sample(publishedVersionsTable, {
    organisation: 'Älvsjö',
    id: '1-a',
    version: 2,
    title: 'Flextid sista veckan',
    questions: ['Får jag ta ut flextid?'],
    text: 'Ja, om chefen godkänner det.',
    phase: 'avsluta' as const,
    department: 'Förskola',
    by: 'p2',
    publishedAt: at,
    isWithdrawn: false,
  }),
  ...sample(documentsTable, {
    organisation: 'Älvsjö',
    document: 'Rutin för avslut.docx',
    title: 'Rutin för avslut',
    version: '1-a',
    hash: 'h1',
    importedAt: at,
    passages: 1,
    headings: 1,
    words: 8,
  }),
  ...sample(passagesTable, {
    organisation: 'Älvsjö',
    document: 'Rutin för avslut.docx',
    version: '1-a',
    n: 1,
    heading: 'Avsluta › Samtal',
    text: 'Chefen bokar samtalet.',
    page: 3,
  }),
};

function sample<Row extends object>(table: TableDefinition<Row>, row: Row) {
  return { [table.name]: row as Record<string, unknown> };
}

describe('the defined tables', () => {
  it('all have a sample row here', () => {
    expect(
      definedTables()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(samples).sort());
  });

  describe.each(definedTables().map((table) => [table.name, table] as const))('%s', (name, table) => {
    const row = samples[name]!;

    it('says what its keys serve, how long it keeps and what erasing does', () => {
      const { keys, retention, onErase } = table;
      expect(keys.serves.length).toBeGreaterThan(20);
      if ('reason' in retention) expect(retention.reason.length).toBeGreaterThan(10);
      else {
        expect(retention.count).toBeGreaterThan(0);
        expect(row[retention.from]).toBeInstanceOf(Date);
      }
      if (onErase.do === 'keep') expect(onErase.reason.length).toBeGreaterThan(10);
    });

    it('begins its partition key with the organisation', () => {
      expect(keysOf(table, row).partitionKey.split('|')[0]).toBe(encodeKey(row.organisation as string));
      expect(keysOf(table, { ...row, organisation: 'Östra' }).partitionKey.split('|')[0]).toBe('~d6~stra');
    });

    it('holds a person id in each of its person columns', () => {
      for (const column of table.personKeys) expect(row[column]).toEqual(expect.any(String));
      if (table.personKeys.length === 0) expect(table.onErase.do).toBe('keep');
    });

    it('gives its row back from storage as it was', () => {
      expect(fromEntity(table, toEntity(table, row))).toEqual(row);
    });
  });
});
