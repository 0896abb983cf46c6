import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { plain, type Reply, type Turn } from '../../actions/index.js';
import type { Compose } from '../../broadcast/index.js';
import { CONTACT } from '../case/subjects.js';
import type { contactSchema } from './forms.js';
import { createSeat } from './seat.js';
import type { SurveyParts } from './parts.js';
import { surveyTexts } from './texts.js';
import { endView } from './views.js';

/** "Jag vill bli kontaktad av HR": told to HR with the name, apart from the answer and whatever it says (domain page 2.2). */
export function createContact(parts: SurveyParts) {
  const seat = createSeat(parts);
  const { directory, broadcasts, limits } = parts;

  const compose: Compose = async ({ organisation, content }, { locale }) => {
    const texts = surveyTexts[locale];
    const exitCase = await parts.cases.find(organisation, String(content.subject));
    const person = exitCase && directory.find(exitCase.employee);
    const text = person
      ? texts.contact(plain(person.name), plain([person.unit, person.department].filter(Boolean).join(', ')))
      : texts.contactGone;
    return { text, summary: texts.contactTitle };
  };

  return {
    compose,
    async ask(turn: Turn, { case: id, stay }: z.infer<typeof contactSchema>): Promise<Reply> {
      const about = { survey: parts.survey(), limits, locale: turn.locale };
      const texts = surveyTexts[turn.locale];
      const taken = await seat(turn, id);
      if (taken.kind === 'none') return { replace: endView(about, texts.notYours), outcome: 'survey' };
      const { exitCase } = taken;
      const hr = directory.inOrganisation(exitCase.organisation).filter(({ roles }) => roles.includes('hr'));
      await broadcasts.create({
        organisation: exitCase.organisation,
        name: `contact-${createHash('sha256').update(id).digest('hex').slice(0, 24)}`,
        createdAt: exitCase.sentAt ?? exitCase.createdAt,
        kind: CONTACT,
        title: texts.contactTitle,
        content: { subject: id },
        audience: { persons: hr.map((officer) => officer.id) },
      });
      // What stands typed on a page of questions must not go.
      if (stay) return { toast: texts.contactAsked, outcome: 'survey' };
      return { replace: endView(about, texts.contactAsked, { exitCase }), outcome: 'survey' };
    },
  };
}
