import type { Message } from '../actions/index.js';
import type { Locale } from '../calendar/index.js';
import type { Broadcast } from './broadcast.js';
import { broadcastTexts } from './texts.js';

/** What stands in the place of a card that was recalled: one line, the same for everybody. */
export function recalledMessage({ title }: Broadcast, locale: Locale): Message {
  return {
    card: { template: 'broadcast/recalled', data: { title } },
    summary: broadcastTexts[locale].recalled(title),
  };
}
