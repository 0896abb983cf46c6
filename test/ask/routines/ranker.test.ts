import { describe, expect, it } from 'vitest';
import { createRoutineRanker } from '../../../src/ask/routines/ranker.js';
import { knowledge } from '../engine.js';

const rankers = { sv: createRoutineRanker(knowledge, 'sv'), en: createRoutineRanker(knowledge, 'en') };

describe('ranking all routines', () => {
  it.each([
    ['sv', 'Hur motverkar vi att någon blir hotad i gruppbostaden?', 'gsb-hot-vald'],
    ['sv', 'vad star forkortningen APT for', 'apt-betyder'],
    ['sv', 'Vem har exitsamtalet med undersköterskor i äldreomsorgen?', 'ha-aldreomsorg-avslutssamtal'],
    ['en', 'Who holds the exit conversation in elderly care?', 'ha-aldreomsorg-avslutssamtal'],
  ] as const)('%s: "%s"', (locale, question, id) => {
    const found = rankers[locale].rank(question, 3).map(({ routine }) => routine.id);
    expect(found).toContain(id);
  });

  it('finds nearly every routine by the first of its own questions', () => {
    const right = knowledge.routines.filter(
      ({ id, questions }) => rankers.sv.rank(questions[0]!, 1)[0]?.routine.id === id,
    );
    expect(right.length / knowledge.routines.length).toBeGreaterThan(0.9);
  });

  it('is unsure of what no routine is about', () => {
    const sure = rankers.sv.rank('Hur förebygger vi hot och våld?', 1)[0]!.confidence;
    const unsure = rankers.sv.rank('När går sista tunnelbanan från Slussen?', 1)[0]?.confidence ?? 0;
    expect(sure).toBeGreaterThan(0.5);
    expect(unsure).toBeLessThan(0.16);
  });

  it('puts a routine of another place behind one that fits', () => {
    const [first] = rankers.sv.rank('Vem håller avslutssamtalet?', 1);
    const isOther = first!.routine.organisation;
    const [other] = rankers.sv.rank('Vem håller avslutssamtalet?', 1, ({ organisation }) =>
      organisation === isOther ? 0.45 : 1,
    );
    expect(other!.routine.organisation).not.toBe(isOther);
  });

  it('has nothing to rank when no word stands anywhere', () => {
    expect(rankers.sv.rank('日本', 3)).toEqual([]);
  });
});
