import { describe, expect, it } from 'vitest';
import { choicesOf } from '../../../src/broadcast/index.js';
import { LOCALES } from '../../../src/calendar/index.js';
import { loadCards, MAX_CARD_BYTES } from '../../../src/cards/index.js';
import { bytesOf } from '../../../src/cards/json.js';
import { createDirectory, type Person } from '../../../src/people/index.js';
import { planRound, type Round } from '../../../src/plan/index.js';
import { countRound } from '../../../src/plan/hr/count.js';
import { formView } from '../../../src/plan/hr/form-view.js';
import { rehearsalView } from '../../../src/plan/hr/rehearsal-view.js';
import { standInView } from '../../../src/plan/hr/stand-in-view.js';
import { statusView } from '../../../src/plan/hr/status-view.js';
import { summarise } from '../../../src/plan/hr/summary.js';
import { roundValuesSchema } from '../../../src/plan/hr/values.js';
import { digestWith, emptyDigest, type UnitDigest } from '../../../src/plan/round/index.js';
import { someActivity, someColleague, somePlan } from '../round/some-plan.js';
import { ORGANISATION, someRound } from '../round/some-items.js';

/** 40 departments with long names and 300 managers, a plan each with twenty activities and a function that nobody holds. */
const departments = Array.from({ length: 40 }, (_, n) => `Avdelningen för äldreomsorg, boende och hälsa ${n + 1}`);
const people: Person[] = Array.from({ length: 300 }, (_, n) =>
  someColleague(n, {
    name: `Anna-Karin Förnamnsson-Efternamnsson ${n}`,
    department: departments[n % 40]!,
    unit: `Vård- och omsorgsboendet Västra Långgatan ${n}`,
    function: 'Biträdande enhetschef',
  }),
);
const plans = departments.map((department, n) => {
  const id = `2026-avdelning-${n}`;
  const activities = Array.from({ length: 20 }, (_, at) =>
    someActivity(at + 1, {
      plan: id,
      responsible: at < 19 ? ['Enhetschefer'] : [`Verksamhetsutvecklare i ${department}`],
    }),
  );
  return { plan: somePlan({ id, department, title: `Kompetensförsörjningsplan 2026, ${department}` }), activities };
});
const round: Round = {
  ...someRound(),
  organisation: ORGANISATION,
  plans: plans.map(({ plan }) => plan.id),
  departments: [],
  standIns: [],
};
const planned = planRound({ round, plans, people: people.map((one) => ({ ...one, function: 'Enhetschef' })) });
const cards = loadCards('cards');
const now = new Date('2026-04-13T07:00:00Z');
const form = '5f2f1c9a-3d1e-4a57-9b0c-0d8f5a3b7c11';

describe.each(LOCALES)('with 40 departments and 300 people, in %s', (locale) => {
  const bytes = (view: Parameters<typeof cards.bind>[0]) => bytesOf(cards.bind(view, locale));

  it('the form stays under the limit with everything typed', () => {
    const typed = roundValuesSchema.parse({
      plans: plans.map(({ plan }) => plan.id).join(','),
      year: '2026',
      title: 'å'.repeat(100),
      message: 'å'.repeat(3000),
      shown: 'å'.repeat(900),
    });
    const choices = {
      organisation: ORGANISATION,
      plans: plans.map(({ plan }) => plan),
      departments: choicesOf(people).departments,
    };
    expect(choices.departments).toHaveLength(40);
    const problems = Array.from({ length: 9 }, () => 'å'.repeat(200));
    expect(bytes(formView({ form, openedAt: now.toISOString(), typed, problems }, choices))).toBeLessThan(
      MAX_CARD_BYTES,
    );
  });

  it('so does the rehearsal, with forty functions that nobody holds', () => {
    const summary = summarise(planned.items);
    expect([summary.persons.length, summary.departments.length, planned.unheld.length]).toEqual([300, 40, 40]);
    const functions = planned.unheld.map((one, n) => ({
      id: String(n),
      plan: plans[n]!.plan,
      function: one.function,
      asks: ['x'],
    }));
    const draft = {
      organisation: ORGANISATION,
      form,
      createdBy: 'p',
      openedAt: now,
      values: roundValuesSchema.parse({}),
    };
    const about = {
      directory: createDirectory(people),
      reaches: new Map(),
      perSecond: 50,
      locale,
      note: 'å'.repeat(300),
    };
    expect(bytes(rehearsalView(draft, { round, summary, functions, unanswered: 40 }, about))).toBeLessThan(
      MAX_CARD_BYTES,
    );
  });

  it('so do the choices: who answers instead, whose card, which item, and who has answered', () => {
    const long = 'Å'.repeat(120);
    const choices = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ title: long, value: `${n}-${'x'.repeat(34)}` }));
    const pages = [
      { to: 1, direction: 'previous' },
      { to: 3, direction: 'next' },
    ];
    const functions = [0, 1, 2].map((n) => ({
      ...{ id: `${n}`, plan: plans[0]!.plan, function: long },
      asks: Array.from({ length: 300 }, () => 'å'.repeat(500)),
    }));
    const standIn = standInView(form, { functions, at: 1 }, { people, locale });
    expect((standIn.data as { choices: unknown[] }).choices).toHaveLength(25);
    expect(bytes(standIn)).toBeLessThan(MAX_CARD_BYTES);
    const who = { who: long, items: '500', people: '300', person: '', choices: choices(50), canSend: true };
    expect(bytes({ template: 'plan/preview', data: { form, version: 'x'.repeat(16), ...who } })).toBeLessThan(
      MAX_CARD_BYTES,
    );
    const ids = { round: 'x'.repeat(60), title: long, department: '12345678' };
    const step = { step: 'item', place: long, unit: '12345678', choices: choices(40), pages };
    expect(bytes({ template: 'plan/reopen', data: { ...ids, ...step } })).toBeLessThan(MAX_CARD_BYTES);
    const row = { heading: long, name: long, place: long, answered: '499 av 500', isDone: true };
    const list = { who: 'all', choices: choices(40), count: '300', place: '1 av 20', rows: Array(10).fill(row), pages };
    expect(bytes({ template: 'plan/people', data: { ...ids, ...list } })).toBeLessThan(MAX_CARD_BYTES);
  });

  it('so does the card of the round', async () => {
    const count = await countRound(digests());
    expect([count.items, count.silent, count.departments.length]).toEqual([planned.items.length, 300, 40]);
    const counts = { recipients: 300, delivered: 290, failed: 3, uncertain: 2, notInstalled: 5, reminded: 200 };
    const view = statusView({ ...round, state: 'open' }, count, counts, { now, locale });
    expect(bytes(view)).toBeLessThan(MAX_CARD_BYTES);
  });
});

async function* digests(): AsyncGenerator<UnitDigest> {
  const units = new Map<string, (typeof planned.items)[number][]>();
  for (const item of planned.items) units.set(item.unit, [...(units.get(item.unit) ?? []), item]);
  for (const items of units.values()) yield digestWith(emptyDigest(items[0]!), items);
}
