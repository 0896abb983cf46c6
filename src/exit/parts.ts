import type { Broadcasts, LiveCards, Reaches } from '../broadcast/index.js';
import type { Clock } from '../calendar/index.js';
import type { Jobs } from '../jobs/index.js';
import type { PeopleDirectory } from '../people/index.js';
import type { GuardText } from '../privacy/index.js';
import type { Cases } from './case/cases.js';
import type { ExitCase } from './case/exit-case.js';
import type { Holders } from './case/slots.js';
import type { ChecklistItem } from './checklist/item.js';

/** What the parts of the exit feature stand on. */
export interface ExitParts {
  readonly cases: Cases;
  /** Read when it is first needed. */
  readonly checklist: () => readonly ChecklistItem[];
  /** Who holds which function for a case at this moment. */
  readonly holdersOf: (exitCase: ExitCase) => Holders;
  readonly directory: Pick<PeopleDirectory, 'find' | 'managerOf' | 'reportsOf' | 'inOrganisation'>;
  readonly guard: GuardText;
  readonly liveCards: LiveCards;
  readonly broadcasts: Broadcasts;
  readonly jobs: Jobs;
  readonly reaches: Reaches;
  readonly clock: Clock;
  readonly log: { warn(facts: object, message: string): void };
}
