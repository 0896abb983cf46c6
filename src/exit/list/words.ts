import type { Locale } from '../../calendar/index.js';
import type { ExitKind, Owner } from '../checklist/item.js';
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

const ownersSv: Readonly<Record<Owner, string>> = {
  medarbetare: 'medarbetaren',
  chef: 'chefen',
  överordnad: 'chefens chef',
  hr: 'HR',
  lön: 'lön',
  it: 'IT',
  registrator: 'registrator',
  mas: 'MAS',
};
const ownersEn: Readonly<Record<Owner, string>> = {
  medarbetare: 'the employee',
  chef: 'the manager',
  överordnad: 'the manager’s manager',
  hr: 'HR',
  lön: 'payroll',
  it: 'IT',
  registrator: 'the registrar',
  mas: 'the chief nurse (MAS)',
};

/** As they stand beside the number of an item, on buttons as well: short. */
const shortEn: Readonly<Record<Owner, string>> = {
  ...ownersEn,
  medarbetare: 'employee',
  chef: 'manager',
  överordnad: 'above',
  registrator: 'registrar',
  mas: 'MAS',
};
const shortSv: Readonly<Record<Owner, string>> = {
  ...ownersSv,
  medarbetare: 'medarbetare',
  chef: 'chef',
  överordnad: 'överordnad',
};

const headingsSv: Readonly<Record<PartStanding, string>> = {
  contradicted: 'Att reda ut',
  late: 'Försenade',
  soon: 'Den närmaste veckan',
  later: 'Senare',
  waiting: 'Väntar på någon annan',
  done: 'Klara',
};
const headingsEn: Readonly<Record<PartStanding, string>> = {
  contradicted: 'To sort out',
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
  'egen uppsägning': 'own resignation',
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
    owners: ownersSv,
    short: shortSv,
    states: statesSv,
    headings: headingsSv,
    kinds: kindsSv,
    standings: standingsSv,
  },
  en: {
    owners: ownersEn,
    short: shortEn,
    states: statesEn,
    headings: headingsEn,
    kinds: kindsEn,
    standings: standingsEn,
  },
} as const satisfies Record<Locale, object>;
