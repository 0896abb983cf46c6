import { describe, expect, it } from 'vitest';
import { changesAnything, type ImportPlan, type Person, planImport, type Role } from '../../../src/people/index.js';
import { findCircles } from '../../../src/people/import/find-circles.js';
import { idOf, randomFrom, somePerson } from '../some-people.js';

const hr = somePerson(1, { roles: ['medarbetare', 'hr'] });
const boss = somePerson(2, { roles: ['medarbetare', 'chef'] });
const anna = somePerson(3, { managerId: boss.id });
const plan = (current: readonly Person[], incoming: readonly Person[], removeMissing = false) =>
  planImport({ current, incoming, removeMissing });

describe('planImport', () => {
  it('adds everybody to an empty directory', () => {
    expect(plan([], [hr, boss])).toEqual({
      added: [hr, boss],
      changed: [],
      unchanged: [],
      missing: { people: [], fate: 'kept' },
      refusals: [],
      result: [hr, boss],
    });
  });

  it('says field by field what changes', () => {
    const after = { ...anna, unit: '', managerId: undefined, roles: ['medarbetare', 'hr'] as Role[] };
    expect(plan([hr, boss, anna], [hr, after]).changed).toEqual([
      {
        before: anna,
        after,
        fields: [
          { field: 'unit', before: 'Solberga', after: '' },
          { field: 'managerId', before: boss.id, after: '' },
          { field: 'roles', before: 'medarbetare', after: 'hr|medarbetare' },
        ],
      },
    ]);
  });

  it('sees no change in another order of roles', () => {
    expect(plan([hr], [{ ...hr, roles: ['hr', 'medarbetare'] }])).toMatchObject({
      changed: [],
      unchanged: [{ id: hr.id }],
    });
  });

  it('keeps missing people unless told to remove them', () => {
    expect(plan([hr, boss, anna], [hr])).toMatchObject({
      missing: { people: [boss, anna], fate: 'kept' },
      result: [hr, boss, anna],
      refusals: [],
    });
    expect(plan([hr, boss, anna], [hr], true)).toMatchObject({
      missing: { people: [boss, anna], fate: 'removed' },
      result: [hr],
      refusals: [],
    });
  });

  it('changes nothing when the same file comes again', () => {
    expect(changesAnything(plan([hr, boss, anna], [anna, boss, hr], true))).toBe(false);
    expect(changesAnything(plan([hr, boss, anna], [hr]))).toBe(false);
    expect(changesAnything(plan([hr, boss, anna], [hr], true))).toBe(true);
  });
});

describe('an import is refused', () => {
  it('when the last hr of an organisation would be removed', () => {
    expect(plan([hr, boss], [boss], true).refusals).toEqual([
      { kind: 'last-hr', organisation: 'Norra nämnden', people: [hr] },
    ]);
  });

  it('when the last hr would lose the role', () => {
    expect(plan([hr], [{ ...hr, roles: ['medarbetare'] }]).refusals).toMatchObject([{ kind: 'last-hr' }]);
  });

  it('when the last hr would move to another organisation', () => {
    const moved = { ...hr, organisation: 'Södra nämnden' };
    expect(plan([hr, boss], [moved, boss]).refusals).toEqual([
      { kind: 'last-hr', organisation: 'Norra nämnden', people: [hr] },
    ]);
  });

  it('not when another hr of the organisation stays', () => {
    const second = somePerson(9, { roles: ['hr'] });
    expect(plan([hr, second], [second], true).refusals).toEqual([]);
  });

  it('also when an hr-analytiker stays, and not when one leaves', () => {
    const analyst = somePerson(9, { roles: ['hr-analytiker'] });
    expect(plan([hr, analyst], [analyst], true).refusals).toMatchObject([{ kind: 'last-hr', people: [hr] }]);
    expect(plan([hr, analyst], [hr], true).refusals).toEqual([]);
  });

  it('when nobody would be left, and when the file has nobody', () => {
    expect(plan([boss], [], true).refusals).toEqual([{ kind: 'nobody' }]);
    expect(plan([boss], []).refusals).toEqual([{ kind: 'nobody' }]);
  });

  it('when a removed manager still has people, naming them', () => {
    const erik = somePerson(4, { managerId: boss.id });
    expect(plan([hr, boss, anna], [hr, anna, erik], true).refusals).toEqual([
      { kind: 'manager-removed', manager: boss, reports: [anna, erik] },
    ]);
  });

  it('when a manager is nowhere', () => {
    expect(plan([hr], [{ ...hr, managerId: idOf(77) }]).refusals).toMatchObject([
      { kind: 'manager-unknown', managerId: idOf(77), reports: [{ id: hr.id }] },
    ]);
  });

  it('when file and directory together make a circle', () => {
    const below = { ...boss, managerId: anna.id };
    expect(plan([boss, anna], [below]).refusals).toEqual([{ kind: 'manager-circle', people: [below, anna] }]);
  });

  it('when a new person has the e-mail of one who is kept', () => {
    const rehired = somePerson(8, { email: anna.email });
    expect(plan([boss, anna], [rehired]).refusals).toEqual([
      { kind: 'taken', field: 'email', value: anna.email, people: [rehired, anna] },
    ]);
    expect(plan([boss, anna], [boss, rehired], true).refusals).toEqual([]);
  });

  it('when an id comes twice', () => {
    const twin = { ...anna, email: 'twin@ubara.example' };
    expect(plan([boss], [anna, twin]).refusals).toEqual([
      { kind: 'taken', field: 'id', value: anna.id, people: [anna, twin] },
    ]);
  });
});

describe('whatever comes (2,000 random imports)', () => {
  const random = randomFrom(7);
  const organisations = ['Norra nämnden', 'Södra nämnden'];
  const roleSets: Role[][] = [['medarbetare'], ['hr'], ['chef', 'hr'], ['admin']];
  const randomPerson = (n: number): Person =>
    somePerson(n, {
      email: `person${random(6) === 0 ? random(8) : n}@ubara.example`,
      organisation: organisations[random(2)]!,
      roles: roleSets[random(4)]!,
      managerId: random(3) === 0 ? idOf(random(9)) : undefined,
    });
  const randomPeople = () =>
    Array.from({ length: 8 }, (_, n) => n)
      .filter(() => random(3) > 0)
      .map(randomPerson);
  const problems = (before: readonly Person[], after: readonly Person[]): string[] => {
    const ids = new Set(after.map(({ id }) => id));
    const hasHr = (people: readonly Person[], organisation: string) =>
      people.some((person) => person.organisation === organisation && person.roles.includes('hr'));
    return [
      ...(after.length === 0 ? ['nobody'] : []),
      ...(ids.size < after.length || new Set(after.map(({ email }) => email)).size < after.length ? ['taken'] : []),
      ...(after.some(({ managerId }) => managerId !== undefined && !ids.has(managerId)) ? ['manager'] : []),
      ...(findCircles(after).length > 0 ? ['circle'] : []),
      ...(organisations.some((name) => hasHr(before, name) && !hasHr(after, name)) ? ['hr'] : []),
    ];
  };
  const runs = Array.from({ length: 2000 }, (_, n) => {
    const [current, incoming] = [randomPeople(), randomPeople()];
    const made: ImportPlan = plan(current, incoming, n % 2 === 0);
    return { current, incoming, made };
  });

  it('refuses exactly what would leave an unsound directory', () => {
    for (const { current, incoming, made } of runs) {
      const isRefused = made.refusals.length > 0;
      expect(isRefused, JSON.stringify(made)).toBe(incoming.length === 0 || problems(current, made.result).length > 0);
    }
    expect(runs.filter(({ made }) => made.refusals.length === 0).length).toBeGreaterThan(50);
  });

  it('accounts for each person once', () => {
    for (const { current, incoming, made } of runs) {
      const ids = (people: readonly Person[]) => people.map(({ id }) => id).sort();
      expect(ids([...made.added, ...made.changed.map(({ after }) => after), ...made.unchanged])).toEqual(ids(incoming));
      expect(ids([...made.changed.map(({ before }) => before), ...made.unchanged, ...made.missing.people])).toEqual(
        ids(current),
      );
    }
  });
});
