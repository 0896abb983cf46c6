import type { Broadcasts } from '../../broadcast/index.js';
import type { Clock } from '../../calendar/index.js';
import type { PeopleDirectory } from '../../people/index.js';
import type { GuardText } from '../../privacy/index.js';
import type { Cases } from '../case/cases.js';
import type { Boxes } from './boxes.js';
import type { InvitationStore } from './invitations.js';
import type { Seal } from './seal.js';
import type { Limits } from './settings.js';
import type { Survey } from './survey.js';

/** What the survey's cards stand on. */
export interface SurveyParts {
  readonly cases: Pick<Cases, 'find' | 'list'>;
  readonly invitations: InvitationStore;
  readonly boxes: Boxes;
  readonly seal: Seal;
  /** Read when it is first needed. */
  readonly survey: () => Survey;
  readonly limits: Limits;
  readonly directory: Pick<PeopleDirectory, 'find' | 'inOrganisation'>;
  readonly guard: GuardText;
  readonly broadcasts: Pick<Broadcasts, 'create'>;
  readonly clock: Clock;
}
