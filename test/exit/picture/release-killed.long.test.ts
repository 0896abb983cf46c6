import { beforeAll, expect, it } from 'vitest';
import { LOCAL_SURVEY_KEY } from '../../../src/config.js';
import { createBoxes, createReleases, createSeal, type Answer, tertialAfter } from '../../../src/exit/index.js';
import { createJobs } from '../../../src/jobs/index.js';
import { openBoxes, openInvitations, openJobs, openPicture } from '../../../src/storage/index.js';
import { type BreakableStorage, breakable } from '../../bot/support/breakable-storage.js';
import { testStorage } from '../../support/test-storage.js';
import { FIRST, LIMITS, made, SURVEY } from './support/made-answers.js';

/**
 * Making the figures of three tertials, the last of which releases counts as well, killed before and after each call to storage and
 * made again: the same figures, told once, one batch of texts, nothing of what people told of themselves left.
 */
const TERTIALS = [FIRST, tertialAfter(FIRST, 1), tertialAfter(FIRST, 2)] as const;
const NOW = new Date('2027-01-01T07:00:00Z');
const ANSWERS: readonly Answer[] = [
  ...Array.from({ length: 6 }, (_, n) =>
    made({ department: 'Förskola', main: 'R5', chosen: { Q1: ['R5'], Q6: ['2'], Q14: ['nej'] }, text: `Text ${n}` }),
  ),
  ...Array.from({ length: 6 }, (_, n) =>
    made({ department: 'IFO', main: 'R2', chosen: { Q1: ['R2'], Q6: ['4'] }, text: `Ord ${n}` }),
  ),
  // Of a department of which few were invited: stripped of it.
  made({ department: 'Stab', main: 'R2', chosen: { Q1: ['R2'], Q6: ['4'] } }),
];

let storage: BreakableStorage;
let boards = 0;
beforeAll(async () => void (storage = breakable(await testStorage('killed releases'))));

const boxes = () =>
  createBoxes({ store: openBoxes(storage), seal: createSeal([Buffer.from(LOCAL_SURVEY_KEY, 'base64')]) });

/** A process that makes figures; each has its own. */
function releases(told: string[]) {
  return createReleases({
    ...{ store: openPicture(storage), boxes: boxes(), invitations: openInvitations(storage) },
    ...{ survey: () => SURVEY, limits: LIMITS, jobs: createJobs({ store: openJobs(storage), clock: () => NOW }) },
    warn: async ({ organisation, tertial, departments }) =>
      void told.push(JSON.stringify([organisation === '' ? '' : 'board', tertial, departments])),
  });
}

async function lay(): Promise<string> {
  const organisation = `Nämnd ${(boards += 1)}`;
  const [first, , last] = TERTIALS;
  for (const [at, answer] of ANSWERS.entries())
    await boxes().put(organisation, at % 2 === 0 ? first : last, answer, { tenure: 'under1' });
  const invitations = openInvitations(storage);
  for (const tertial of [first, last])
    for (let n = 0; n < 15; n++) {
      const department = n < 7 ? 'Förskola' : n < 14 ? 'IFO' : 'Stab';
      const person = `c0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
      await invitations.invite({ organisation, tertial, person, case: `case-${tertial}-${n}`, department });
    }
  for (const tertial of TERTIALS.slice(0, 2)) await releases([]).run({ organisation, data: { tertial } });
  return organisation;
}

async function run(kill?: { readonly at: number; readonly when: 'before' | 'after' }) {
  const organisation = await lay();
  const told: string[] = [];
  const make = () => releases(told).run({ organisation, data: { tertial: TERTIALS[2] } });
  let calls = 0;
  if (kill) {
    const { at, when } = kill;
    storage.fails = () => ((calls += 1) < at ? false : calls === at && when === 'after' ? 'after' : true);
    await make().catch(() => undefined);
    storage.fails = undefined;
  }
  await make();
  const picture = openPicture(storage);
  const batches = await picture.batches(organisation);
  const left: unknown[] = [];
  for (const tertial of TERTIALS) left.push(await boxes().sums(organisation, tertial));
  const seen = {
    closed: (await picture.closed(organisation)).map((one) => JSON.stringify(one).replaceAll(organisation, 'board')),
    texts: batches.map(({ texts, ...about }) => ({ ...about, texts: texts.toSorted() })),
    told: [...new Set(told)],
    left,
  };
  return { seen, isDead: !kill || calls >= kill.at };
}

it('gives the same figures wherever it died', async () => {
  const { seen: undisturbed } = await run();
  expect(undisturbed.closed).toHaveLength(3);
  expect(undisturbed.closed[2]).toContain('"counts"');
  expect(undisturbed.texts.flatMap(({ texts }) => texts)).toHaveLength(12);
  let deaths = 0;
  for (let at = 1; ; at++) {
    const runs = [await run({ at, when: 'before' }), await run({ at, when: 'after' })];
    for (const { seen } of runs) expect([at, seen]).toEqual([at, undisturbed]);
    if (!runs.some(({ isDead }) => isDead)) break;
    deaths += 1;
  }
  expect(deaths).toBeGreaterThan(15);
}, 900_000);
