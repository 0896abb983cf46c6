/** Who opens a Playground. Invented people, like everybody of src/local/demo/. */
export const PERSONA_KEYS = ['manager', 'hr', 'employee'] as const;
export type PersonaKey = (typeof PERSONA_KEYS)[number];

/** Somebody whom the Playground shows. `id` is the Entra object id, which the bot gets as `from.aadObjectId`. */
export interface DemoUser {
  readonly id: string;
  readonly givenName: string;
  readonly surname: string;
  readonly email: string;
}

export interface Persona extends DemoUser {
  readonly key: PersonaKey;
  /** What the person does, as the start message and the demo directory say it. */
  readonly role: string;
}

/** The tenant of the local world, as every activity of the Playgrounds names it. */
export const LOCAL_TENANT_ID = '99999999-9999-4999-8999-999999999999';

/** In the order in which they are shown. All of them stand in the demo directory, src/local/demo/people.csv, as well. */
export const PERSONAS: readonly Persona[] = [
  {
    key: 'manager',
    id: '11111111-1111-4111-8111-111111111111',
    givenName: 'Karin',
    surname: 'Lindqvist',
    email: 'karin.lindqvist@ubara.example',
    role: 'chef, enhetschef i förskolan',
  },
  {
    key: 'hr',
    id: '22222222-2222-4222-8222-222222222222',
    givenName: 'Amir',
    surname: 'Haddad',
    email: 'amir.haddad@ubara.example',
    role: 'HR-konsult',
  },
  {
    key: 'employee',
    id: '33333333-3333-4333-8333-333333333333',
    givenName: 'Sara',
    surname: 'Ekman',
    email: 'sara.ekman@ubara.example',
    role: 'medarbetare, barnskötare',
  },
];

/** Fill the Playground's list of users, which must hold exactly five besides the one who opened it. */
export const COLLEAGUES: readonly DemoUser[] = [
  {
    id: '6139b697-6403-457a-b4fd-f50aed465d06',
    givenName: 'Ingrid',
    surname: 'Falkmarker',
    email: 'ingrid.falkmarker@ubara.example',
  },
  {
    id: '6492481f-3c97-46c0-82d2-57287f080907',
    givenName: 'Tomas',
    surname: 'Rönnevik',
    email: 'tomas.ronnevik@ubara.example',
  },
  {
    id: '737cc85d-4617-425e-8f8f-439c95493083',
    givenName: 'Yasmin',
    surname: 'Karimzadeh',
    email: 'yasmin.karimzadeh@ubara.example',
  },
];

export function nameOf(user: DemoUser): string {
  return `${user.givenName} ${user.surname}`;
}

/** The same value for each persona. */
export function forEachPersona<T>(make: (persona: Persona) => T): Record<PersonaKey, T> {
  return Object.fromEntries(PERSONAS.map((persona) => [persona.key, make(persona)])) as Record<PersonaKey, T>;
}
