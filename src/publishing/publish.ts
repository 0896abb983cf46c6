import { z } from 'zod';
import type { Reply, Turn, View } from '../actions/index.js';
import type { Phase } from '../ask/index.js';
import { stockholmDate } from '../calendar/index.js';
import { isConflict } from '../errors.js';
import { organisationOf, type PeopleDirectory } from '../people/index.js';
import type { GuardText } from '../privacy/index.js';
import { type News, QUESTION_ID, type QuestionStore } from '../questions/index.js';
import type { draftSchema } from './draft.js';
import { checkDraft, type Draft, draftOf, EVERYBODY, MAX_TITLE, publicationOf, saysTheSame } from './draft.js';
import type { Publication, PublishedStore } from './published-store.js';
import { publishingTexts } from './texts.js';

export const openSchema = z.object({ question: z.string().regex(QUESTION_ID) }).strict();
export const withdrawSchema = openSchema.extend({ basis: z.number().int().positive() }).strict();

export interface PublishParts {
  readonly store: PublishedStore;
  readonly questions: Pick<QuestionStore, 'find'>;
  readonly news: Pick<News, 'changed'>;
  readonly guard: GuardText;
  readonly directory: Pick<PeopleDirectory, 'find' | 'inOrganisation'>;
  /** The phase that a question seems to belong to; HR may choose another, and must where nothing tells. */
  readonly phaseOf: (question: string, at: Date) => Phase | undefined;
  /** Makes what was published live in this process without waiting for the next look. */
  readonly onPublished: () => void;
}

/** HR's own answers as routines of its organisation: preview, publish, withdraw. */
export function createPublish(parts: PublishParts) {
  const { store, questions, news, guard, directory, phaseOf, onPublished } = parts;

  function formView(turn: Turn, draft: Draft, problem = ''): View {
    const everybody = { title: publishingTexts[turn.locale].everybody, value: EVERYBODY };
    const departments = departmentsOf(organisationOf(turn.asker), directory).map((name) => ({
      title: name,
      value: name,
    }));
    return {
      template: 'publishing/form',
      data: { ...draft, phase: draft.phase ?? '', problem, departments: [everybody, ...departments] },
    };
  }

  /** What is published now, or last was, else what the question's answer makes; undefined without an answer of this organisation. */
  async function draftFor(turn: Turn, id: string): Promise<Draft | 'not-answered' | undefined> {
    const organisation = organisationOf(turn.asker);
    const published = await store.find(organisation, id);
    if (published) return { ...draftOf(published.publication), shown: '' };
    const found = await questions.find(organisation, id);
    if (!found) return undefined;
    const { question, handling } = found.question;
    if (handling.state !== 'answered') return 'not-answered';
    const wording = question.replace(/\s+/g, ' ');
    const title = wording.length <= MAX_TITLE ? wording : `${wording.slice(0, MAX_TITLE - 1)}…`;
    const phase = phaseOf(question, turn.now);
    return {
      question: id,
      basis: 0,
      shown: '',
      title,
      wordings: wording,
      text: handling.text,
      phase,
      department: EVERYBODY,
    };
  }

  /** Saves a version, or says that somebody else did: `save` refuses what was written over an older version than it names. */
  async function save(next: Publication): Promise<{ kind: 'saved' } | { kind: 'changed'; now?: Publication }> {
    const before = await store.find(next.organisation, next.id);
    if (before && saysTheSame(before.publication, next) && before.publication.by === next.by) return { kind: 'saved' };
    if ((before?.publication.version ?? 0) !== next.version - 1) return { kind: 'changed', now: before?.publication };
    try {
      await store.save(next, before);
      return { kind: 'saved' };
    } catch (error) {
      if (!isConflict(error)) throw error;
      return { kind: 'changed', now: (await store.find(next.organisation, next.id))?.publication };
    }
  }

  async function tell({ organisation, id }: Publication): Promise<void> {
    onPublished();
    await news.changed({ organisation, id });
  }

  return {
    async open(turn: Turn, { question }: z.infer<typeof openSchema>): Promise<Reply> {
      const texts = publishingTexts[turn.locale];
      const draft = await draftFor(turn, question);
      if (draft === undefined) return { toast: texts.gone, outcome: 'question-gone' };
      if (draft === 'not-answered') return { toast: texts.notAnswered, outcome: 'not-answered' };
      return {
        post: [{ card: formView(turn, draft), summary: texts.formTitle }],
        toast: texts.formBelow,
        touched: { published: question },
        outcome: 'publishing-form',
      };
    },

    async publish(turn: Turn, draft: z.infer<typeof draftSchema>): Promise<Reply> {
      const organisation = organisationOf(turn.asker);
      const names = directory.inOrganisation(organisation).map(({ name }) => name);
      const fault = checkDraft(draft, guard, { names, locale: turn.locale });
      const { phase } = draft;
      const texts = publishingTexts[turn.locale];
      if (fault || phase === undefined) {
        const form = formView(
          turn,
          { ...draft, shown: fault?.shown ?? draft.shown },
          fault?.problem ?? texts.phaseEmpty,
        );
        return { replace: form, outcome: 'publishing-refused' };
      }
      // Of this organisation there must be such a question or publication, and a department of that name.
      const known = await draftFor(turn, draft.question);
      const isDepartment =
        draft.department === EVERYBODY || departmentsOf(organisation, directory).includes(draft.department);
      if (known === undefined || known === 'not-answered' || !isDepartment)
        return { toast: known === 'not-answered' ? texts.notAnswered : texts.gone, outcome: 'question-gone' };
      const next = publicationOf(draft, { organisation, by: turn.asker.id, at: turn.now, phase });
      const saved = await save(next);
      if (saved.kind === 'changed') {
        const { version = 0, by = '' } = saved.now ?? {};
        const problem = texts.changed(directory.find(by)?.name ?? texts.somebody, version);
        return { replace: formView(turn, { ...draft, basis: version }, problem), outcome: 'publishing-conflict' };
      }
      await tell(next);
      return {
        replace: { template: 'publishing/done', data: doneData(next) },
        touched: { published: next.id },
        outcome: 'published',
      };
    },

    async withdraw(turn: Turn, { question, basis }: z.infer<typeof withdrawSchema>): Promise<Reply> {
      const found = await store.find(organisationOf(turn.asker), question);
      const texts = publishingTexts[turn.locale];
      if (!found) return { toast: texts.gone, outcome: 'question-gone' };
      const { publication } = found;
      const next = { ...publication, version: basis + 1, by: turn.asker.id, publishedAt: turn.now, isWithdrawn: true };
      const saved = publication.isWithdrawn ? undefined : await save(next);
      if (saved?.kind === 'changed') {
        const { version = 0, by = '' } = saved.now ?? {};
        return {
          toast: texts.changed(directory.find(by)?.name ?? texts.somebody, version),
          outcome: 'publishing-conflict',
        };
      }
      await tell(next);
      const data = { id: publication.id, title: publication.title };
      return {
        replace: { template: 'publishing/withdrawn', data },
        touched: { published: question },
        outcome: 'withdrawn',
      };
    },

    cancel: (): Reply => ({
      replace: { template: 'publishing/cancelled', data: {}, isShared: true },
      outcome: 'publishing-cancelled',
    }),
  };
}

function doneData({ id, version, title, organisation, publishedAt, department = '' }: Publication) {
  return { id, version, title, organisation, department, day: stockholmDate(publishedAt) };
}

function departmentsOf(organisation: string, directory: Pick<PeopleDirectory, 'inOrganisation'>): string[] {
  const names = new Set(directory.inOrganisation(organisation).map(({ department }) => department));
  return [...names].sort((a, b) => a.localeCompare(b, 'sv'));
}
