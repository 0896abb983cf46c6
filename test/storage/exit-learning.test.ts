import { describe, expect, it } from 'vitest';
import { type LearningStore, type Theme, type Tie, tieId } from '../../src/exit/index.js';
import { openLearning } from '../../src/storage/index.js';
import { testStorage } from '../support/test-storage.js';

const organisation = 'Älvsjö';
const theme = (id: string, more: Partial<Theme> = {}): Theme => ({
  ...{ organisation, id, name: `Tema ${id}`, description: '', support: 4, texts: 12 },
  ...{ batch: '2026-1', tertials: ['2025-3', '2026-1'], ...more },
});
const tie = (subject: string, activity: string, more: Partial<Tie> = {}): Tie => ({
  ...{ organisation, kind: 'theme', subject, plan: '2026-forskola', activity, words: 'Någon aktivitet' },
  ...{ sv: '', en: '', tertials: [], ...more },
});
/** One storage for the file, which the first test opens: its tables are named after it. */
let opened: Promise<LearningStore> | undefined;
const open = () => (opened ??= testStorage().then(openLearning));

describe('themes and ties in storage', () => {
  it('come back as they were, themes of the newest batch first', async () => {
    const store = await open();
    await store.putTheme(theme('b'), undefined);
    await store.putTheme(theme('a'), undefined);
    await store.putTheme(theme('c', { batch: '2026-2', tertials: ['2026-2'] }), undefined);
    const reason = tie('R5', '7', { kind: 'reason', sv: 'Schema', en: 'Schedule', tertials: ['2026-1'] });
    await store.putTie(reason);
    const { themes, ties } = await store.read(organisation);
    expect(themes.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(themes[1]).toEqual(theme('a'));
    expect(ties).toEqual([reason]);
    expect(await store.read('Norrmalm')).toEqual({ themes: [], ties: [] });
  });

  it('refuse a theme that somebody else changed or made meanwhile', async () => {
    const store = await open();
    await store.putTheme(theme('a', { support: 5 }), theme('a'));
    await expect(store.putTheme(theme('a', { support: 6 }), theme('a'))).rejects.toMatchObject({
      code: 'storage_conflict',
    });
    await expect(store.putTheme(theme('b'), undefined)).rejects.toMatchObject({ code: 'storage_conflict' });
    expect((await store.read(organisation)).themes.find(({ id }) => id === 'a')?.support).toBe(5);
  });

  it('are one tie for a subject and an activity, and go one by one or with their theme, also twice', async () => {
    const store = await open();
    for (const activity of ['1', '2', '2']) await store.putTie(tie('a', activity));
    await store.putTie(tie('b', '1'));
    expect((await store.read(organisation)).ties).toHaveLength(4);
    await store.removeTie(organisation, tieId(tie('b', '1')));
    await store.removeTie(organisation, tieId(tie('b', '1')));
    await Promise.all([store.removeTheme(organisation, 'a'), store.removeTheme(organisation, 'a')]);
    await store.removeTheme(organisation, 'a');
    const { themes, ties } = await store.read(organisation);
    expect([themes.map(({ id }) => id), ties.map(({ subject }) => subject)]).toEqual([['c', 'b'], ['R5']]);
  });
});
