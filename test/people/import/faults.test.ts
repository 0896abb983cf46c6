import { describe, expect, it } from 'vitest';
import { describeFaults } from '../../../src/people/index.js';

describe('describeFaults', () => {
  it('says row and column before what to do', () => {
    const text = describeFaults([
      { message: 'Filen är tom.' },
      { row: 1, message: 'Kolumnen id saknas.' },
      { row: 7, column: 'email', message: 'Värdet saknas.' },
    ]);
    expect(text).toBe('Filen är tom.\nRad 1: Kolumnen id saknas.\nRad 7, kolumn email: Värdet saknas.');
  });

  it('shows fifty and counts the rest', () => {
    const faults = Array.from({ length: 63 }, (_, n) => ({ row: n + 2, message: 'Fel.' }));
    const lines = describeFaults(faults).split('\n');
    expect(lines).toHaveLength(51);
    expect(lines.slice(-2)).toEqual(['Rad 51: Fel.', '… och 13 fel till. Rätta dessa och kör igen.']);
  });
});
