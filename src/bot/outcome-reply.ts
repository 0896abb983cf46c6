import type { Reply } from '../actions/index.js';
import type { Locale } from '../calendar/index.js';
import type { Outcome } from './dispatcher.js';
import { texts } from './texts.js';

/** What is sent for the outcome of something typed, or sent in another way than by a button. */
export function messageReply(outcome: Outcome, locale: Locale): Reply {
  return outcome.kind === 'done' ? outcome.reply : { post: [{ text: texts[locale].denied }] };
}

/** What the counters call it. */
export function outcomeName(outcome: { readonly kind: string; readonly reply?: Reply }): string {
  return outcome.kind === 'done' ? (outcome.reply?.outcome ?? 'done') : outcome.kind;
}
