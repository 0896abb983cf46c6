import type { IsoDate } from '../../calendar/index.js';
import type { Person } from '../../people/index.js';
import { type ChecklistItem, type ExitKind, type Trait, TRAITS } from '../checklist/item.js';

/** Computed, never asked. */
const COMPUTED: Trait = 'sex månader';
const MONTHS = 6;

const CARE = /sköterska|vårdbiträde|terapeut|stödassistent|stödpedagog|boendestöd|läkare|personlig assistent/i;
const AUTHORITY = /socialsekreterare|biståndshandläggare|handläggare|utredare/i;
/** Those who work hands-on, and keep their records elsewhere than in an office's systems. */
const HANDS_ON = /barnskötare|förskollärare|fritidsledare|måltid|kock|vaktmästare|lokalvård|elevassistent/i;

/**
 * What most likely holds of a person, from the directory alone, as a proposal that whoever starts the case corrects. Membership of a
 * union and age are never guessed: they are nobody's business until somebody needs them.
 */
export function presetTraits({ roles, occupationalGroup, function: title }: Person): readonly Trait[] {
  const work = `${occupationalGroup} ${title}`;
  const isManager = roles.includes('chef');
  const [cares, decides] = [CARE.test(work), AUTHORITY.test(work)];
  const likely: Partial<Record<Trait, boolean>> = {
    chef: isManager,
    attest: isManager,
    myndighetsutövning: decides,
    vård: cares,
    kontor: isManager || decides || !(cares || HANDS_ON.test(work)),
    konto: true,
  };
  return TRAITS.filter((trait) => likely[trait]);
}

/** The traits that change anything in the list of this kind and that a person can tell, in their usual order. */
export function traitsAsked(checklist: readonly ChecklistItem[], kind: ExitKind): readonly Trait[] {
  const own = checklist.filter(({ kinds }) => kinds.includes(kind));
  const used = new Set(own.flatMap(({ when, conditions }) => [...when, ...(conditions[kind] ?? [])]));
  return TRAITS.filter((trait) => used.has(trait) && trait !== COMPUTED);
}

/** What is stored: what was chosen among what was asked, and whether the employment has lasted six months on the last day. */
export function traitsOf(
  chosen: readonly string[],
  asked: readonly Trait[],
  days: { readonly employedFrom: IsoDate; readonly lastDay: IsoDate },
): Trait[] {
  const isLong = monthsLater(days.employedFrom, MONTHS) <= days.lastDay;
  return [...asked.filter((trait) => chosen.includes(trait)), ...(isLong ? [COMPUTED] : [])];
}

function monthsLater(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, date)).toISOString().slice(0, 10);
}
