import type { Reply } from '../../../src/actions/index.js';
import { stockholmMoment } from '../../../src/calendar/index.js';
import { openBroadcasts } from '../../../src/storage/index.js';
import type { House } from './hr-house.js';

/** A civil hour. */
export const NOW = stockholmMoment('2026-05-04', '10:30');
export const FORM = '5f2f1c9a-3d1e-4a57-9b0c-0d8f5a3b7c11';

/** Something that HR presses. */
export interface Scenario {
  /** Lays what stands before, and gives what the press needs to know of it. */
  before(house: House): Promise<Readonly<Record<string, string>>>;
  act(house: House, about: Readonly<Record<string, string>>): Promise<Reply>;
  /** Cards in chats show what it changes. */
  readonly hasCards?: true;
  /** What else a second press may come to. */
  readonly alsoSays?: string;
  /** Once it is stored, messages of this kind are worked on though nobody presses again. */
  readonly tells?: string;
}

/** What was asked for before is carried out: nothing is worked on any more. */
export async function rest({ storage }: House): Promise<void> {
  const store = openBroadcasts(storage);
  for (const active of await store.active()) await store.rest(active);
}
