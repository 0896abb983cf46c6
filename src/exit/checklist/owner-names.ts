import type { Locale } from '../../calendar/index.js';
import type { Owner } from './item.js';

/** The owners of items as a sentence calls them. */
export const OWNER_NAMES: Readonly<Record<Locale, Readonly<Record<Owner, string>>>> = {
  sv: {
    medarbetare: 'medarbetaren',
    chef: 'chefen',
    överordnad: 'chefens chef',
    hr: 'HR',
    lön: 'lön',
    it: 'IT',
    registrator: 'registrator',
    mas: 'MAS',
  },
  en: {
    medarbetare: 'the employee',
    chef: 'the manager',
    överordnad: 'the manager’s manager',
    hr: 'HR',
    lön: 'payroll',
    it: 'IT',
    registrator: 'the registrar',
    mas: 'the chief nurse (MAS)',
  },
};
