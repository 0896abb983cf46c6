import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Reply, Turn, View } from '../../actions/index.js';
import type { Person } from '../../people/index.js';
import { isHr } from './access.js';
import { type Desk, whoIn } from './desk.js';
import { daysView } from './days-view.js';
import { formOf, kindOf, type nextSchema, NOTHING_TYPED, OTHER, type reviewSchema, typedOf } from './forms.js';
import { type ExitStartParts, noticeView, personOf } from './parts.js';
import { type PersonForm, personView } from './person-view.js';
import { presetTraits, traitsAsked } from './presets.js';
import { startTexts } from './texts.js';
import { createWhom } from './whom.js';

type Next = z.infer<typeof nextSchema>;
type Back = z.infer<typeof reviewSchema>;
/** From the first question to the days: whom it is about, how they leave, and the hard stop before anything is stored. */
export function createBegin(parts: ExitStartParts, desk: Desk) {
  const { directory, checklist, cases } = parts;
  const whom = createWhom(parts, desk);

  function view(turn: Turn, form: PersonForm, found: readonly Person[] = []): View {
    const { people, searches } = whom.room(turn);
    return personView(form, { people: searches ? found : people, searches, locale: turn.locale });
  }

  /** Nothing of it is kept: no name, not even that it was this choice. A draft of the same form goes, too. */
  async function stop(turn: Turn, draft: string): Promise<Reply> {
    const texts = startTexts[turn.locale];
    const kept = await desk.ownDraft(turn, draft);
    if (kept) await cases.discard(kept.organisation, kept.id);
    const isForHr = isHr(personOf(turn));
    const data = {
      title: isForHr ? texts.stopHrTitle : texts.stopTitle,
      line: isForHr ? texts.stopHrLine : texts.stopLine,
    };
    return { replace: { template: 'exit/stop', data }, outcome: 'exit-form' };
  }

  return {
    open(turn: Turn): Reply {
      const texts = startTexts[turn.locale];
      if (turn.conversation !== 'personal')
        return { post: [{ text: texts.onlyInPersonalChat }], outcome: 'not-personal' };
      if (whom.room(turn).people.length === 0) {
        const card = noticeView(texts.noReportsTitle, texts.noReportsLine);
        return { post: [{ card, summary: texts.noReportsTitle }], outcome: 'exit-nobody' };
      }
      const form = { form: randomUUID(), openedAt: turn.now.toISOString(), draft: '' };
      const card = view(turn, { ...form, employee: '', name: '', kind: '', typed: NOTHING_TYPED, presetFor: '' });
      return { post: [{ card, summary: texts.formTitle }], outcome: 'exit-form' };
    },

    async next(turn: Turn, input: Next): Promise<Reply> {
      if (input.kind === OTHER) return stop(turn, input.draft);
      const { locale } = turn;
      const kind = kindOf(input.kind);
      const who = whom.meant(turn, input);
      if (!('employee' in who) || !kind) {
        const errors = {
          ...('error' in who && { [who.field]: who.error }),
          ...(!kind && { kind: startTexts[locale].chooseKind }),
        };
        // Whoever was found is still chosen when only the kind is missing.
        const employee = 'employee' in who ? who.employee.id : input.employee;
        const found = 'employee' in who ? [who.employee] : (who.people ?? []);
        const replace = view(turn, { ...input, ...formOf(input), typed: typedOf(input), employee, errors }, found);
        return { replace, outcome: 'exit-form' };
      }
      const { employee } = who;
      const asked = traitsAsked(checklist(), kind);
      const isAsBefore = input.presetFor === presetKey(employee.id, kind);
      const traits = isAsBefore ? input.traits : presetTraits(employee).join(',');
      const form = {
        who: whoIn(directory, employee.id, locale),
        ...{ kind, asked, locale },
        typed: { ...typedOf(input), traits },
      };
      const replace = daysView(form, { new: { ...formOf(input), employee: employee.id } });
      return { replace, outcome: 'exit-form' };
    },

    /** From the days to the person, with everything that was typed. */
    back(turn: Turn, input: Back): Reply {
      const employee = desk.employee(turn, input.employee);
      const form = {
        ...formOf(input),
        employee: employee?.id ?? '',
        name: employee?.name ?? '',
        kind: input.kind,
        typed: typedOf(input),
        presetFor: presetKey(input.employee, input.kind),
      };
      return { replace: view(turn, form, employee ? [employee] : []), outcome: 'exit-form' };
    },

    async drop(turn: Turn, draft: string): Promise<Reply> {
      const texts = startTexts[turn.locale];
      const kept = await desk.ownDraft(turn, draft);
      if (kept) await cases.discard(kept.organisation, kept.id);
      return { replace: noticeView(texts.droppedTitle, texts.droppedLine), outcome: 'exit-dropped' };
    },
  };
}

/** Other people and kinds have other proposals. */
function presetKey(employee: string, kind: string): string {
  return `${employee} ${kind}`;
}
