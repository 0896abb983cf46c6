import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { auditTable } from '../../src/storage/index.js';
import { dataOf, fieldsOf } from './support/data-of.js';
import { type Row, ROWS } from './support/foreign-rows.js';
import { allRows, putBack, type Rows } from './support/rows-of-world.js';
import { buildWorld, CHEF, INGRID, LEAVER, type World } from './support/world.js';

const NUMBER = '850709-9805';
const TYPED = `Gäller ${NUMBER}`;

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

/** Every field in which people write freely: it is refused there, and what was typed comes back. */
const STOPPED = `
  broadcast.correct-save: title text titleEn textEn
  broadcast.rehearse: title text titleEn textEn
  exit.handover.save: what to
  exit.learn.save: name description
  exit.list.save: delegatedTo comment
  exit.survey.send: Q15
  exit.talk.book: place
  feedback.rate: reason
  plan.respond.save: outcome reason comment resources
  plan.round.rehearse: title message
  publishing.publish: title wordings text
  questions.answer: answer
  questions.close: reason
  questions.send: question
`;

let world: World;
let before: Rows;
beforeAll(async () => {
  world = await buildWorld();
  before = await allRows(world);
});

it('an identity number is kept nowhere, whatever field it comes in; where people write freely they are told, and keep their text', async () => {
  const kept: string[] = [];
  const stopped = new Map<string, Set<string>>();
  for (const row of [...ROWS, ...MORE]) {
    const { schema } = world.house.registry.findAction(row.verb)!;
    for (const field of fieldsOf(schema).filter((one) => one !== CARRIED)) {
      const data = { ...dataOf(world, row), [field]: TYPED };
      if (!schema.safeParse(data).success) continue;
      const outcome = await world.dispatcher.press(world.turnOf(row.owner), row.verb, data);
      const answer = JSON.stringify(outcome);
      for (const [place, text] of await putBack(world, before))
        if (`${place} ${text}`.includes(NUMBER)) kept.push(`${row.verb} ${field}: ${place}`);
      // One card's own strings say it, by the reason that its data gives.
      if (/personnummer|"why":"number"/.test(answer) && answer.includes(TYPED))
        stopped.set(row.verb, (stopped.get(row.verb) ?? new Set()).add(field));
    }
  }
  for await (const { row } of world.storage.table(auditTable).list())
    if (JSON.stringify(row).includes(NUMBER)) kept.push(`audit of ${row.action}`);
  expect(kept).toEqual([]);
  expect(linesOf([...stopped].map(([verb, fields]) => `${verb}: ${[...fields].join(' ')}`))).toEqual(
    linesOf(STOPPED.split('\n')),
  );
});

function linesOf(lines: readonly string[]): string[] {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .sort();
}
