import { describe, expect, it } from 'vitest';
import { decideManager, mended } from '../../../src/exit/start/mend/decide-manager.js';
import { createDirectory, type Person } from '../../../src/people/index.js';
import { INGRID, KARIN, ORGANISATION, SARA } from '../../bot/support/people.js';
import { AMIR } from '../../questions/support/office.js';
import { someCase } from '../case/some-case.js';
import { AISHA, EVERYBODY, LEAVER, TOMAS, YASMIN } from './support/leavers.js';

const NOW = new Date('2026-10-01T06:00:00Z');
const exitCase = someCase({
  ...{ organisation: ORGANISATION, employee: SARA.id, manager: KARIN.id, startedBy: KARIN.id, above: TOMAS.id },
});
/** The directory without some people, and with others changed. */
const without = (gone: readonly Person[], changes: Record<string, Partial<Person>> = {}) =>
  createDirectory(
    EVERYBODY.filter(({ id }) => gone.every((person) => person.id !== id)).map((person) => ({
      ...person,
      ...changes[person.id],
    })),
  );
const orphan = { [SARA.id]: { managerId: undefined } };

describe('who leads a case', () => {
  it.each([
    ['the present manager', without([]), KARIN.id],
    ['the present manager, who is another now', without([], { [SARA.id]: { managerId: YASMIN.id } }), YASMIN.id],
    ['the manager of before, when the directory names none', without([], orphan), KARIN.id],
    ['that one’s manager, when the manager is gone', without([KARIN], orphan), TOMAS.id],
    ['HR, the first by name, when that one is gone, too', without([KARIN, TOMAS], orphan), AMIR.id],
    ['the manager of before, not one of another board', without([], { [SARA.id]: { managerId: AISHA.id } }), KARIN.id],
    ['the manager of before, when the employee is gone', without([LEAVER]), KARIN.id],
    ['nobody, when nobody is left', without([KARIN, TOMAS, INGRID, AMIR], orphan), undefined],
  ])('is %s', (_who, directory, manager) => {
    expect(decideManager(exitCase, directory)).toBe(manager);
  });

  it('is the officer of HR who started it before another', () => {
    const started = { ...exitCase, startedBy: INGRID.id };
    expect(decideManager(started, without([KARIN, TOMAS], orphan))).toBe(INGRID.id);
  });

  it('is never the employee, though they are the manager’s manager or HR', () => {
    const own = { ...exitCase, employee: TOMAS.id, above: TOMAS.id };
    expect(decideManager(own, without([KARIN], { [TOMAS.id]: { managerId: undefined } }))).toBe(AMIR.id);
    expect(decideManager({ ...exitCase, employee: AMIR.id, above: undefined }, without([KARIN]))).toBe(INGRID.id);
  });
});

describe('a case that is looked after', () => {
  it('stays as it is when all is as before', () => {
    expect(mended(exitCase, without([]), NOW)).toBeUndefined();
  });

  it('gets its new manager, that one’s manager, and the moment', () => {
    const next = mended(exitCase, without([KARIN], orphan), NOW);
    expect(next).toEqual({ ...exitCase, manager: TOMAS.id, above: undefined, managerSince: NOW });
  });

  it('follows the manager’s manager', () => {
    const moved = without([], { [KARIN.id]: { managerId: YASMIN.id } });
    expect(mended(exitCase, moved, NOW)).toEqual({ ...exitCase, above: YASMIN.id });
  });

  it('remembers when the employee was missing first, and forgets it when they are back', () => {
    const gone = mended(exitCase, without([LEAVER]), NOW)!;
    expect(gone.employeeGoneAt).toEqual(NOW);
    expect(mended(gone, without([LEAVER]), new Date('2026-10-02T06:00:00Z'))).toBeUndefined();
    expect(mended(gone, without([]), NOW)?.employeeGoneAt).toBeUndefined();
  });

  it.each(['draft', 'ended', 'withdrawn', 'recalled'] as const)('is left alone when it is %s', (status) => {
    expect(mended({ ...exitCase, status }, without([KARIN], orphan), NOW)).toBeUndefined();
  });
});
