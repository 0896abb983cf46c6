import type { Locale } from '../../calendar/index.js';
import type { ExitKind, Owner } from '../checklist/item.js';
import { OWNER_NAMES } from '../checklist/owner-names.js';
import type { PartStanding } from './part.js';
import type { TickState } from './tick.js';

/** A sign before each word of standing: nothing is said by a sign or a colour alone. */
export const STANDING_SIGNS: Readonly<Record<PartStanding, string>> = {
  contradicted: '△',
  late: '!',
  soon: '○',
  later: '○',
  waiting: '◐',
  done: '✓',
};

const statesSv: Readonly<Record<TickState, string>> = {
  done: 'Klar',
  notYet: 'Inte än',
  notApplicable: 'Gäller inte',
  delegated: 'Delegerad',
};
const statesEn: Readonly<Record<TickState, string>> = {
  done: 'Done',
  notYet: 'Not yet',
  notApplicable: 'Not applicable',
  delegated: 'Delegated',
};

/** As they stand beside the number of an item, on buttons as well: short. */
const shortEn: Readonly<Record<Owner, string>> = {
  ...OWNER_NAMES.en,
  medarbetare: 'employee',
  chef: 'manager',
  överordnad: 'above',
  registrator: 'registrar',
  mas: 'MAS',
};
const shortSv: Readonly<Record<Owner, string>> = {
  ...OWNER_NAMES.sv,
  medarbetare: 'medarbetare',
  chef: 'chef',
  överordnad: 'överordnad',
};

const headingsSv: Readonly<Record<PartStanding | 'urgent', string>> = {
  contradicted: 'Att reda ut',
  urgent: 'Brådskande',
  late: 'Försenade',
  soon: 'Den närmaste veckan',
  later: 'Senare',
  waiting: 'Väntar på någon annan',
  done: 'Klara',
};
const headingsEn: Readonly<Record<PartStanding | 'urgent', string>> = {
  contradicted: 'To sort out',
  urgent: 'Urgent',
  late: 'Overdue',
  soon: 'The coming week',
  later: 'Later',
  waiting: 'Waiting for somebody else',
  done: 'Done',
};

const kindsSv: Readonly<Record<ExitKind, string>> = {
  'egen uppsägning': 'egen uppsägning',
  pension: 'pension',
  visstid: 'visstid som löper ut',
  'intern rörlighet': 'intern rörlighet',
};
const kindsEn: Readonly<Record<ExitKind, string>> = {
  'egen uppsägning': 'resignation',
  pension: 'retirement',
  visstid: 'fixed term that ends',
  'intern rörlighet': 'move within the organisation',
};

const standingsSv: Readonly<Record<PartStanding, string>> = {
  contradicted: 'Ni har sagt olika',
  late: 'Försenad',
  soon: 'Kvar',
  later: 'Kvar',
  waiting: 'Väntar på någon annan',
  done: 'Klar',
};
const standingsEn: Readonly<Record<PartStanding, string>> = {
  contradicted: 'You have said different things',
  late: 'Overdue',
  soon: 'Left',
  later: 'Left',
  waiting: 'Waiting for somebody else',
  done: 'Done',
};

/** The names of what a case is made of, in both languages. */
export const words = {
  sv: {
    owners: OWNER_NAMES.sv,
    short: shortSv,
    states: statesSv,
    headings: headingsSv,
    kinds: kindsSv,
    standings: standingsSv,
  },
  en: {
    owners: OWNER_NAMES.en,
    short: shortEn,
    states: statesEn,
    headings: headingsEn,
    kinds: kindsEn,
    standings: standingsEn,
  },
} as const satisfies Record<Locale, object>;
