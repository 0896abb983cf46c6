import { z } from 'zod';
import { isConflict } from '../errors.js';
import { stockholmDate } from '../calendar/index.js';
import { type HandledQuestion, type Handling, questionId, type QuestionStore } from '../questions/index.js';
import { dateColumn } from './columns.js';
import { defineTable } from './define-table.js';
import { encodeKey, newestFirst } from './keys.js';
import type { Storage, Stored } from './table.js';

const questionRow = z.object({
  organisation: z.string(),
  id: z.string(),
  openedAt: dateColumn,
  personId: z.string(),
  question: z.string(),
  sentAt: dateColumn,
});
type QuestionRow = z.infer<typeof questionRow>;

/** Both tables of a question have the same keys, so that they are read side by side. */
const rowKey = ({ openedAt, id }: { readonly openedAt: Date; readonly id: string }) => [newestFirst(openedAt), id];

export const questionsTable = defineTable<QuestionRow>({
  name: 'questions',
  schema: questionRow,
  keys: {
    serves: "HR's list of an organisation, newest first; one question by its id, which begins with the same moment",
    partition: (row) => [row.organisation],
    row: rowKey,
  },
  personKeys: ['personId'],
  mentions: ['question'],
  retention: { keep: 'months', count: 12, from: 'sentAt' },
  onErase: { do: 'delete' },
});

const handlingRow = z.object({
  organisation: z.string(),
  id: z.string(),
  openedAt: dateColumn,
  sentAt: dateColumn,
  /** Who asked: what HR wrote is about that person, too. */
  askedBy: z.string(),
  state: z.enum(['sent', 'claimed', 'answered', 'closed']),
  by: z.string().optional(),
  at: dateColumn.optional(),
  text: z.string().optional(),
});
type HandlingRow = z.infer<typeof handlingRow>;

export const questionHandlingTable = defineTable<HandlingRow>({
  name: 'questionhandling',
  schema: handlingRow,
  keys: {
    serves: 'what HR did with a question, beside the question and in the same order',
    partition: (row) => [row.organisation],
    row: rowKey,
  },
  // Apart from the question: who leaves HR takes no question of anybody else along.
  personKeys: ['askedBy', 'by'],
  mentions: ['text'],
  retention: { keep: 'months', count: 12, from: 'sentAt' },
  onErase: { do: 'delete', of: ['askedBy'] },
});

export function openQuestions(storage: Storage): QuestionStore {
  const questions = storage.table(questionsTable);
  const handlings = storage.table(questionHandlingTable);
  return {
    async add({ form, ...question }) {
      const row = { ...question, id: questionId({ ...question, form }) };
      try {
        await questions.insert(row);
        return { question: row, isNew: true };
      } catch (error) {
        if (!isConflict(error)) throw error;
        const found = await questions.find([row.organisation], rowKey(row));
        return { question: found?.row ?? row, isNew: found === undefined };
      }
    },
    async find(organisation, id) {
      const key = rowKey({ openedAt: new Date(Number.parseInt(id, 10)), id });
      const [question, handling] = await Promise.all([
        questions.find([organisation], key),
        handlings.find([organisation], key),
      ]);
      return question && { question: joined(question.row, handling), version: handling?.version };
    },
    async handle({ organisation, id, openedAt, sentAt, personId }, handling, version) {
      const row = { organisation, id, openedAt, sentAt, askedBy: personId, ...handling };
      await (version === undefined ? handlings.insert(row) : handlings.update(row, version));
    },
    async *list({ organisation, from, to }) {
      const query = organisation === undefined ? {} : { partition: [organisation] };
      const handled = handlings.list(query)[Symbol.asyncIterator]();
      let next = await handled.next();
      for await (const { row } of questions.list(query)) {
        while (!next.done && isBefore(next.value.row, row)) next = await handled.next();
        const isHandled =
          !next.done && next.value.row.id === row.id && next.value.row.organisation === row.organisation;
        const day = stockholmDate(row.sentAt);
        if (day >= from && day <= to) yield joined(row, isHandled ? (next.value as Stored<HandlingRow>) : undefined);
      }
    },
  };
}

/** Whether a handling stands before a question in the order of the keys; its own question may have been erased. */
function isBefore(handling: HandlingRow, question: QuestionRow): boolean {
  const [one, other] = [keyText(handling), keyText(question)];
  return one < other;
}

function keyText(row: HandlingRow | QuestionRow): string {
  return `${encodeKey(row.organisation)}\n${encodeKey(...rowKey(row))}`;
}

function joined(row: QuestionRow, handled: Stored<HandlingRow> | undefined): HandledQuestion {
  return { ...row, handling: handled ? toHandling(handled.row) : { state: 'sent' } };
}

function toHandling({ state, by = '', at, text = '' }: HandlingRow): Handling {
  if (state === 'sent' || at === undefined) return { state: 'sent' };
  return state === 'claimed' ? { state, by, at } : { state, by, at, text };
}
