import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Reply, Turn, View } from '../../actions/index.js';
import { LOCALES } from '../../calendar/index.js';
import { ANNOUNCEMENT, announcementMessage, openConfirmation } from '../announcement.js';
import type { Broadcast } from '../broadcast.js';
import { reachesOf } from '../prepare.js';
import { rehearse } from '../rehearse.js';
import { resolveAudience } from '../resolve.js';
import { type Choices, choicesOf } from './choices.js';
import { type Draft, findOwnDraft, versionOf } from './draft.js';
import { formView, type OpenForm } from './form-view.js';
import { type HrParts, noteView, personOf } from './parts.js';
import { type ReadForm, readForm, type Wanted } from './read-form.js';
import { rehearsalView } from './rehearsal-view.js';
import { hrTexts } from './texts.js';
import { emptyValues, type formSchema, type rehearseSchema, type sendSchema } from './values.js';
import { momentIn } from './wording.js';

/** The way of a message from an empty form over its rehearsal to the sending. Whatever is refused keeps all that was typed. */
export function createCompose(parts: HrParts, showProgress: (turn: Turn, broadcast: Broadcast) => Promise<void>) {
  const { broadcasts, drafts, directory, guard } = parts;

  const choicesFor = (turn: Turn): Choices => choicesOf(directory.inOrganisation(personOf(turn).organisation));

  function form(turn: Turn, open: OpenForm): View {
    return formView(open, choicesFor(turn), personOf(turn).organisation);
  }

  function newForm({ now }: Turn): Pick<Draft, 'form' | 'openedAt'> {
    return { form: randomUUID(), openedAt: now };
  }

  function backToForm(
    turn: Turn,
    draft: Pick<Draft, 'form' | 'openedAt' | 'values'>,
    problems: readonly string[],
  ): Reply {
    const open = { ...draft, openedAt: draft.openedAt.toISOString(), problems };
    return { replace: form(turn, open), outcome: problems.length > 0 ? 'broadcast-refused' : 'broadcast-form' };
  }

  function refuse(turn: Turn, draft: Draft, { problems, shown }: ReadForm & { readonly kind: 'faulty' }): Reply {
    return backToForm(turn, { ...draft, values: { ...draft.values, shown } }, problems);
  }

  function read(turn: Turn, { values }: Pick<Draft, 'values'>) {
    const { now, locale } = turn;
    return readForm(values, { sender: personOf(turn), choices: choicesFor(turn), guard, now, locale });
  }

  async function rehearsal(turn: Turn, draft: Draft, wanted: Wanted, note?: string): Promise<Reply> {
    const resolved = resolveAudience(wanted.audience, draft.organisation, directory);
    if (resolved.people.length === 0) {
      const written = resolved.unresolved.slice(0, 10).join(', ');
      return backToForm(turn, draft, [[hrTexts[turn.locale].audienceEmpty, written].filter(Boolean).join(' ')]);
    }
    await drafts.save(draft);
    const reaches = await reachesOf(draft.organisation, resolved.people, parts.reaches);
    const { perSecond } = parts;
    const about = { bytes: largest(wanted), perSecond, sendAt: wanted.sendAt };
    const view = rehearsalView(draft, wanted, rehearse(resolved, reaches, about), { locale: turn.locale, note });
    return { replace: view, outcome: 'broadcast-rehearsed' };
  }

  function largest({ content, deadline }: Wanted): number {
    const card = { id: 'x'.repeat(60), content, deadline };
    const sizes = LOCALES.map((locale) =>
      parts.sizeOf(announcementMessage(card, locale, openConfirmation(card)).card!, locale),
    );
    return Math.max(...sizes);
  }

  const ownDraft = (turn: Turn, id: string) => findOwnDraft(drafts, personOf(turn), id);

  const gone = ({ locale }: Turn): Reply => ({ toast: hrTexts[locale].draftGone, outcome: 'broadcast-draft-gone' });

  async function create(turn: Turn, draft: Draft, wanted: Wanted): Promise<Reply> {
    const texts = hrTexts[turn.locale];
    const { organisation, form: name, openedAt: createdAt, createdBy } = draft;
    const { broadcast, isNew } = await broadcasts.create({
      ...wanted,
      ...{ organisation, name, createdAt, createdBy },
      kind: ANNOUNCEMENT,
      title: wanted.content.sv.title,
      content: wanted.content,
    });
    if (!isNew && !isSame(broadcast, wanted)) {
      // The form was sent from another device and then changed here: this is another message.
      const again = { ...draft, ...newForm(turn) };
      return rehearsal(turn, again, wanted, texts.sentDifferently(broadcast.title));
    }
    // Also when it was there already: whoever created it may have died before this line.
    await showProgress(turn, broadcast);
    const { sendAt } = broadcast;
    return {
      replace: sendAt
        ? noteView(texts.scheduledTitle, texts.scheduledLine(momentIn(sendAt)))
        : noteView(texts.sentTitle, texts.sentLine),
      outcome: isNew ? 'broadcast-sent' : 'broadcast-sent-already',
    };
  }

  return {
    open(turn: Turn): Reply {
      const texts = hrTexts[turn.locale];
      const { form: id, openedAt } = newForm(turn);
      const card = form(turn, { form: id, openedAt: openedAt.toISOString(), values: emptyValues() });
      return { post: [{ card, summary: texts.formTitle }], outcome: 'broadcast-form' };
    },

    async rehearse(turn: Turn, { form: id, openedAt, ...values }: z.infer<typeof rehearseSchema>): Promise<Reply> {
      const { organisation, id: createdBy } = personOf(turn);
      const draft: Draft = { organisation, form: id, createdBy, openedAt: new Date(openedAt), values };
      const result = read(turn, draft);
      return result.kind === 'faulty' ? refuse(turn, draft, result) : rehearsal(turn, draft, result.wanted);
    },

    async send(turn: Turn, { form: id, version }: z.infer<typeof sendSchema>): Promise<Reply> {
      const draft = await ownDraft(turn, id);
      if (!draft) return gone(turn);
      // Read anew: the moment may have passed, and the directory may be another, since it was rehearsed.
      const result = read(turn, draft);
      if (result.kind === 'faulty') return refuse(turn, draft, result);
      if (versionOf(draft) !== version) return rehearsal(turn, draft, result.wanted, hrTexts[turn.locale].draftChanged);
      return create(turn, draft, result.wanted);
    },

    async edit(turn: Turn, { form: id }: z.infer<typeof formSchema>): Promise<Reply> {
      const draft = await ownDraft(turn, id);
      return draft ? backToForm(turn, draft, []) : gone(turn);
    },

    async discard(turn: Turn, { form: id }: z.infer<typeof formSchema>): Promise<Reply> {
      const texts = hrTexts[turn.locale];
      if (await ownDraft(turn, id)) await drafts.remove(personOf(turn).organisation, id);
      return { replace: noteView(texts.closedTitle, texts.closedLine), outcome: 'broadcast-discarded' };
    },
  };
}

function isSame({ content, audience }: Broadcast, wanted: Wanted): boolean {
  return JSON.stringify([content, audience]) === JSON.stringify([wanted.content, wanted.audience]);
}
