import type { Person } from '../../../src/people/index.js';

export const TENANT = '99999999-9999-4999-8999-999999999999';
export const OTHER_TENANT = '88888888-8888-4888-8888-888888888888';
export const ORGANISATION = 'Hägersten-Älvsjö stadsdelsförvaltning';

const colleague = (n: number, about: Partial<Person>): Person => ({
  id: `a0000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  name: `Person ${n}`,
  email: `person${n}@ubara.example`,
  organisation: ORGANISATION,
  department: 'Förskola',
  unit: 'Förskolorna Solberga',
  function: 'Barnskötare',
  occupationalGroup: 'Barnskötare',
  employedFrom: '2021-08-16',
  language: 'sv',
  roles: ['medarbetare'],
  ...about,
});

/** Invented people, one for each way of meeting the bot. */
export const KARIN = colleague(1, { name: 'Karin Lindqvist', function: 'Enhetschef', roles: ['chef', 'medarbetare'] });
export const INGRID = colleague(2, { name: 'Ingrid Falkmarker', function: 'HR-konsult', roles: ['hr'] });
export const SARA = colleague(3, { name: 'Sara Ekman' });
export const DANIEL = colleague(4, { name: 'Daniel Okonjima', language: 'en' });

export const PEOPLE: readonly Person[] = [KARIN, INGRID, SARA, DANIEL];

/** Somebody of the tenant whom the directory does not know. */
export const STRANGER = { id: 'a0000000-0000-4000-8000-000000000099', name: 'Alva Nyström' };
