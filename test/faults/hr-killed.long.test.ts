import { beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/actions/index.js';
import type { Person } from '../../src/people/index.js';
import { openStorage } from '../../src/storage/index.js';
import { INGRID, KARIN, SARA } from '../bot/support/people.js';
import { AMIR } from '../questions/support/office.js';
import { createStreet, type House } from './support/hr-house.js';
import { editions, seenOf } from './support/hr-seen.js';
import { BROADCASTS } from './support/hr-broadcasts.js';
import { LEARNING } from './support/hr-learning.js';
import { PLANS } from './support/hr-plans.js';
import { QUESTIONS } from './support/hr-questions.js';
import { NOW, type Scenario } from './support/hr-scenario.js';
import type { Death } from './support/mortal-storage.js';

/**
 * Everything that HR presses, killed before and after each of its calls to storage: from then on the process does nothing more.
 * Another process takes over. Pressed again, all is as if nothing had happened, every card about it is made anew, and whoever
 * pressed hears what they would have heard. Not pressed again, what is stored is the whole of it or nothing.
 */
const SCENARIOS: Readonly<Record<string, Scenario>> = { ...PLANS, ...QUESTIONS, ...BROADCASTS, ...LEARNING };
const STAFF: readonly Person[] = [INGRID, AMIR, KARIN, SARA];

let street: Awaited<ReturnType<typeof createStreet>>;
beforeAll(async () => void (street = await createStreet()));

/** One run over storage of its own: killed or not, then pressed again so often, then taken over. */
async function run(scenario: Scenario, { death, again }: { readonly death?: Death; readonly again: number }) {
  const storage = openStorage({ kind: 'memory' });
  const clock = { now: NOW };
  const open = (dies?: Death) => street(storage, () => clock.now, STAFF, dies);
  const about = await scenario.before(open());
  const act = (house: House) => scenario.act(house, about);
  let isDead = true;
  if (death) {
    const mortal = open(death);
    await act(mortal).catch(() => undefined);
    isDead = mortal.isDead();
  }
  const before = await editions(open());
  let reply: Reply | undefined;
  for (let n = 0; n < again; n++) reply = await act(open());
  const after = await editions(open());
  await open().takeOver(INGRID.organisation);
  const seen = await seenOf(open());
  return { seen, isDead, outcome: reply?.outcome, isMadeAnew: after > before };
}

describe('killed before and after each of its calls to storage', () => {
  it.each(Object.entries(SCENARIOS))(
    '%s is whole when it is pressed again, and else whole or not done',
    async (_name, scenario) => {
      const never = await run(scenario, { again: 0 });
      const once = await run(scenario, { again: 1 });
      const twice = await run(scenario, { again: 2 });
      expect(once.seen).not.toEqual(never.seen);
      expect(twice.seen).toEqual(once.seen);
      let deaths = 0;
      for (let at = 1; ; at++) {
        let isAnyDead = false;
        for (const when of ['before', 'after'] as const) {
          const again = await run(scenario, { death: { at, when }, again: 1 });
          isAnyDead ||= again.isDead;
          if (!again.isDead) continue;
          expect([at, when, again.seen]).toEqual([at, when, once.seen]);
          expect([once.outcome, twice.outcome, scenario.alsoSays]).toContain(again.outcome);
          if (scenario.hasCards) expect([at, when, again.isMadeAnew]).toEqual([at, when, true]);
          const left = await run(scenario, { death: { at, when }, again: 0 });
          const isNever = JSON.stringify(left.seen.stored) === JSON.stringify(never.seen.stored);
          // Half of it would be neither.
          expect([at, when, left.seen.stored]).toEqual([at, when, (isNever ? never : once).seen.stored]);
          const worked = left.seen.sent.filter(({ isWorkedOn }) => isWorkedOn).map(({ kind }) => kind);
          if (!isNever && scenario.tells !== undefined) expect(worked, `${at} ${when}`).toContain(scenario.tells);
        }
        if (!isAnyDead) break;
        deaths += 1;
      }
      expect(deaths).toBeGreaterThan(1);
    },
    600_000,
  );
});
