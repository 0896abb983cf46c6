import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { auditTable } from '../../src/storage/index.js';
import { dataOf, fieldsOf } from './support/data-of.js';
import { type Row, ROWS } from './support/foreign-rows.js';
import { allRows, putBack, type Rows } from './support/rows-of-world.js';
import { buildWorld, CHEF, INGRID, LEAVER, type World } from './support/world.js';

const NUMBER = '850709-9805';
const TYPED = `Gäller ${NUMBER}`;
const DELICATE = 'Någon är sjukskriven';

/** Buttons that name nothing of anybody's, and ways to the fields that stand on another page or need something said first. */
const MORE: readonly Pick<Row, 'verb' | 'owner' | 'named' | 'more'>[] = [
  { verb: 'ask.question', owner: CHEF },
  { verb: 'questions.compose', owner: CHEF },
  {
    verb: 'feedback.rate',
    owner: CHEF,
    more: { answer: randomUUID(), subject: 'measure:sjukfranvaro', rating: 'down' },
  },
  { verb: 'broadcast.rehearse', owner: INGRID, more: { confirm: 'true', deadline: '2026-12-31', roles: 'chef' } },
  { verb: 'exit.survey.send', owner: LEAVER, more: { page: 6 } },
];

/** Words that the bot asked about itself, in its own form: nobody types them. */
const CARRIED = 'shown';

/** Every field in which people write freely, by its button. */
const FREE: readonly (readonly [string, readonly string[]])[] = [
  ['broadcast.correct-save', ['title', 'text', 'titleEn', 'textEn']],
  ['broadcast.rehearse', ['title', 'text', 'titleEn', 'textEn']],
  ['exit.handover.save', ['what', 'to']],
  ['exit.learn.save', ['name', 'description']],
  ['exit.list.save', ['delegatedTo', 'comment']],
  ['exit.survey.send', ['Q15']],
  ['exit.talk.book', ['place']],
  ['feedback.rate', ['reason']],
  ['plan.respond.save', ['outcome', 'outcomeWomen', 'outcomeMen', 'reason', 'comment', 'resources']],
  ['plan.round.rehearse', ['title', 'message']],
  ['publishing.publish', ['title', 'wordings', 'text']],
  ['questions.answer', ['answer']],
  ['questions.close', ['reason']],
  ['questions.send', ['question']],
];

let world: World;
let before: Rows;
beforeAll(async () => {
  world = await buildWorld();
  before = await allRows(world);
});

/** Presses the button with this in the field; gives the answer, and the places of what it wrote that hold `trace`. */
async function pressWith(row: (typeof MORE)[number], field: string, typed: string, trace: string) {
  const data = { ...dataOf(world, row), [field]: typed };
  if (!world.house.registry.findAction(row.verb)!.schema.safeParse(data).success) return undefined;
  const outcome = await world.dispatcher.press(world.turnOf(row.owner), row.verb, data);
  const changes = [...(await putBack(world, before))].filter(([place, text]) => `${place} ${text}`.includes(trace));
  return { answer: JSON.stringify(outcome), kept: changes.map(([place]) => `${row.verb} ${field}: ${place}`) };
}

it('an identity number is kept nowhere, whatever field it comes in; where people write freely they are told, and keep their text', async () => {
  const kept: string[] = [];
  const stopped = new Map<string, Set<string>>();
  for (const row of [...ROWS, ...MORE]) {
    const fields = fieldsOf(world.house.registry.findAction(row.verb)!.schema);
    for (const field of fields.filter((one) => one !== CARRIED)) {
      const pressed = await pressWith(row, field, TYPED, NUMBER);
      if (!pressed) continue;
      kept.push(...pressed.kept);
      // One card's own strings say it, by the reason that its data gives.
      if (/personnummer|"why":"number"/.test(pressed.answer) && pressed.answer.includes(TYPED))
        stopped.set(row.verb, (stopped.get(row.verb) ?? new Set()).add(field));
    }
  }
  for await (const { row } of world.storage.table(auditTable).list())
    if (JSON.stringify(row).includes(NUMBER)) kept.push(`audit of ${row.action}`);
  expect(kept).toEqual([]);
  const found = [...stopped].map(([verb, fields]) => `${verb}: ${[...fields].join(' ')}`);
  expect(found.sort()).toEqual(FREE.map(([verb, fields]) => `${verb}: ${fields.join(' ')}`).sort());
});

it.each(FREE)('a sensitive word is asked about before it is kept by %s, in %j', async (verb, fields) => {
  const row = [...MORE, ...ROWS].find((one) => one.verb === verb)!;
  for (const field of fields) {
    const { answer, kept } = (await pressWith(row, field, DELICATE, DELICATE))!;
    expect([field, kept]).toEqual([field, []]);
    expect(answer).toMatch(/något känsligt om någon|"why":"sensitive"/);
    expect(answer).toContain(DELICATE);
  }
});
