import { describe, expect, it } from 'vitest';
import { createHoldersOf, type FunctionTitles } from '../../../src/exit/index.js';
import { createDirectory, type Person } from '../../../src/people/index.js';
import { DANIEL, INGRID, KARIN, ORGANISATION, SARA } from '../../bot/support/people.js';

const FUNCTIONS: readonly FunctionTitles[] = [
  { owner: 'lön', titles: ['Lönehandläggare', 'Lönekonsult'] },
  { owner: 'it', titles: ['IT-tekniker'] },
];
let count = 50;
const somebody = (about: Partial<Person>): Person => ({
  ...DANIEL,
  id: `a0000000-0000-4000-8000-0000000000${count++}`,
  name: `Någon ${count}`,
  ...about,
});
const EXIT = { organisation: ORGANISATION, employee: SARA.id, manager: KARIN.id };
const holders = (others: readonly Person[], about = {}, everybody = [KARIN, SARA, INGRID]) =>
  createHoldersOf(createDirectory([...everybody, ...others]), () => FUNCTIONS)({ ...EXIT, ...about });

describe('the holders of functions', () => {
  it('are everybody of HR, and the manager of the manager', () => {
    const tomas = somebody({ function: 'Avdelningschef' });
    const amir = somebody({ roles: ['hr', 'medarbetare'] });
    const under = { ...KARIN, managerId: tomas.id };
    const found = holders([tomas, amir], {}, [under, SARA, INGRID]);
    expect(found.överordnad).toEqual([tomas.id]);
    expect([...found.hr!].sort()).toEqual([INGRID.id, amir.id].sort());
  });

  it('are HR in the place of a manager’s manager who is not there', () => {
    expect(holders([]).överordnad).toEqual([INGRID.id]);
  });

  it('are the one nearest to who leaves: of the unit, else the department, else the organisation', () => {
    const far = somebody({ function: 'Lönehandläggare', department: 'Stödfunktioner', unit: 'Lön' });
    const near = somebody({ function: 'Lönekonsult', unit: 'Förskolorna Fruängen' });
    const own = somebody({ function: 'lönekonsult' });
    expect(holders([far]).lön).toEqual([far.id]);
    expect(holders([far, near]).lön).toEqual([near.id]);
    expect(holders([far, near, own]).lön).toEqual([own.id]);
  });

  it('are one of several that are as near: the title that stands first, then the name', () => {
    const second = somebody({ function: 'Lönekonsult', name: 'Anna' });
    const bertil = somebody({ function: 'Lönehandläggare', name: 'Bertil' });
    const cecilia = somebody({ function: 'Lönehandläggare', name: 'Cecilia' });
    expect(holders([cecilia, second, bertil]).lön).toEqual([bertil.id]);
  });

  it('are missing where nobody has exactly the title', () => {
    expect(holders([somebody({ function: 'Vikarierande IT-tekniker' })])).not.toHaveProperty('it');
    expect(holders([somebody({ function: 'It-Tekniker' })])).toHaveProperty('it');
  });

  it('are never who leaves, who may be HR or IT', () => {
    const leaver = somebody({ function: 'IT-tekniker', roles: ['hr'] });
    const found = holders([leaver], { employee: leaver.id });
    expect(found.hr).toEqual([INGRID.id]);
    expect(found).not.toHaveProperty('it');
    const isManagersManager = holders([], { employee: INGRID.id }, [{ ...KARIN, managerId: INGRID.id }, INGRID]);
    expect(isManagersManager).toEqual({});
  });

  it('are never of another organisation', () => {
    const other = somebody({ organisation: 'Norra innerstaden', function: 'IT-tekniker', roles: ['hr'] });
    const found = holders([other], {}, [{ ...KARIN, managerId: other.id }, SARA, INGRID]);
    expect(JSON.stringify(found)).not.toContain(other.id);
  });

  it('are near the manager when who leaves has gone from the directory', () => {
    const far = somebody({ function: 'IT-tekniker', department: 'Stödfunktioner', name: 'A' });
    const near = somebody({ function: 'IT-tekniker', name: 'B' });
    expect(holders([far, near], {}, [KARIN, INGRID]).it).toEqual([near.id]);
  });
});
