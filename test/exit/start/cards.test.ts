import { describe, expect, it } from 'vitest';
import { loadCards, MAX_CARD_BYTES } from '../../../src/cards/index.js';
import { bytesOf } from '../../../src/cards/json.js';
import { caseItems, EXIT_KINDS, TRAITS } from '../../../src/exit/index.js';
import { confirmView } from '../../../src/exit/start/confirm-view.js';
import { daysView } from '../../../src/exit/start/days-view.js';
import { MOST_FOUND } from '../../../src/exit/start/find-people.js';
import { NOTHING_TYPED } from '../../../src/exit/start/forms.js';
import { leadView } from '../../../src/exit/start/lead/lead-view.js';
import { MOST_LISTED, personView } from '../../../src/exit/start/person-view.js';
import { loadChecklist } from '../../../src/knowledge/index.js';
import { createDirectory, type Person } from '../../../src/people/index.js';
import { KARIN, SARA } from '../../bot/support/people.js';
import { someCase } from '../case/some-case.js';

const cards = loadCards('cards');
const checklist = loadChecklist('knowledge');
const long = 'å"'.repeat(100);
const someone = (person: Person, n = 0): Person => ({
  ...person,
  id: `b0000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  ...{ name: long, function: long, unit: long, department: long },
});
const employee = { ...someone(SARA), id: SARA.id };
const manager = { ...someone(KARIN), id: KARIN.id };
const directory = createDirectory([employee, manager]);
const form = { form: '5f2f1c9a-3d1e-4a57-9b0c-0d8f5a3b7c11', openedAt: '2026-09-02T07:00:00Z', draft: 'x'.repeat(80) };
const about = { directory, isReached: false, note: 'x'.repeat(300) };
const cases = EXIT_KINDS.map((kind) =>
  someCase({ kind, traits: [...TRAITS], employee: SARA.id, manager: KARIN.id, id: 'x'.repeat(80) }),
);
const holders = Object.fromEntries(['hr', 'överordnad', 'lön', 'it', 'registrator', 'mas'].map((one) => [one, ['x']]));

describe.each(['sv', 'en'] as const)('the largest cards of a case in %s', (locale) => {
  const expectFits = (view: Parameters<typeof cards.bind>[0]) =>
    expect(bytesOf(cards.bind(view, locale))).toBeLessThan(MAX_CARD_BYTES);

  it.each([
    ['a list of reports', MOST_LISTED, false],
    ['those whom a name fits', MOST_FOUND, true],
  ])('fit with %s', (_what, count, searches) => {
    const people = Array.from({ length: count }, (_, n) => someone(SARA, n));
    const errors = { employee: 'x'.repeat(300), name: 'x'.repeat(300), kind: 'x'.repeat(300) };
    const open = { ...form, employee: '', name: 'å'.repeat(1000), kind: '', typed: NOTHING_TYPED, presetFor: '' };
    expectFits(personView({ ...open, errors }, { people, searches, locale }));
  });

  it.each(cases)('fit for $kind with everything that may hold, and nobody reached', (exitCase) => {
    const items = caseItems(exitCase, checklist, holders);
    expectFits(
      confirmView(exitCase, { ...about, isManagerReached: false, items, employee, manager, asker: employee, locale }),
    );
    expectFits(leadView(exitCase, { ...about, items, locale }));
    const faults = { notice: 'notice-old', lastWorkingDay: 'working-late', lastDay: 'too-far' } as const;
    const typed = { ...exitCase, traits: 'å'.repeat(400) };
    const who = `${long}, ${long}, ${long}`;
    expectFits(
      daysView(
        { who, kind: exitCase.kind, typed, faults, problem: 'x'.repeat(400), asked: TRAITS, locale },
        { new: { ...form, employee: SARA.id } },
      ),
    );
  });
});
