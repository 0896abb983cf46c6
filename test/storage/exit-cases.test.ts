import { describe, expect, it } from 'vitest';
import { createCases } from '../../src/exit/index.js';
import { openExitCases } from '../../src/storage/index.js';
import { testStorage } from '../support/test-storage.js';
import { someCase } from '../exit/case/some-case.js';

const open = async () => {
  const store = openExitCases(await testStorage());
  const organisation = `Prov ${Math.random()}`;
  const changed: string[] = [];
  const cases = createCases({ store, onChanged: async ({ id }) => void changed.push(id) });
  const create = async (name: string, changes = {}) => {
    const { id: _id, ...wanted } = someCase({ organisation, ...changes });
    return cases.create({ ...wanted, name });
  };
  return { cases, create, organisation, changed };
};

describe('exit cases in storage', () => {
  it('are one for a form that is sent twice', async () => {
    const { create } = await open();
    expect((await create('form-1')).isNew).toBe(true);
    expect((await create('form-1')).isNew).toBe(false);
  });

  it('come back as they were, newest first, a person’s own apart', async () => {
    const { cases, create, organisation } = await open();
    const other = 'a0000000-0000-4000-8000-000000000001';
    const first = await create('one', { createdAt: new Date('2026-09-01T08:00:00Z') });
    const second = await create('two', {
      createdAt: new Date('2026-09-02T08:00:00Z'),
      employee: other,
      manager: other,
    });
    const ids = async (person?: string) => {
      const found: string[] = [];
      for await (const { id } of cases.list(organisation, person)) found.push(id);
      return found;
    };
    expect(await ids()).toEqual([second.exitCase.id, first.exitCase.id]);
    expect(await ids(other)).toEqual([second.exitCase.id]);
    expect(await cases.find(organisation, first.exitCase.id)).toEqual(first.exitCase);
    expect(await cases.find('another board', first.exitCase.id)).toBeUndefined();
  });

  it('keep who leads instead of whom, and who is gone', async () => {
    const { cases, create, organisation } = await open();
    const at = new Date('2026-10-01T06:00:00Z');
    const above = 'a0000000-0000-4000-8000-000000000009';
    const { exitCase } = await create('one', { above, managerSince: at, employeeGoneAt: at });
    expect(await cases.find(organisation, exitCase.id)).toMatchObject({ above, managerSince: at, employeeGoneAt: at });
  });

  it('are removed as drafts alone', async () => {
    const { cases, create, organisation } = await open();
    const draft = (await create('one', { status: 'draft' })).exitCase;
    const sent = (await create('two')).exitCase;
    expect(await cases.discard(organisation, draft.id)).toBeUndefined();
    expect(await cases.discard(organisation, draft.id)).toBeUndefined();
    expect(await cases.discard(organisation, sent.id)).toEqual(sent);
    expect(await cases.find(organisation, draft.id)).toBeUndefined();
    expect(await cases.find(organisation, sent.id)).toEqual(sent);
  });

  it('lose nothing when four write at once', async () => {
    const { cases, create, organisation, changed } = await open();
    const { exitCase } = await create('one');
    await Promise.all(
      Array.from({ length: 4 }, (_, n) =>
        cases.change(organisation, exitCase.id, (now) => ({
          ...now,
          handover: [...now.handover, { id: `t${n}`, what: 'a', to: 'b', by: '2026-11-20', addedBy: 'chef' as const }],
        })),
      ),
    );
    const { handover } = (await cases.find(organisation, exitCase.id))!;
    expect(new Set(handover.map(({ id }) => id)).size).toBe(4);
    expect(changed).toHaveLength(4);
  });
});
