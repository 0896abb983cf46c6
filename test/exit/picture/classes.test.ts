import { describe, expect, it } from 'vitest';
import type { Counts } from '../../../src/exit/picture/figures.js';
import { lookAt } from '../../../src/exit/picture/look.js';
import { addSums, sumsOf } from '../../../src/exit/survey/sums.js';
import { attackTheClasses, equationsOf, type Someone, yearOf } from './support/attack-classes.js';
import { SURVEY } from './support/made-answers.js';

describe('an attack on the picture by what people told of themselves', () => {
  attackTheClasses(20);

  it('would find it, if a class were told of beside an option that is not told of all', async () => {
    const people = [
      ...Array.from({ length: 12 }, (): Someone => ({
        place: 'Förskola',
        tenure: 'under1',
        gender: undefined,
        chosen: ['R1'],
      })),
      ...Array.from({ length: 12 }, (): Someone => ({
        place: 'Förskola',
        tenure: 'from4',
        gender: undefined,
        chosen: ['R2'],
      })),
    ];
    const release = (await yearOf(people))!;
    const leaky = structuredClone(release);
    (leaky.classes['tenure:under1'] as { figures: { Q1: Counts } }).figures.Q1.counts.R2 = 0;
    const { row, follows } = equationsOf(leaky, 'R2');
    expect(follows(row(({ tenure, isChosen }) => tenure === 'under1' && isChosen))).toBe(true);
  });
});

describe('what people told of themselves', () => {
  const crowd = (count: number, tenure: Someone['tenure'], chosen: readonly string[]): Someone[] =>
    Array.from({ length: count }, () => ({ place: 'Förskola', tenure, gender: undefined, chosen }));

  it('divides the reasons by class where ten of it answered and what is left is large enough', async () => {
    const people = [...crowd(8, 'under1', ['R1']), ...crowd(4, 'under1', ['R2']), ...crowd(5, 'from4', ['R1'])];
    const release = (await yearOf([...people, ...crowd(4, undefined, ['R2'])]))!;
    expect(release.classes).toEqual({
      'tenure:under1': { figures: { Q1: { kind: 'choices', answers: 12, counts: { R1: 8, R2: 4 } } } },
    });
    const look = lookAt([{ tertial: '2026-3', counts: release }], 'sv', SURVEY);
    expect(look.departments.at(-1)).toEqual({ value: 'tenure:under1', title: 'Anställningstid: Kortare än ett år' });
    // Four others would be found by subtraction.
    expect((await yearOf([...people.slice(0, 12), ...crowd(4, 'from4', ['R1'])]))!.classes).toEqual({});
  });

  it('is added up as sums, of questions with several options alone', () => {
    const answer = { chosen: { Q1: ['R1', 'R2'], Q6: ['1'], Q13: ['ja'] } };
    const one = sumsOf(answer, { tenure: 'under1', gender: 'man' });
    const counted = (answers: number, r1: number) => ({ Q1: { answers, counts: { R1: r1, R2: 1 } } });
    expect(one).toEqual({ tenure: { under1: counted(1, 1) }, gender: { man: counted(1, 1) } });
    expect(addSums([one, sumsOf({ chosen: { Q1: ['R1'] } }, { tenure: 'under1' })])).toEqual({
      tenure: { under1: counted(2, 2) },
      gender: { man: counted(1, 1) },
    });
    expect(sumsOf({ chosen: { Q6: ['1'] } }, { tenure: 'under1' })).toEqual({});
  });
});
