import { z } from 'zod';
import { defineAction, type Feature, pageOf, type Reply, type Turn, type View } from '../actions/index.js';
import { stockholmDate } from '../calendar/index.js';
import { organisationOf } from '../people/index.js';
import { draftSchema } from './draft.js';
import { createPublish, openSchema, type PublishParts, withdrawSchema } from './publish.js';
import type { Publication } from './published-store.js';
import { publishingTexts } from './texts.js';

const ON_PAGE = 10;
const pageSchema = z.object({ page: z.number().int().min(1).max(1000) }).strict();

/** Answers of HR as routines: preview, publish, change, withdraw, and the list of what is published. */
export function publishingFeature(parts: PublishParts): Feature {
  const publish = createPublish(parts);
  const allow = 'publishing.publish';

  async function listView({ asker, locale }: Turn, page: number): Promise<View> {
    const texts = publishingTexts[locale];
    const organisation = organisationOf(asker);
    const all: Publication[] = [];
    for await (const one of parts.store.list(organisation)) if (!one.isWithdrawn) all.push(one);
    all.sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
    const { items, hasMore } = await pageOf(each(all), page, { most: ON_PAGE });
    return {
      template: 'publishing/list',
      data: {
        organisation,
        published: items.map(({ id, version, title, publishedAt, by }) => ({
          id,
          version,
          title,
          line: texts.line(stockholmDate(publishedAt), version, parts.directory.find(by)?.name ?? texts.left),
        })),
        pages: [
          ...(page > 1 ? [{ to: page - 1, direction: 'previous' }] : []),
          ...(hasMore ? [{ to: page + 1, direction: 'next' }] : []),
        ],
      },
    };
  }

  async function show(turn: Turn): Promise<Reply> {
    const texts = publishingTexts[turn.locale];
    if (turn.conversation !== 'personal')
      return { post: [{ text: texts.onlyInPersonalChat }], outcome: 'not-personal' };
    return { post: [{ card: await listView(turn, 1), summary: texts.listTitle }], outcome: 'published-list' };
  }

  return {
    name: 'publishing',
    actions: [
      defineAction({
        verb: 'publishing.open',
        schema: openSchema,
        allow,
        handle: (input, turn) => publish.open(turn, input),
      }),
      defineAction({
        verb: 'publishing.publish',
        schema: draftSchema,
        allow,
        handle: (input, turn) => publish.publish(turn, input),
      }),
      defineAction({
        verb: 'publishing.withdraw',
        schema: withdrawSchema,
        allow,
        handle: (input, turn) => publish.withdraw(turn, input),
      }),
      defineAction({
        verb: 'publishing.cancel',
        schema: z.object({}).strict(),
        allow,
        handle: () => publish.cancel(),
      }),
      defineAction({
        verb: 'publishing.page',
        schema: pageSchema,
        allow,
        handle: async ({ page }, turn) => ({ replace: await listView(turn, page), outcome: 'published-list' }),
      }),
    ],
    commands: [{ id: 'publishing.list', phrases: ['publicerade svar', 'published answers'], allow, handle: show }],
  };
}

async function* each<Item>(items: readonly Item[]): AsyncIterable<Item> {
  yield* items;
}
