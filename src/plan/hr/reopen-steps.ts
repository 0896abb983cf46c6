import { createHash } from 'node:crypto';
import { pageOf, type Turn, type View } from '../../actions/index.js';
import type { Round, RoundItem, UnitRef } from '../round/index.js';
import type { PlanHrParts } from './parts.js';
import { planHrTexts } from './texts.js';
import type { PickStep } from './values.js';

const ON_A_PAGE = 40;
const LONGEST_TITLE = 120;
const collator = new Intl.Collator('sv');

interface Option {
  readonly title: string;
  readonly value: string;
}

/**
 * The way to one answered item: department, unit, item, a card a step, so that no card holds more than a page. A step with one
 * choice alone is passed over. Names are chosen by their hash: clients join chosen values by commas, and names may hold some.
 */
export function createReopenSteps({ rounds }: Pick<PlanHrParts, 'rounds'>) {
  /** Units where something is answered. */
  async function answeredUnits({ organisation, id }: Round): Promise<UnitRef[]> {
    const found: UnitRef[] = [];
    for await (const { department, unit, items } of rounds.digests(organisation, id))
      if (Object.values(items).some(({ said }) => said !== ''))
        found.push({ organisation, round: id, department, unit });
    return found;
  }

  async function answeredItems(unit: UnitRef): Promise<RoundItem[]> {
    return (await rounds.unitItems(unit)).flatMap(({ item }) => (item.response ? [item] : []));
  }

  /** What is chosen so far and what comes next. */
  async function step(turn: Turn, round: Round, chosen: PickStep): Promise<View | undefined> {
    const texts = planHrTexts[turn.locale];
    const units = await answeredUnits(round);
    const departments = unique(units.map(({ department }) => department));
    const department = only(departments) ?? departments.find((name) => hash(name) === chosen.department);
    if (department === undefined) return view(round, { ...chosen, department: '', unit: '' }, named(departments));
    const inside = units.filter((unit) => unit.department === department);
    const names = unique(inside.map(({ unit }) => unit));
    const name = only(names) ?? names.find((one) => hash(one) === chosen.unit);
    const at = { ...chosen, department: hash(department) };
    const unitTitles = named(names).map(({ title, value }) => ({ title: title || texts.itself(department), value }));
    if (name === undefined) return view(round, { ...at, unit: '' }, unitTitles);
    const unit = inside.find((one) => one.unit === name)!;
    const items = (await answeredItems(unit)).map(({ key, text }) => ({
      title: shortened(text),
      value: key,
    }));
    return view(round, { ...at, unit: hash(name) }, items, [department, name].filter(Boolean).join(', '));
  }

  async function view(
    round: Round,
    { page, department, unit }: PickStep,
    options: readonly Option[],
    place = '',
  ): Promise<View | undefined> {
    if (options.length === 0) return undefined;
    const { items, hasMore } = await pageOf(each(options), page, { most: ON_A_PAGE });
    return {
      template: 'plan/reopen',
      data: {
        round: round.id,
        title: round.title,
        step: unit !== '' ? 'item' : department !== '' ? 'unit' : 'department',
        place,
        department,
        unit,
        choices: items,
        pages: [
          ...(page > 1 ? [{ to: page - 1, direction: 'previous' }] : []),
          ...(hasMore ? [{ to: page + 1, direction: 'next' }] : []),
        ],
      },
    };
  }

  /** Also one that is silent by now: whoever opened it may have died before anybody was told. */
  async function itemChosen({ organisation, id }: Round, chosen: PickStep): Promise<RoundItem | undefined> {
    for await (const { department, unit } of rounds.digests(organisation, id)) {
      if (hash(department) !== chosen.department || hash(unit) !== chosen.unit) continue;
      const asked = await rounds.unitItems({ organisation, round: id, department, unit });
      return asked.find(({ item }) => item.key === chosen.choice)?.item;
    }
    return undefined;
  }

  return { step, itemChosen };
}

/** As a line says it. */
export function shortened(text: string): string {
  return text.slice(0, LONGEST_TITLE);
}

function named(names: readonly string[]): Option[] {
  return [...names].sort(collator.compare).map((title) => ({ title, value: hash(title) }));
}

function hash(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 8);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}

function only(names: readonly string[]): string | undefined {
  return names.length === 1 ? names[0] : undefined;
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
