import type { LiveCards } from '../../broadcast/index.js';
import type { ExitParts } from '../parts.js';
import type { TalkEntry } from './content.js';
import type { ThemeCounts } from './themes.js';

export interface TalkParts extends Pick<
  ExitParts,
  'cases' | 'checklist' | 'holdersOf' | 'directory' | 'guard' | 'jobs' | 'log'
> {
  readonly liveCards: LiveCards;
  /** Guide, question areas and themes; read when they are first needed. */
  readonly content: () => readonly TalkEntry[];
  readonly themeCounts: ThemeCounts;
}
