import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Broadcasts, LiveCardStore } from '../../broadcast/index.js';
import { AppError } from '../../errors.js';
import type { PeopleDirectory } from '../../people/index.js';
import { tryAgain } from '../../try-again.js';
import type { PlanActivity } from '../plan.js';
import type { PlanStore } from '../plan-store.js';
import type { RoundItem } from './item.js';
import type { ReadLearned } from './learned.js';
import { planRound, type RoundPlan } from './plan-round.js';
import { readPrevious } from './previous.js';
import type { Round } from './round.js';
import type { RoundStore } from './round-store.js';

/** The kind of the managers' cards as broadcasts. */
export const ROUND = 'plan.round';
/** The job that writes what is asked and sends the cards. */
export const START_JOB = 'plan.start';
/** What it carries besides its organisation. */
export const startJobSchema = z.object({ round: z.string() });

export interface RoundParts {
  readonly store: RoundStore;
  readonly plans: Pick<PlanStore, 'find' | 'list' | 'activities'>;
  readonly directory: Pick<PeopleDirectory, 'find' | 'inOrganisation'>;
  readonly broadcasts: Pick<Broadcasts, 'create' | 'touch' | 'answered'>;
  /** Read when a round is planned: what is tied afterwards shows in the next one. */
  readonly learned?: ReadLearned;
  /** Which broadcasts carry a round's cards. */
  readonly sendings: Pick<LiveCardStore, 'add' | 'list'>;
  readonly jobs: {
    schedule(job: {
      readonly organisation: string;
      readonly id: string;
      readonly kind: string;
      readonly dueAt: Date;
      readonly data: Readonly<Record<string, string>>;
    }): Promise<unknown>;
  };
  readonly log: { warn(facts: object, message: string): void };
}

/** Sends the round's card to these persons. The same name is the same sending; one that is new goes out at `sendAt`, or now. */
export async function sendCards(
  { broadcasts, sendings }: Pick<RoundParts, 'broadcasts' | 'sendings'>,
  round: Round,
  { name, persons, sendAt }: { readonly name: string; readonly persons: readonly string[]; readonly sendAt?: Date },
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const { organisation, id, title, createdAt, createdBy, deadline, reminds } = round;
  const { broadcast, isNew } = await broadcasts.create({
    organisation,
    // The engine tells reminders apart by the end of the name.
    name: `round-${createHash('sha256')
      .update(JSON.stringify([id, name]))
      .digest('hex')
      .slice(0, 24)}`,
    createdAt,
    kind: ROUND,
    title,
    content: { subject: id },
    audience: { persons: [...persons] },
    createdBy,
    sendAt,
    // Reminders are counted from it; without, there are only those that HR presses.
    deadline: reminds ? deadline : undefined,
  });
  await sendings.add({ organisation, kind: ROUND, id }, broadcast.id);
  return { id: broadcast.id, isNew };
}

/** The beginning of a round: planned, stored, and carried out by a job that may die and be repeated at any point. */
export function createStart(parts: RoundParts) {
  const { store, plans, directory, jobs } = parts;

  async function plan(round: Round): Promise<RoundPlan> {
    const found = [];
    for (const id of round.plans) {
      const stored = await plans.find(round.organisation, id);
      if (!stored) throw new AppError('not_found', `There is no plan ${id} in ${round.organisation}.`);
      const activities: PlanActivity[] = [];
      for await (const activity of plans.activities(stored)) activities.push(activity);
      found.push({ plan: stored.plan, activities });
    }
    const people = directory.inOrganisation(round.organisation);
    const [previous, learned] = await Promise.all([readPrevious(store, round), parts.learned?.(round.organisation)]);
    return planRound({ round, plans: found, people, previous, ...(learned && { learned }) });
  }

  async function start(round: Round): Promise<'started' | 'already'> {
    const { organisation, id } = round;
    if (!(await store.find(organisation, id))) refuse(await plan(round));
    const isNew = await store.create({ ...round, state: 'preparing', items: 0 });
    // Also when it was there already: whoever created it may have died before this line.
    await askFor(round);
    return isNew ? 'started' : 'already';
  }

  /** The job that prepares it; asked for again it stays the same. */
  const askFor = ({ organisation, id, createdAt }: Round) =>
    jobs.schedule({ organisation, id: `${START_JOB}:${id}`, kind: START_JOB, dueAt: createdAt, data: { round: id } });

  /** Rounds whose process died before it had asked for the job. */
  async function catchUp(): Promise<void> {
    const organisations = new Set<string>();
    for await (const { plan: of } of plans.list()) organisations.add(of.organisation);
    for (const organisation of organisations)
      for await (const round of store.list(organisation)) if (round.state === 'preparing') await askFor(round);
  }

  /** The job: units, then open, then the cards. What is done already is found done. */
  async function prepare(organisation: string, id: string): Promise<void> {
    const stored = await store.find(organisation, id);
    if (!stored) throw new AppError('not_found', `There is no round ${id} in ${organisation}.`);
    if (stored.round.state === 'preparing') {
      for (const unit of byUnit((await plan(stored.round)).items)) await store.addUnit(unit);
    }
    // As stored: a run before this one may have written units of a directory that has changed since.
    const { items, persons } = await countStored(organisation, id);
    const open = await change(store, organisation, id, (round) =>
      round.state === 'preparing' ? { ...round, state: 'open', items } : undefined,
    );
    if (open.state !== 'open' || open.broadcast !== undefined || persons.length === 0) return;
    const { id: broadcast } = await sendCards(parts, open, { name: 'round', persons });
    await change(store, organisation, id, (round) =>
      round.broadcast === undefined ? { ...round, broadcast } : undefined,
    );
  }

  async function countStored(organisation: string, id: string) {
    const persons = new Set<string>();
    let items = 0;
    for await (const digest of store.digests(organisation, id)) {
      items += Object.keys(digest.items).length;
      digest.persons.forEach((person) => persons.add(person));
    }
    return { items, persons: [...persons].sort() };
  }

  return { plan, start, prepare, catchUp };
}

/** Changes a round under its version; undefined leaves it. Throws `not_found`. */
export function change(
  store: Pick<RoundStore, 'find' | 'update'>,
  organisation: string,
  id: string,
  decide: (round: Round) => Round | undefined,
): Promise<Round> {
  return tryAgain(async () => {
    const stored = await store.find(organisation, id);
    if (!stored) throw new AppError('not_found', `There is no round ${id} in ${organisation}.`);
    const next = decide(stored.round);
    return next === undefined ? stored.round : (await store.update(next, stored.version)).round;
  });
}

/** Throws `round_refused` for a round that asks nobody or one unit too much. */
function refuse({ items, tooLarge }: RoundPlan): void {
  if (items.length === 0) throw new AppError('round_refused', 'Nobody would be asked about anything in this round.');
  const [most] = tooLarge;
  if (!most) return;
  throw new AppError('round_refused', `A unit would be asked about ${most.items} items, more than one can answer.`, {
    facts: { department: most.department, unit: most.unit, items: most.items },
  });
}

function byUnit(items: readonly RoundItem[]): Iterable<RoundItem[]> {
  const units = new Map<string, RoundItem[]>();
  for (const item of items) {
    const key = JSON.stringify([item.department, item.unit]);
    units.set(key, [...(units.get(key) ?? []), item]);
  }
  return units.values();
}
