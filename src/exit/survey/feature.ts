import { type Action, type Command, defineAction } from '../../actions/index.js';
import type { Compose, FeaturePart } from '../../broadcast/index.js';
import { stockholmDate } from '../../calendar/index.js';
import { contactSchema, openSchema, pageSchema, sendSchema } from './forms.js';
import { createContact } from './contact.js';
import { CONTACT, SURVEY, SURVEY_REMINDER } from '../case/subjects.js';
import { isAsked } from './offer.js';
import { createOwn } from './own.js';
import { createRespond } from './respond.js';
import type { SurveyParts } from './parts.js';
import { tertialKey } from './tertial.js';
import { surveyTexts } from './texts.js';
import { coverView, endView } from './views.js';

/**
 * Whoever leaves answers here. Neither who presses nor what of it is said is traced: no audit, one name for all outcomes. `before` is
 * what "avgångsenkät" means to those who read what was answered.
 */
export function createExitSurvey(parts: SurveyParts, { before }: Pick<Command, 'before'> = {}): FeaturePart {
  const respond = createRespond(parts);
  const contact = createContact(parts);
  const shared = { allow: 'exit.answer', isAnonymous: true } as const;

  const compose: Compose = async ({ organisation, content }, { locale }) => {
    const about = { survey: parts.survey(), limits: parts.limits, locale };
    const texts = surveyTexts[locale];
    const exitCase = await parts.cases.find(organisation, String(content.subject));
    if (!exitCase || !isAsked(exitCase)) return { card: endView(about, texts.gone), summary: texts.gone };
    if (stockholmDate(parts.clock()) > exitCase.lastWorkingDay)
      return { card: endView(about, texts.closed), summary: texts.closed };
    const invited = await parts.invitations.invited(organisation, tertialKey(exitCase.lastWorkingDay));
    // Made when the card is made, and nowhere else: no row leads from it to the person.
    const ticket = parts.seal.ticketFor(exitCase.id);
    return { card: coverView(about, exitCase, { ticket, invited }), summary: texts.summary(exitCase.lastWorkingDay) };
  };

  /** No card: the one that was sent stands above, and a second would be a second answer. */
  const composeReminder: Compose = async ({ organisation, content }, { locale }) => {
    const texts = surveyTexts[locale];
    const exitCase = await parts.cases.find(organisation, String(content.subject));
    const isOver = !exitCase || !isAsked(exitCase) || stockholmDate(parts.clock()) > exitCase.lastWorkingDay;
    const text = isOver ? texts.reminderOver : texts.reminder(exitCase.lastWorkingDay);
    return { text, summary: text };
  };

  const actions: readonly Action[] = [
    defineAction({
      verb: 'exit.survey.open',
      schema: openSchema,
      ...shared,
      handle: (input, turn) => respond.open(turn, input),
    }),
    defineAction({
      verb: 'exit.survey.page',
      schema: pageSchema,
      ...shared,
      handle: (input, turn) => respond.page(turn, input),
    }),
    defineAction({
      verb: 'exit.survey.send',
      schema: sendSchema,
      ...shared,
      handle: (input, turn) => respond.send(turn, input),
    }),
    defineAction({
      verb: 'exit.survey.contact',
      schema: contactSchema,
      ...shared,
      handle: (input, turn) => contact.ask(turn, input),
    }),
  ];
  return {
    actions,
    commands: [createOwn(parts, before)],
    composers: { [SURVEY]: compose, [SURVEY_REMINDER]: composeReminder, [CONTACT]: contact.compose },
  };
}
