import { type Activity, ActivityTypes, type Attachment, CardFactory } from 'botbuilder';
import { z } from 'zod';
import type { SearchHit, SearchPage, SearchQuery } from '../actions/index.js';
import type { BindCard } from './outgoing.js';

/** The parameter that is typed into; Teams sends `initialRun` instead when the box is opened. */
const TYPED = 'query';
const MOST_HITS = 25;
const THUMBNAIL_CARD = 'application/vnd.microsoft.card.thumbnail';

const searchSchema = z.object({
  value: z.object({
    commandId: z.string().min(1).max(100),
    parameters: z.array(z.object({ name: z.string(), value: z.unknown() })).default([]),
    queryOptions: z
      .object({ skip: z.number().int().min(0).default(0), count: z.number().int().min(1).default(MOST_HITS) })
      .default({}),
  }),
});

export interface ReadSearch {
  readonly id: string;
  readonly query: SearchQuery;
}

/** The command and query of a composeExtension/query invoke; undefined when it is not shaped like one. */
export function readSearch(activity: unknown): ReadSearch | undefined {
  const parsed = searchSchema.safeParse(activity);
  if (!parsed.success) return undefined;
  const { commandId, parameters, queryOptions } = parsed.data.value;
  const typed = parameters.find(({ name }) => name === TYPED)?.value;
  const { skip, count } = queryOptions;
  return {
    id: commandId,
    query: { text: typeof typed === 'string' ? typed.trim() : '', skip, count: Math.min(count, MOST_HITS) },
  };
}

/** The answer to a search as its invoke response: a list to choose from, or one line that says why there is none. */
export function searchResponse(page: SearchPage, bind: BindCard): Partial<Activity> {
  const composeExtension =
    page.kind === 'message'
      ? { type: 'message', text: page.text }
      : { type: 'result', attachmentLayout: 'list', attachments: page.hits.map((hit) => toAttachment(hit, bind)) };
  return { type: ActivityTypes.InvokeResponse, value: { status: 200, body: { composeExtension } } };
}

export function malformedSearch(): Partial<Activity> {
  return { type: ActivityTypes.InvokeResponse, value: { status: 400, body: { error: { code: 'bad_request' } } } };
}

/** The card that is pasted, with the row that the list shows of it. */
function toAttachment({ title, subtitle, line, card, locale }: SearchHit, bind: BindCard): Attachment & object {
  const preview: Attachment = {
    contentType: THUMBNAIL_CARD,
    content: { title, subtitle, text: line },
  };
  return { ...CardFactory.adaptiveCard(bind(card, locale)), preview } as Attachment & { preview: Attachment };
}
