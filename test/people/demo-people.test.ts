import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createDirectory, describePlan, parsePeopleCsv, type Person, planImport } from '../../src/people/index.js';

const text = readFileSync(new URL('../../src/local/demo/people.csv', import.meta.url), 'utf8');
const { people, faults } = parsePeopleCsv(text);
const directory = createDirectory(people);
const HAGERSTEN = 'Hägersten-Älvsjö stadsdelsförvaltning';
const NORRA = 'Norra innerstaden stadsdelsförvaltning';

/** The line upwards from a person to the topmost. */
function lineOf(person: Person): Person[] {
  const manager = directory.managerOf(person.id);
  return manager ? [person, ...lineOf(manager)] : [person];
}

it('has at least forty people and no faults', () => {
  expect(faults).toEqual([]);
  expect(people.length).toBeGreaterThanOrEqual(43);
});

it('has the three personas as the local world knows them', () => {
  expect(directory.find('11111111-1111-4111-8111-111111111111')).toMatchObject({
    name: 'Karin Lindqvist',
    email: 'karin.lindqvist@ubara.example',
    organisation: HAGERSTEN,
    department: 'Förskola',
    unit: 'Förskolorna Solberga',
    function: 'Enhetschef',
    roles: ['medarbetare', 'chef'],
  });
  expect(directory.find('22222222-2222-4222-8222-222222222222')).toMatchObject({
    name: 'Amir Haddad',
    email: 'amir.haddad@ubara.example',
    organisation: HAGERSTEN,
    department: 'Stödfunktioner',
    function: 'HR-konsult',
    roles: ['medarbetare', 'hr'],
  });
  expect(directory.find('33333333-3333-4333-8333-333333333333')).toMatchObject({
    name: 'Sara Ekman',
    email: 'sara.ekman@ubara.example',
    organisation: HAGERSTEN,
    function: 'Barnskötare',
    managerId: '11111111-1111-4111-8111-111111111111',
    roles: ['medarbetare'],
  });
});

it('leads every line to the director of the same organisation', () => {
  for (const person of people) {
    const top = lineOf(person).at(-1)!;
    expect([top.function, top.organisation], person.name).toEqual(['Stadsdelsdirektör', person.organisation]);
  }
});

it('gives the role chef to everybody who has reports', () => {
  for (const person of people) {
    if (directory.reportsOf(person.id).length > 0) expect(person.roles, person.name).toContain('chef');
  }
});

it('has every department of Hägersten-Älvsjö, both languages and all roles', () => {
  const departments = (organisation: string) =>
    new Set(people.filter((person) => person.organisation === organisation).map(({ department }) => department));
  expect([...departments(HAGERSTEN)].sort()).toEqual([
    'Funktionsnedsättning och socialpsykiatri',
    'Förskola',
    'Individ- och familjeomsorg',
    'Samhälle och service',
    'Stödfunktioner',
    'Äldreomsorg',
  ]);
  expect(departments(NORRA).size).toBeGreaterThanOrEqual(3);
  expect(new Set(people.map(({ language }) => language))).toEqual(new Set(['sv', 'en']));
  expect(new Set(people.flatMap(({ roles }) => roles))).toEqual(
    new Set(['medarbetare', 'chef', 'hr', 'hr-analytiker', 'admin']),
  );
});

it('can be imported into an empty directory, with hr everywhere', () => {
  const plan = planImport({ current: [], incoming: people, removeMissing: false });
  expect(plan.refusals).toEqual([]);
  expect(describePlan(plan)).not.toContain('Observera');
});

it('uses only addresses that belong to nobody', () => {
  expect(people.filter(({ email }) => !email.endsWith('@ubara.example'))).toEqual([]);
});
