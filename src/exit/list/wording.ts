import type { IsoDate, Locale } from '../../calendar/index.js';
import type { Slot } from '../case/slots.js';
import type { ExitCase, Tick } from '../case/exit-case.js';
import type { Owner } from '../checklist/item.js';
import { isLeft, type Part, type Progress } from './part.js';
import { listTexts } from './texts.js';
import { STANDING_SIGNS, words } from './words.js';

const LANGUAGE = { sv: 'sv-SE', en: 'en-GB' } as const satisfies Record<Locale, string>;

/** "27 november 2026"; with its day of the week where it is alone on its line. */
export function dayIn(locale: Locale, day: IsoDate, { weekday = false } = {}): string {
  const format = new Intl.DateTimeFormat(LANGUAGE[locale], {
    ...(weekday && { weekday: 'long' }),
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${day}T12:00:00Z`));
}

/** "29", or "34 (IT)" where somebody else's part stands on the card: the number that both sides see. */
export function numberIn(locale: Locale, { item, owner }: Pick<Part, 'item' | 'owner'>, reader: Owner): string {
  const number = String(Number(item.id.replace(/\D/g, '')));
  return owner === reader ? number : `${number} (${words[locale].short[owner]})`;
}

/** "Medarbetaren"; "Lön (chefen bekräftar)"; "Du" of a reader's own part, but not of a function, which others may hold, too. */
export function whoIn(locale: Locale, { owner, side }: Pick<Slot, 'owner' | 'side'>, reader?: Owner): string {
  if (side === owner && owner === reader && isPersonal(owner)) return capital(listTexts[locale].you);
  const name = words[locale].owners[owner];
  return capital(side === owner ? name : listTexts[locale].standsIn(name));
}

/** "✓ Klar", "→ Delegerad till IT", "inte bockad än". */
export function saidIn(locale: Locale, tick: Tick | undefined): string {
  const { states } = words[locale];
  if (!tick) return listTexts[locale].silent;
  if (tick.state === 'delegated') return `→ ${listTexts[locale].delegatedTo(tick.delegatedTo ?? '')}`;
  return `${{ done: '✓', notYet: '○', notApplicable: '–' }[tick.state]} ${states[tick.state]}`;
}

type Stood = Pick<Part, 'standing' | 'due' | 'tick' | 'others' | 'isUrgent'>;

/** "! Försenad, skulle vara klar 20 november 2026"; "◐ Klar, väntar på chefen"; "‼ Brådskande · ○ Kvar, senast 1 december 2026" */
export function standingIn(locale: Locale, part: Stood): string {
  const line = standingLine(locale, part);
  return part.isUrgent ? `${listTexts[locale].urgent} · ${line}` : line;
}

function standingLine(locale: Locale, { standing, due, tick, others }: Stood): string {
  const texts = listTexts[locale];
  const [sign, { states, standings, owners }] = [STANDING_SIGNS[standing], words[locale]];
  const word = `${sign} ${standings[standing]}`;
  if (standing === 'waiting' && tick) {
    const waited = others.filter((other) => isLeft(other)).map(({ owner }) => owners[owner]);
    return `${sign} ${states[tick.state]}, ${texts.waitsFor(waited.join(texts.and))}`;
  }
  if (standing === 'late') return `${word}, ${texts.dueBefore(dayIn(locale, due))}`;
  if (standing === 'soon' || standing === 'later') return `${word}, ${texts.dueBy(dayIn(locale, due))}`;
  // What is not applicable or was passed on is done with, but not done.
  const isOther = tick?.state === 'notApplicable' || tick?.state === 'delegated';
  return standing === 'done' && isOther ? `${sign} ${states[tick.state]}` : word;
}

/** "12 av 31 klara, 3 försenade, 2 väntar på någon annan" */
export function progressIn(locale: Locale, { all, done, late, waiting, contradicted }: Progress): string {
  const texts = listTexts[locale];
  return [
    texts.ofAll(done, all),
    ...(late > 0 ? [texts.late(late)] : []),
    ...(waiting > 0 ? [texts.waiting(waiting)] : []),
    ...(contradicted > 0 ? [texts.contradicted(contradicted)] : []),
  ].join(', ');
}

/** "Punkt 29: du säger klar och medarbetaren säger inte än." with the item's title between. */
export function contradictionIn(locale: Locale, { owner, side, tick, others, item }: Part, reader: Owner): string {
  const texts = listTexts[locale];
  const slots = [{ owner, side, tick }, ...others];
  const readerFirst = [...slots].sort((a, b) => Number(b.owner === reader) - Number(a.owner === reader));
  const said = readerFirst.flatMap((slot) => {
    const state = slot.tick?.state;
    if (state !== 'done' && state !== 'notYet') return [];
    const who = slot.owner === reader ? texts.you : words[locale].owners[slot.owner];
    return [texts.says(who, words[locale].states[state].toLowerCase())];
  });
  const number = numberIn(locale, { item, owner: reader }, reader);
  return `${texts.number(number)}, ${item[locale]}: ${said.join(texts.and)}.`;
}

/** As whom somebody reads the list: leaver and manager are "you", of a function somebody else may be meant. */
export function readerOf(sides: readonly Owner[]): Owner {
  const [personal] = sides.filter(isPersonal);
  // HR stands in for a manager's manager who is not there: its own is HR.
  return personal ?? (sides.includes('hr') ? 'hr' : sides[0]!);
}

/** Whether only one person is this in a case. */
export function isPersonal(owner: Owner): boolean {
  return owner === 'medarbetare' || owner === 'chef';
}

/** "du"-form for the leaver, the name for all others. */
export function titleIn(locale: Locale, sides: readonly Owner[], name: string | undefined): string {
  const texts = listTexts[locale];
  return sides.includes('medarbetare') ? texts.ownTitle : texts.titleOf(name ?? texts.somebody);
}

export function kindIn(locale: Locale, { kind }: Pick<ExitCase, 'kind'>): string {
  return words[locale].kinds[kind];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
