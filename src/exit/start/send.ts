import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Reply, Turn } from '../../actions/index.js';
import { stockholmDate } from '../../calendar/index.js';
import type { Person } from '../../people/index.js';
import type { ExitCase } from '../case/exit-case.js';
import { caseItems } from '../case/slots.js';
import { presentManager } from './access.js';
import { confirmView } from './confirm-view.js';

import { type DaysForm, daysView } from './days-view.js';
import { type Desk, versionOf, whoIn } from './desk.js';
import { type Form, formOf, type reviewSchema, type sendSchema, type Typed, typedOf } from './forms.js';
import type { ShowCase } from './lead/show.js';
import { openCaseOf } from './open-case-of.js';
import { type ExitStartParts, gone, personOf } from './parts.js';
import { traitsAsked, traitsOf } from './presets.js';
import { type CaseDays, readDays } from './read-days.js';
import { startTexts } from './texts.js';

type Review = z.infer<typeof reviewSchema>;

/** From the days over the confirmation, which stores the draft, to the sending. */
export function createSend(parts: ExitStartParts, desk: Desk, show: ShowCase) {
  const { cases, checklist, directory, holdersOf, reaches, course } = parts;

  async function confirm(turn: Turn, draft: ExitCase, employee: Person, note?: string): Promise<Reply> {
    const { locale } = turn;
    const view = confirmView(draft, {
      items: caseItems(draft, checklist(), holdersOf(draft)),
      ...{ employee, locale, note },
      manager: directory.find(draft.manager),
      asker: personOf(turn),
      isReached: (await reaches.find(draft.organisation, draft.employee)) !== undefined,
      isManagerReached: (await reaches.find(draft.organisation, draft.manager)) !== undefined,
    });
    return { replace: view, touched: { case: draft.id }, outcome: 'exit-confirm' };
  }

  /** The days again, with what was typed and what is wrong with it. */
  function daysAgain(turn: Turn, about: Pick<DaysForm, 'kind' | 'typed' | 'faults'>, of: Form & { employee: string }) {
    const { locale } = turn;
    const asked = traitsAsked(checklist(), about.kind);
    const view = daysView({ ...about, who: whoIn(directory, of.employee, locale), asked, locale }, { new: of });
    return { replace: view, outcome: 'exit-form' } satisfies Reply;
  }

  /** Stores what was reviewed: a new draft, or the asker's own changed. Undefined when the form was another's, or is sent. */
  async function keep(turn: Turn, input: Review, employee: Person, days: CaseDays): Promise<ExitCase | undefined> {
    const { organisation, id: startedBy } = personOf(turn);
    const wanted = {
      ...{ employee: employee.id, kind: input.kind, ...days },
      manager: presentManager(directory, employee.id)?.id ?? startedBy,
      traits: traitsOf(input.traits.split(','), traitsAsked(checklist(), input.kind), {
        employedFrom: employee.employedFrom,
        lastDay: days.lastDay,
      }),
      opened: stockholmDate(turn.now),
    };
    const change = (id: string) =>
      cases.change(organisation, id, (old) =>
        old.status === 'draft' && old.startedBy === startedBy ? { ...old, ...wanted } : undefined,
      );
    const own = await desk.ownDraft(turn, input.draft);
    if (own) return change(own.id);
    const { exitCase, isNew } = await cases.create({
      ...{ organisation, startedBy, ...wanted, name: input.form, createdAt: new Date(input.openedAt) },
      ...{ status: 'draft', ticks: {}, handover: [], talk: {} },
    });
    if (isNew) return exitCase;
    return exitCase.startedBy === startedBy ? change(exitCase.id) : undefined;
  }

  /** An open case of the same person is shown instead. */
  async function rival(turn: Turn, employee: Person): Promise<Reply | undefined> {
    const open = await openCaseOf(parts, employee.organisation, employee.id);
    return open && already(turn, open, employee);
  }

  function already(turn: Turn, open: ExitCase, employee: Person): Promise<Reply> {
    return show.lead(turn, open, { note: startTexts[turn.locale].already(employee.name), outcome: 'exit-already' });
  }

  return {
    async review(turn: Turn, input: Review): Promise<Reply> {
      const employee = desk.employee(turn, input.employee);
      if (!employee) return gone(turn);
      const days = readDays(input, { kind: input.kind, today: stockholmDate(turn.now) });
      const typed = typedOf(input);
      if ('faults' in days)
        return daysAgain(
          turn,
          { kind: input.kind, typed, faults: days.faults },
          { ...formOf(input), employee: employee.id },
        );
      const other = await rival(turn, employee);
      if (other) return other;
      const draft = await keep(turn, input, employee, days);
      if (!draft) return gone(turn);
      if (draft.status === 'draft') return confirm(turn, draft, employee);
      return show.lead(turn, draft, { note: startTexts[turn.locale].alreadySent, outcome: 'exit-sent-already' });
    },

    /** From the confirmation, or from the list of own cases, to the days of a draft. */
    async edit(turn: Turn, id: string): Promise<Reply> {
      const draft = await desk.ownDraft(turn, id);
      return draft && desk.employee(turn, draft.employee)
        ? daysAgain(turn, aboutOf(draft), ofDraft(draft))
        : gone(turn);
    },

    /** What waits to be sent, as it is now. */
    async resume(turn: Turn, id: string): Promise<Reply> {
      const draft = await desk.ownDraft(turn, id);
      const employee = draft && desk.employee(turn, draft.employee);
      return draft && employee ? confirm(turn, draft, employee) : gone(turn);
    },

    async send(turn: Turn, { case: id, version }: z.infer<typeof sendSchema>): Promise<Reply> {
      const texts = startTexts[turn.locale];
      const draft = await desk.ownDraft(turn, id);
      if (!draft) {
        const sent = await desk.led(turn, id);
        return sent ? show.lead(turn, sent, { note: texts.alreadySent, outcome: 'exit-sent-already' }) : gone(turn);
      }
      // All of it anew: since it was reviewed, days have passed, and the directory may say another manager.
      const employee = desk.employee(turn, draft.employee);
      if (!employee) return gone(turn);
      const days = readDays(draft, { kind: draft.kind, today: stockholmDate(turn.now) });
      if ('faults' in days) return daysAgain(turn, { ...aboutOf(draft), faults: days.faults }, ofDraft(draft));
      const other = await rival(turn, employee);
      if (other) return other;
      if (versionOf(draft) !== version) return confirm(turn, draft, employee, texts.draftChanged);
      const opened = await course.open(draft.organisation, draft.id, turn.now);
      if (opened.status !== 'open') return (await rival(turn, employee)) ?? gone(turn);
      return show.sent(turn, opened, employee);
    },
  };
}

function aboutOf(draft: ExitCase): { kind: ExitCase['kind']; typed: Typed } {
  const { kind, notice, lastWorkingDay, lastDay, traits } = draft;
  return { kind, typed: { notice, lastWorkingDay, lastDay, traits: traits.join(',') } };
}

/** A draft is changed under its own id; the new form is for the case that it is dropped elsewhere meanwhile. */
function ofDraft({ id, employee, createdAt }: ExitCase): Form & { employee: string } {
  return { form: randomUUID(), openedAt: createdAt.toISOString(), draft: id, employee };
}
