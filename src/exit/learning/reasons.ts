import type { Locale } from '../../calendar/index.js';
import { lookAt } from '../picture/look.js';
import type { ClosedTertial } from '../picture/store.js';
import type { Survey } from '../survey/survey.js';

/** A reason whose count some release tells for everybody, with the newest year that does. */
export interface ToldReason {
  readonly id: string;
  readonly names: Readonly<Record<Locale, string>>;
  readonly tertials: readonly string[];
}

const REASONS = ['Q1', 'Q1main'] as const;

/**
 * The reasons that HR may tie to what is done about them: those alone that HR's picture tells, so that a tie says nothing that no
 * release says. In the order of the survey.
 */
export function toldReasons(closed: readonly ClosedTertial[], survey: Survey): readonly ToldReason[] {
  const told = new Map<string, readonly string[]>();
  // Newest first.
  for (const { tertials, whole } of lookAt(closed, 'sv', survey).years)
    for (const figure of REASONS.map((id) => whole.figures[id]))
      for (const option of figure && 'counts' in figure ? Object.keys(figure.counts) : [])
        if (!told.has(option)) told.set(option, tertials);
  const options = survey.questions.find(({ id }) => id === 'Q1')?.options ?? [];
  return options.flatMap(({ id, sv, en }) => {
    const tertials = told.get(id);
    return tertials ? [{ id, names: { sv, en }, tertials }] : [];
  });
}
