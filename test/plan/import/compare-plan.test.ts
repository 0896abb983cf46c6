import { describe, expect, it } from 'vitest';
import { type Before, comparePlan, type DraftActivity } from '../../../src/plan/index.js';

const head = {
  organisation: 'Älvsjö',
  id: '2020-forskola',
  title: 'Plan',
  department: 'Förskola',
  year: 2020,
  file: 'plan.xlsx',
};
const then = new Date('2020-01-10T09:00:00Z');
const now = new Date('2020-05-10T09:00:00Z');

function draft(activity: string, about: Partial<DraftActivity> = {}): DraftActivity {
  return {
    phase: 'utveckla',
    area: '',
    goal: 'Fler kan mer',
    activity,
    due: { kind: 'period', from: '2020-01-01', to: '2020-12-31', as: '2020' },
    responsible: ['Enhetschefer'],
    resources: '',
    followUp: { at: ['VB'], comment: '' },
    place: { table: '', row: 3, part: 1 },
    ...about,
  };
}
const compare = (drafts: readonly DraftActivity[], before?: Before, at = now) =>
  comparePlan({ head, drafts, before, now: at });
/** The plan as it is stored after an import. */
const stored = (...drafts: DraftActivity[]): Before => compare(drafts, undefined, then).result;
const ids = (result: ReturnType<typeof compare>['result']) =>
  result.activities.map(({ id, activity, goneAt }) => `${id} ${activity}${goneAt ? ' (gone)' : ''}`);

describe('comparePlan', () => {
  it('numbers a new plan in its order', () => {
    const { added, result } = compare([draft('Utbilda'), draft('Följ upp')]);
    expect(added).toHaveLength(2);
    expect(ids(result)).toEqual(['1 Utbilda', '2 Följ upp']);
    expect(result.plan).toEqual({ ...head, indicators: [], importedAt: now, activities: 2, lastNumber: 2 });
  });

  it('finds nothing to change in the same plan', () => {
    const before = stored(draft('Utbilda'), draft('Följ upp'));
    const { added, changed, unchanged, gone } = compare([draft('Utbilda'), draft('Följ upp')], before);
    expect([added, changed, gone]).toEqual([[], [], []]);
    expect(unchanged).toHaveLength(2);
  });

  it('keeps ids when activities move, are reworded or get another date', () => {
    const before = stored(draft('Utbilda alla chefer i rehabilitering'), draft('Följ upp'), draft('Öva'));
    const due = { kind: 'ongoing', as: 'löpande' } as const;
    const { changed, result } = compare(
      [draft('Öva'), draft('Utbilda chefer i rehabilitering varje år'), draft('Följ upp', { due })],
      before,
    );
    expect(ids(result)).toEqual(['3 Öva', '1 Utbilda chefer i rehabilitering varje år', '2 Följ upp']);
    expect(changed.map(({ after, fields }) => [after.id, fields])).toEqual([
      ['1', ['activity']],
      ['2', ['due']],
    ]);
  });

  it('tells what is new and what is gone, and never gives a number again', () => {
    const before = stored(draft('Utbilda'), draft('Följ upp'));
    const { added, gone, result } = compare([draft('Utbilda'), draft('Något helt annat')], before);
    expect(added.map(({ id }) => id)).toEqual(['3']);
    expect(gone.map(({ id }) => id)).toEqual(['2']);
    expect(ids(result)).toEqual(['1 Utbilda', '3 Något helt annat', '2 Följ upp (gone)']);
    const again = compare([draft('Utbilda'), draft('En tredje sak')], result);
    expect(ids(again.result)).toEqual([
      '1 Utbilda',
      '4 En tredje sak',
      '3 Något helt annat (gone)',
      '2 Följ upp (gone)',
    ]);
    expect(again.result.activities.find(({ id }) => id === '2')?.goneAt).toEqual(now);
  });

  it('gives one that comes back its id and counts it as new', () => {
    const without = compare([draft('Utbilda')], stored(draft('Utbilda'), draft('Följ upp'))).result;
    const { added, result } = compare([draft('Utbilda'), draft('Följ upp')], without);
    expect(added.map(({ id }) => id)).toEqual(['2']);
    expect(ids(result)).toEqual(['1 Utbilda', '2 Följ upp']);
  });

  it('tells the same words under two goals apart', () => {
    const drafts = [draft('Utbilda', { goal: 'A' }), draft('Utbilda', { goal: 'B' })];
    const { unchanged, result } = compare([drafts[1]!, drafts[0]!], stored(...drafts));
    expect(unchanged).toHaveLength(2);
    expect(result.activities.map(({ id, goal }) => `${id} ${goal}`)).toEqual(['2 B', '1 A']);
  });
});
