import { type Activity, ActivityTypes } from 'botbuilder';
import type { Locale } from '../calendar/index.js';
import { isStorageFault, NotKept } from './fault.js';
import { texts } from './texts.js';

/**
 * What the user is told of a turn that failed. Where storage was the reason it is unknown whether something was saved: whoever
 * presses again is told if it was, since every form may be sent twice (design page, section 4).
 */
export function toldOf(
  error: unknown,
  { type }: Pick<Activity, 'type'>,
  { reference, locale }: { readonly reference: string; readonly locale: Locale },
): { readonly title: string; readonly text: string } {
  const says = texts[locale];
  if (error instanceof NotKept) return { title: says.notKeptTitle, text: says.notKept(reference) };
  if (!isStorageFault(error)) return { title: says.errorTitle, text: says.error(reference) };
  const isPress = type === ActivityTypes.Invoke.toString();
  return { title: says.storageTitle, text: isPress ? says.pressAgain(reference) : says.writeAgain(reference) };
}
