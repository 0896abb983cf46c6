import { describe, expect, it } from 'vitest';
import { exitThemeCountsTable, openThemeCounts } from '../../src/storage/index.js';
import { testStorage } from '../support/test-storage.js';

const [HERE, THERE] = ['Hägersten-Älvsjö stadsdelsförvaltning', 'Norra innerstaden stadsdelsförvaltning'];

async function counts() {
  const storage = await testStorage();
  const themes = openThemeCounts(storage);
  const of = async (organisation: string) => {
    const found: string[] = [];
    for await (const { tertial, theme, count } of themes.list(organisation)) found.push(`${tertial} ${theme} ${count}`);
    return found;
  };
  const rows = async () => {
    const found: object[] = [];
    for await (const { row } of storage.table(exitThemeCountsTable).list()) found.push(row);
    return found;
  };
  return { themes, of, rows };
}

describe('counts of themes', () => {
  it('add up by organisation and third of a year, and hold nothing else once the cases are forgotten', async () => {
    const { themes, of, rows } = await counts();
    await themes.add({ organisation: HERE, tertial: '2026-T2', exitCase: 'a', themes: ['R3', 'R5'] });
    await themes.add({ organisation: HERE, tertial: '2026-T2', exitCase: 'b', themes: ['R5'] });
    await themes.add({ organisation: HERE, tertial: '2026-T3', exitCase: 'c', themes: ['R5'] });
    await themes.add({ organisation: THERE, tertial: '2026-T2', exitCase: 'd', themes: ['R1'] });
    expect(await of(HERE)).toEqual(['2026-T2 R3 1', '2026-T2 R5 2', '2026-T3 R5 1']);
    expect(await of(THERE)).toEqual(['2026-T2 R1 1']);
    await themes.forgetCases(HERE);
    await themes.forgetCases(THERE);
    expect(await rows()).toEqual([
      { organisation: HERE, tertial: '2026-T2', kind: 'theme', name: 'R3', count: 1 },
      { organisation: HERE, tertial: '2026-T2', kind: 'theme', name: 'R5', count: 2 },
      { organisation: HERE, tertial: '2026-T3', kind: 'theme', name: 'R5', count: 1 },
      { organisation: THERE, tertial: '2026-T2', kind: 'theme', name: 'R1', count: 1 },
    ]);
  });

  it('count a case once, also when it is counted again after a crash or by two at once', async () => {
    const { themes, of } = await counts();
    const one = { organisation: HERE, tertial: '2026-T2', exitCase: 'a', themes: ['R3', 'R3'] };
    await Promise.all([themes.add(one), themes.add(one), themes.add({ ...one, exitCase: 'b' })]);
    await themes.add(one);
    expect(await of(HERE)).toEqual(['2026-T2 R3 2']);
  });
});
