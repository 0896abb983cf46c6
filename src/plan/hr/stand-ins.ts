import type { z } from 'zod';
import type { Reply, Turn, View } from '../../actions/index.js';
import type { Person } from '../../people/index.js';
import type { Compose } from './compose.js';
import type { Desk, RoundDraft } from './desk.js';
import { type PlanHrParts, personOf } from './parts.js';
import { NOBODY, type Place, standInView } from './stand-in-view.js';
import { type OpenFunction, withStandIn } from './summary.js';
import { planHrTexts } from './texts.js';
import type { chooseSchema, formSchema, standInFormSchema } from './values.js';

/** HR decides, function by function, who answers for those that nobody of the directory holds. */
export function createStandIns(parts: PlanHrParts, desk: Desk, compose: Compose) {
  const { directory, drafts } = parts;

  function view(turn: Turn, { form, organisation }: RoundDraft, at: Place): View {
    return standInView(form, at, { people: directory.inOrganisation(organisation), locale: turn.locale });
  }

  /** Runs on the functions of a draft that can be rehearsed; otherwise the draft is shown as it is. */
  async function withFunctions(
    turn: Turn,
    form: string,
    run: (draft: RoundDraft, functions: readonly OpenFunction[]) => Promise<Reply> | Reply,
  ): Promise<Reply> {
    return compose.withDraft(turn, form, async (draft) => {
      const review = await desk.review(turn, draft);
      return review.kind === 'planned' ? run(draft, review.functions) : compose.show(turn, draft);
    });
  }

  function chosenPerson(
    { person, email }: { person: string; email: string },
    organisation: string,
  ): Person | undefined {
    const found = email === '' ? directory.find(person) : directory.findByEmail(email);
    return found?.organisation === organisation ? found : undefined;
  }

  async function save(draft: RoundDraft, standIns: RoundDraft['values']['standIns']): Promise<RoundDraft> {
    const next = { ...draft, values: { ...draft.values, standIns } };
    await drafts.save(next);
    return next;
  }

  return {
    open: (turn: Turn, { form, about }: z.infer<typeof standInFormSchema>): Promise<Reply> =>
      withFunctions(turn, form, (draft, functions) => {
        const named = functions.findIndex(({ id }) => id === about);
        const open = functions.findIndex(({ standIn }) => !standIn);
        if (functions.length === 0) return compose.show(turn, draft, planHrTexts[turn.locale].functionGone);
        const at = Math.max(0, about === '' ? open : named);
        return { replace: view(turn, draft, { functions, at }), outcome: 'round-stand-in' };
      }),

    choose: (turn: Turn, input: z.infer<typeof chooseSchema>): Promise<Reply> =>
      withFunctions(turn, input.form, async (draft, functions) => {
        const texts = planHrTexts[turn.locale];
        const at = functions.findIndex(({ id }) => id === input.about);
        if (at < 0) return compose.show(turn, draft, texts.functionGone);
        const typed = { person: input.person.trim(), email: input.email.trim() };
        const isNobody = typed.email === '' && typed.person === NOBODY;
        const person = chosenPerson(typed, personOf(turn).organisation);
        if (!isNobody && !person) {
          const problem =
            typed.email !== ''
              ? texts.emailUnknown(typed.email)
              : typed.person === ''
                ? texts.chooseSomebody
                : texts.personGone;
          return {
            replace: view(turn, draft, { functions, at, typed: { ...typed, problem } }),
            outcome: 'round-refused',
          };
        }
        const { plan, function: name } = functions[at]!;
        const chosen = { plan: plan.id, function: name, ...(person && !isNobody ? { person: person.id } : {}) };
        const next = await save(draft, withStandIn(draft.values.standIns, chosen));
        const rest = functions.map((one, place) => (place === at ? { ...one, standIn: chosen } : one));
        const open = rest.findIndex(({ standIn }) => !standIn);
        return open < 0
          ? compose.show(turn, next)
          : { replace: view(turn, next, { functions: rest, at: open }), outcome: 'round-stand-in' };
      }),

    /** Nobody answers for any function that is still open. */
    nobody: (turn: Turn, { form }: z.infer<typeof formSchema>): Promise<Reply> =>
      withFunctions(turn, form, async (draft, functions) => {
        const open = functions.filter(({ standIn }) => !standIn);
        const standIns = open.reduce(
          (all, { plan, function: name }) => withStandIn(all, { plan: plan.id, function: name }),
          draft.values.standIns,
        );
        return compose.show(turn, await save(draft, standIns));
      }),

    /** Back to the rehearsal, as it is now. */
    back: (turn: Turn, { form }: z.infer<typeof formSchema>): Promise<Reply> =>
      compose.withDraft(turn, form, (draft) => compose.show(turn, draft)),
  };
}
