import { describe, expect, it } from 'vitest';
import { describePlan, type Person, planImport } from '../../../src/people/index.js';
import { idOf, somePerson } from '../some-people.js';

const hr = somePerson(1, { name: 'Amir', roles: ['hr'] });
const boss = somePerson(2, { name: 'Karin', function: 'Enhetschef' });
const sara = somePerson(3, { name: 'Sara', managerId: boss.id });
const describeIt = (current: readonly Person[], incoming: readonly Person[], removeMissing = false) =>
  describePlan(planImport({ current, incoming, removeMissing }));

describe('describePlan', () => {
  it('says who is new, changed, unchanged and missing', () => {
    const moved = { ...sara, unit: 'Fruängen', managerId: hr.id };
    expect(describeIt([hr, boss, sara], [hr, moved, somePerson(4, { name: 'Daniel' })])).toBe(
      [
        'Nya: 1',
        '  Daniel (person4@ubara.example), Barnskötare, Norra nämnden',
        'Ändrade: 1',
        '  Sara (person3@ubara.example): unit "Solberga" -> "Fruängen"; manager "Karin" -> "Amir"',
        'Oförändrade: 1',
        'Saknas i filen, behålls (--remove-missing tar bort dem): 1',
        '  Karin (person2@ubara.example), Enhetschef, Norra nämnden',
        'Efter importen finns 4 personer i personalkatalogen.',
      ].join('\n'),
    );
  });

  it('shows twenty people a heading and counts the rest', () => {
    const many = Array.from({ length: 23 }, (_, n) => somePerson(n));
    const lines = describeIt([], many).split('\n');
    expect(lines.slice(0, 2)).toEqual(['Nya: 23', '  Person 0 (person0@ubara.example), Barnskötare, Norra nämnden']);
    expect(lines[21]).toBe('  … och 3 till');
  });

  it('points out an organisation without hr', () => {
    expect(describeIt([], [boss])).toContain('Observera: Norra nämnden har ingen person med rollen hr.');
    expect(describeIt([], [hr])).not.toContain('Observera');
  });

  it('says why it is refused and what to do', () => {
    const text = describeIt([hr, boss, sara], [sara], true);
    expect(text.split('\n').slice(-3)).toEqual([
      'Importen kan inte göras:',
      '  - Norra nämnden skulle stå utan person med rollen hr (nu: Amir). Ge rollen till någon annan där i filen först.',
      '  - Karin (person2@ubara.example) skulle tas bort men är chef för Sara. Ge dem en annan chef i filen, eller ta med chefen.',
    ]);
  });

  it.each<[string, readonly Person[], string]>([
    ['an empty file', [], 'Filen innehåller inga personer. En import får aldrig tömma personalkatalogen.'],
    [
      'an unknown manager',
      [{ ...sara, managerId: idOf(9) }],
      `Chefen med id ${idOf(9)} finns inte; anges för Sara. Rätta kolumnen manager.`,
    ],
    [
      'a circle',
      [{ ...boss, managerId: sara.id }],
      'Cheferna går i cirkel: Karin, Sara, Karin. Någon av dem ska ha en annan chef.',
    ],
    [
      'an e-mail that is taken',
      [somePerson(8, { name: 'Ny', email: sara.email })],
      'email "person3@ubara.example" hör till flera personer: Ny, Sara. Rätta filen; den som har slutat tas bort med --remove-missing.',
    ],
  ])('has a sentence for %s', (_, incoming, sentence) => {
    expect(describeIt([hr, boss, sara], incoming)).toContain(`\n  - ${sentence}`);
  });
});
