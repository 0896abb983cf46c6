import type { Locale } from '../../calendar/index.js';
import type { Answer, Suggestion } from '../answer.js';
import type { Knowledge, Routine } from '../knowledge.js';
import { askTexts } from '../phrase/texts.js';
import type { Home } from '../statistics/choose-places.js';
import type { Understand } from '../understand/frame.js';
import type { Variant } from './variants.js';

const MOST_BUTTONS = 2;

/** What an answer says of departments that do the same thing otherwise: one line, and a button each. */
export type Differences = Pick<Answer, 'assumptions' | 'suggestions'>;

/** Built once; the function it returns is pure. */
export function createDifferences({ populations }: Knowledge, understand: Understand) {
  const byId = new Map(populations.map((population) => [population.id, population]));

  function nameOf(id: string, locale: Locale): string {
    const population = byId.get(id);
    const names = locale === 'sv' ? [population?.short, population?.sv] : [population?.shortEn, population?.en];
    return names.find((name) => name !== undefined) ?? id;
  }

  /** The routine's first question that names its department, or else its title, which does. */
  function questionOf(routine: Routine, locale: Locale): string {
    const [questions, title] =
      locale === 'sv' ? [routine.questions, routine.title] : [routine.questionsEn, routine.titleEn];
    const namesIt = (question: string) =>
      understand(question).populations.some(({ ids }) => ids.includes(routine.department!));
    return questions.find(namesIt) ?? title;
  }

  return ({ routine, others }: Variant, { department }: Home, locale: Locale): Differences => {
    if (others.length === 0) return { assumptions: [], suggestions: [] };
    const texts = askTexts[locale];
    const names = others.map((other) => nameOf(other.department!, locale)).join(', ');
    const isOwn = routine.department !== undefined && routine.department === department;
    const suggestions = others.slice(0, MOST_BUTTONS).map((other): Suggestion => ({
      title: texts.howOthersDo(nameOf(other.department!, locale)),
      question: questionOf(other, locale),
    }));
    return {
      assumptions: [isOwn ? texts.ownDepartment(nameOf(department, locale), names) : texts.otherDepartments(names)],
      suggestions,
    };
  };
}
