import { z } from 'zod';
import { defineAction, type Feature, type Reply, type Turn } from '../actions/index.js';
import type { Broadcast, Composers, Counts, LiveCards } from '../broadcast/index.js';
import type { Figures } from '../feedback/index.js';
import { organisationOf, type PeopleDirectory } from '../people/index.js';
import type { GuardText } from '../privacy/index.js';
import { catchUp } from './catch-up.js';
import { questionComposers } from './composers.js';
import { createDesk } from './desk.js';
import { composeSchema, createForm, sendSchema } from './form.js';
import { createHandle, outcomeSchema, pickSchema } from './handle.js';
import { listView } from './list-card.js';
import { createHrChannel, type HrChannelStore } from './hr-channel.js';
import { createNews, KINDS, type News } from './news.js';
import type { HandledQuestion } from './question.js';
import type { QuestionStore } from './question-store.js';
import { type ReachParts, reachOf } from './reach.js';
import { questionTexts } from './texts.js';

export interface QuestionsParts extends Omit<ReachParts, 'directory'> {
  readonly questions: QuestionStore;
  readonly cards: LiveCards;
  readonly directory: Pick<PeopleDirectory, 'find' | 'managerOf' | 'inOrganisation'>;
  readonly guard: GuardText;
  readonly channels: HrChannelStore;
  readonly figures: Figures;
  /** Whether an answer lives on as a routine. */
  readonly isPublished: (organisation: string, question: string) => Promise<boolean>;
}

export interface QuestionsFeature {
  readonly feature: Feature;
  readonly composers: Composers;
  readonly news: News;
  /** Tells of what a process that died stored and told nobody of. */
  readonly catchUp: (now: Date) => Promise<number>;
  /** Told of each sending that goes on or is over: HR's card says whether the answer arrived. */
  readonly onProgress: (broadcast: Broadcast, counts: Counts) => Promise<void>;
}

const pageSchema = z.object({ page: z.number().int().min(1).max(1000) }).strict();

/** Questions sent to HR: the form, HR's cards and list, and what the asker is told. */
export function questionsFeature(parts: QuestionsParts): QuestionsFeature {
  const { questions, directory, guard, channels } = parts;
  const channel = createHrChannel(channels);
  const factsOf = async (question: HandledQuestion) => ({
    reach: await reachOf(question, parts),
    isPublished: await parts.isPublished(question.organisation, question.id),
  });
  const news = createNews(parts);
  const form = createForm({ questions, guard, news, managerOf: (id) => directory.managerOf(id) });
  const desk = createDesk({ questions, news });
  const handle = createHandle({ desk, news, guard, directory, factsOf });
  const list = (turn: Turn, page: number) => listView(parts, turn, organisationOf(turn.asker), page);

  async function show(turn: Turn): Promise<Reply> {
    const texts = questionTexts[turn.locale];
    // Names and what people wrote: nobody else of a group chat may read it.
    if (turn.conversation !== 'personal')
      return { post: [{ text: texts.onlyInPersonalChat }], outcome: 'not-personal' };
    return { post: [{ card: await list(turn, 1), summary: texts.listTitle }], outcome: 'questions' };
  }

  async function turnPage({ page }: z.infer<typeof pageSchema>, turn: Turn): Promise<Reply> {
    if (turn.conversation !== 'personal') return { toast: questionTexts[turn.locale].onlyInPersonalChat };
    return { replace: await list(turn, page), outcome: 'questions' };
  }

  const hrAction = <S extends z.ZodTypeAny>(
    verb: string,
    schema: S,
    run: (turn: Turn, input: z.infer<S>) => Promise<Reply>,
  ) => defineAction({ verb, schema, allow: 'questions.handle', handle: (input, turn) => run(turn, input) });

  return {
    feature: {
      name: 'questions',
      actions: [
        ...channel.actions,
        defineAction({
          verb: 'questions.compose',
          schema: composeSchema,
          allow: 'questions.send',
          handle: (input, turn) => form.compose(turn, input),
        }),
        defineAction({
          verb: 'questions.send',
          schema: sendSchema,
          allow: 'questions.send',
          handle: (input, turn) => form.send(turn, input),
        }),
        defineAction({
          verb: 'questions.cancel',
          schema: z.object({}).strict(),
          allow: 'questions.send',
          handle: () => form.cancel(),
        }),
        defineAction({ verb: 'questions.page', schema: pageSchema, allow: 'questions.handle', handle: turnPage }),
        hrAction('questions.open', pickSchema, handle.open),
        hrAction('questions.claim', pickSchema, handle.claim),
        hrAction('questions.release', pickSchema, handle.release),
        hrAction('questions.answer', outcomeSchema, handle.answer),
        hrAction('questions.close', outcomeSchema, handle.close),
      ],
      commands: [
        { id: 'questions.list', phrases: ['frågor', 'questions'], allow: 'questions.handle', handle: show },
        ...channel.commands,
      ],
    },
    composers: questionComposers({ questions, directory, channels, factsOf }),
    news,
    catchUp: (now) => catchUp({ questions, news }, now),
    async onProgress({ kind, status, organisation, content, audience, createdAt }, { delivered = 0 }) {
      if (status !== 'done' && status !== 'cancelled') return;
      const about = { organisation, id: String(content.subject) };
      if (kind === KINDS.answer) await news.changed(about);
      if (kind === KINDS.hr && 'conversation' in audience && delivered === 0)
        await news.channelFailed(about, createdAt);
    },
  };
}
