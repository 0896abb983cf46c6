import { z } from 'zod';
import {
  type AuditEntry,
  type AuditReader,
  defineAction,
  type Feature,
  pageOf,
  type Reply,
  type Turn,
  type View,
} from '../../actions/index.js';
import { addDays, type Locale, stockholmDate, stockholmTime } from '../../calendar/index.js';
import { organisationOf, type PeopleDirectory } from '../../people/index.js';
import { auditTexts } from './texts.js';

export interface AuditFeatureParts {
  readonly lines: AuditReader;
  readonly directory: Pick<PeopleDirectory, 'find'>;
}

const DAYS = 30;
const ON_A_PAGE = 10;

/** HR asks who viewed, exported, sent, changed and purged in its own board: ids and actions, as they were noted. */
export function auditFeature({ lines, directory }: AuditFeatureParts): Feature {
  async function view({ asker, locale, now }: Turn, page: number): Promise<View> {
    const organisation = organisationOf(asker);
    const to = stockholmDate(now);
    const from = addDays(to, -DAYS);
    const { items, hasMore } = await pageOf(lines.list({ organisation, from, to }), page, { most: ON_A_PAGE });
    return {
      template: 'privacy/audit',
      data: {
        ...{ organisation, from, to, page },
        lines: items.map((line) => lineOf(line, locale)),
        pages: [
          ...(page > 1 ? [{ to: page - 1, direction: 'previous' }] : []),
          ...(hasMore ? [{ to: page + 1, direction: 'next' }] : []),
        ],
      },
    };
  }

  function lineOf({ at, personId, action, outcome, subject = {} }: AuditEntry, locale: Locale) {
    const { by, outcomes } = auditTexts[locale];
    const who = directory.find(personId)?.name ?? (by as Readonly<Record<string, string>>)[personId] ?? personId;
    return {
      head: `${stockholmDate(at)} ${stockholmTime(at)} · ${who}`,
      what: [action, outcomes[outcome], ...Object.entries(subject).map(([kind, id]) => `${kind} ${id}`)].join(' · '),
    };
  }

  return {
    name: 'privacy',
    actions: [
      defineAction({
        verb: 'privacy.audit.page',
        schema: z.object({ page: z.number().int().min(1).max(1000) }).strict(),
        allow: 'privacy.audit',
        handle: async ({ page }, turn) => ({ replace: await view(turn, page), outcome: 'audit' }),
      }),
    ],
    commands: [
      {
        id: 'privacy.audit',
        phrases: ['åtkomstlogg', 'åtkomstloggen', 'granskningslogg', 'audit log', 'audit'],
        allow: 'privacy.audit',
        async handle(turn): Promise<Reply> {
          const texts = auditTexts[turn.locale];
          // Everybody in a channel would read it.
          if (turn.conversation !== 'personal')
            return { post: [{ text: texts.onlyInPersonalChat }], outcome: 'not-personal' };
          return { post: [{ card: await view(turn, 1), summary: texts.title }], outcome: 'audit' };
        },
      },
    ],
  };
}
