import { describe, expect, it } from 'vitest';
import { emptyValues } from '../../src/broadcast/index.js';
import {
  activeBroadcastsTable,
  auditTable,
  broadcastsTable,
  conversationsTable,
  definedTables,
  deliveriesTable,
  exitCasesTable,
  documentsTable,
  draftsTable,
  directoryTable,
  feedMarksTable,
  hrChannelsTable,
  jobsTable,
  keptFilePartsTable,
  keptFilePlacesTable,
  keptFilesTable,
  leasesTable,
  liveCardsTable,
  passagesTable,
  peopleTable,
  planActivitiesTable,
  plansTable,
  questionCountsTable,
  ratingsTable,
  publishedRoutinesTable,
  publishedVersionsTable,
  questionHandlingTable,
  questionsTable,
  reminderDaysTable,
  roundAssignmentsTable,
  roundsTable,
  roundUnitsTable,
  sendSlotsTable,
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
  ...sample(keptFilesTable, {
    organisation: 'Älvsjö',
    id: 'f1',
    person: 'p1',
    purpose: 'offer' as const,
    name: 'Uppföljning.docx',
    contentType: 'text/csv',
    size: 3,
    createdAt: at,
    expiresAt: at,
    usedAt: at,
  }),
  ...sample(keptFilePartsTable, {
    organisation: 'Älvsjö',
    file: 'f1',
    person: 'p1',
    n: 0,
    createdAt: at,
    ...{ bytes0: 'AQID' },
  }),
  ...sample(keptFilePlacesTable, {
    organisation: 'alla organisationer' as const,
    id: 'f1',
    of: 'Älvsjö',
    createdAt: at,
  }),
  ...sample(exitCasesTable, {
    ...{ organisation: 'Älvsjö', id: 'c1', employee: somePerson(1).id, manager: somePerson(2).id },
    ...{ startedBy: somePerson(2).id, above: somePerson(3).id, managerSince: at, employeeGoneAt: at },
    kind: 'egen uppsägning' as const,
    ...{ notice: '2026-09-01', lastWorkingDay: '2026-11-27', lastDay: '2026-11-30', opened: '2026-09-02' },
    status: 'ended' as const,
    ...{ createdAt: at, sentAt: at, endedAt: at, over: at },
    content: '{}',
  }),
  ...sample(leasesTable, { organisation: 'alla organisationer' as const, name: 'sweep', holder: 'h1', until: at }),
  ...sample(plansTable, {
    organisation: 'Älvsjö',
    id: '2020-forskola',
    title: 'Kompetensförsörjningsplan 2020, Förskola',
    department: 'Förskola',
    year: 2020,
    file: 'plan.xlsx',
    indicators: [],
    importedAt: at,
    activities: 1,
    lastNumber: 3,
    version: '1-a',
  }),
  ...sample(planActivitiesTable, {
    organisation: 'Älvsjö',
    plan: '2020-forskola',
    id: '3',
    position: 1,
    phase: 'utveckla',
    area: 'Utveckla och behålla',
    goal: 'Fler kan mer',
    activity: 'Utbilda',
    due: { kind: 'period', from: '2020-01-01', to: '2020-06-30', as: 'våren 2020' },
    responsible: ['Enhetschefer', 'HR-konsult'],
    resources: '20 tim',
    followUp: { at: ['T1', 'VB'], comment: 'i ledningsgruppen' },
    place: { table: 'Utveckla', row: 3, part: 1 },
    goneAt: at,
    version: '1-a',
  }),
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
  ...sample(broadcastsTable, {
    organisation: 'Älvsjö',
    id: '980500000000000-f1',
    kind: 'announcement',
    title: 'Ny rutin',
    content: { confirm: true },
    audience: '{"persons":["a@ubara.example"]}',
    status: 'sending',
    createdBy: 'p1',
    createdAt: at,
    sendAt: at,
    startedAt: at,
    finishedAt: at,
    deadline: at,
    isQuiet: true,
    edition: 1,
    recalledAt: at,
    passes: [{ id: 'resend 1', kind: 'resend', at }],
  }),
  ...sample(activeBroadcastsTable, { organisation: 'Älvsjö', id: '980500000000000-f1' }),
  ...sample(draftsTable, {
    organisation: 'Älvsjö',
    kind: 'broadcast',
    form: 'f1',
    createdBy: 'p1',
    openedAt: at,
    values: { ...emptyValues(), title: 'Ny rutin' },
  }),
  ...sample(deliveriesTable, {
    kind: 'delivery',
    organisation: 'Älvsjö',
    broadcast: 'b1',
    person: 'p1',
    state: 'delivered',
    locale: 'sv',
    reference: '{}',
    isRefreshed: true,
    attempt: 2,
    tries: 1,
    ambiguous: 0,
    nextAt: at,
    claim: { id: 'c1', by: 'w1', until: at },
    activityId: '1',
    lastError: '429',
    deliveredAt: at,
    answeredAt: at,
    remindedAt: at,
    recalledAt: at,
    correctedAt: at,
    edition: 1,
    editError: '404',
    history: [{ attempt: 1, state: 'failed', cause: 'blocked', lastError: '403', tries: 1, endedAt: at }],
    createdAt: at,
  }),
  ...sample(liveCardsTable, { organisation: 'Älvsjö', kind: 'broadcast.progress', subject: 'b1', broadcast: 'b2' }),
  ...sample(hrChannelsTable, { organisation: 'Älvsjö', conversation: 'conversation:19:hr', by: 'p1', at }),
  ...sample(feedMarksTable, { organisation: 'Älvsjö', broadcast: 'b1', person: 'p1' }),
  ...sample(reminderDaysTable, { organisation: 'Älvsjö', day: '2026-03-01', person: 'p1', by: 'b1', at }),
  ...sample(roundsTable, {
    organisation: 'Älvsjö',
    id: '980500000000000-r1',
    title: 'T1 2025',
    period: 'T1',
    year: 2025,
    plans: ['2020-forskola'],
    departments: ['Förskola'],
    asksGoals: true,
    message: 'Svara gärna i dag.',
    deadline: at,
    reminds: true,
    standIns: [{ plan: '2020-forskola', function: 'Kommunikatör', person: 'p2' }],
    state: 'closed',
    createdBy: 'p1',
    createdAt: at,
    broadcast: '980500000000000-b1',
    items: 12,
    closedAt: at,
  }),
  ...sample(roundAssignmentsTable, {
    organisation: 'Älvsjö',
    person: 'p1',
    round: 'r1',
    department: 'Förskola',
    unit: 'Solen',
  }),
  ...sample(roundUnitsTable, {
    row: 'item',
    organisation: 'Älvsjö',
    round: 'r1',
    department: 'Förskola',
    unit: 'Solen',
    key: '2020-forskola/17',
    kind: 'activity',
    plan: '2020-forskola',
    position: 3,
    phase: 'utveckla',
    goal: 'Fler kan mer',
    text: 'Utbilda',
    due: { kind: 'period', to: '2020-06-30', as: 'våren 2020' },
    resources: '20 tim',
    responsible: ['Enhetschefer'],
    target: '8 %',
    cityTarget: '7 %',
    measure: '%',
    persons: ['p1'],
    deputies: ['p2'],
    response: {
      version: 2,
      status: 'avvikelse',
      reason: 'Sjukdom',
      comment: 'Vi tar det i höst.',
      newDue: '2025-10-01',
      resources: '',
      function: 'Enhetschef',
      at,
    },
    by: 'p1',
    previous: {
      round: 'r0',
      title: 'VB 2024',
      response: { version: 1, status: 'pågår', reason: '', comment: '', resources: '', function: 'Rektor', at },
    },
    previousBy: 'p3',
    moves: 2,
  }),
  ...sample(sendSlotsTable, { organisation: 'gemensamt', id: 'teams', nextAt: '1.5', notBefore: '0' }),
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
