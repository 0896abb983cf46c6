import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Broadcasts, Compose } from '../../broadcast/index.js';
import type { PeopleDirectory } from '../../people/index.js';
import { type Answer, saidTo } from '../survey/answer.js';
import { lastDayOf } from '../survey/tertial.js';
import { periodIn } from './look.js';
import { pictureTexts } from './texts.js';

/** The kind of the notice that somebody was not free from harassment. */
export const WARNING = 'exit.picture.warning';
const warningSchema = z.object({ tertial: z.string(), department: z.string().optional() });

/** Somebody answered that there was harassment: told to HR once for a release, of a department or, without one, of all. */
export type Warn = (about: {
  readonly organisation: string;
  readonly tertial: string;
  readonly departments: readonly (string | undefined)[];
}) => Promise<void>;

export const composeWarning: Compose = ({ content, organisation }, { locale }) => {
  const texts = pictureTexts[locale];
  const { tertial, department } = warningSchema.parse(content);
  const text = texts.warning(department ?? organisation, periodIn(locale, [tertial]));
  return { text, summary: texts.warningTitle };
};

/**
 * Where somebody said not to have been free from harassment: the departments where at least `least` answered that, else the whole
 * board, else nowhere yet (domain page 2.2). How many is not told.
 */
export function placesOfHarassment(answers: readonly Answer[], least: number): readonly (string | undefined)[] {
  const asked = answers.filter((answer) => saidTo(answer, 'Q14').length > 0);
  const saidNo = (answer: Answer) => saidTo(answer, 'Q14').includes('nej');
  if (asked.length < least || !asked.some(saidNo)) return [];
  const enough = (department: string | undefined) =>
    department !== undefined && asked.filter((answer) => answer.department === department).length >= least;
  const places = asked.filter(saidNo).map(({ department }) => (enough(department) ? department : undefined));
  return [...new Set(places)];
}

/** Tells HR of the board, once for a release and place, that somebody was not free from harassment. */
export function createWarn(parts: {
  readonly broadcasts: Pick<Broadcasts, 'create'>;
  readonly directory: Pick<PeopleDirectory, 'inOrganisation'>;
}): Warn {
  return async ({ organisation, tertial, departments }) => {
    const hr = parts.directory.inOrganisation(organisation).filter(({ roles }) => roles.includes('hr'));
    for (const department of departments)
      await parts.broadcasts.create({
        organisation,
        name: `warning-${createHash('sha256')
          .update(JSON.stringify([tertial, department]))
          .digest('hex')
          .slice(0, 24)}`,
        createdAt: new Date(`${lastDayOf(tertial)}T12:00:00Z`),
        kind: WARNING,
        title: pictureTexts.sv.warningTitle,
        content: { tertial, ...(department !== undefined && { department }) },
        audience: { persons: hr.map(({ id }) => id) },
      });
  };
}
