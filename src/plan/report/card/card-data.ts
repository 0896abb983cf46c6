import { PHASES } from '../../../ask/index.js';
import { type Locale, stockholmDate, stockholmTime } from '../../../calendar/index.js';
import type { Round, RoundItem } from '../../round/index.js';
import { clip } from '../../../clip.js';
import { answeredOf, countOf, percentOf } from '../counts.js';
import { DEVIATING } from '../deviation.js';
import { fiveLines } from '../five-lines.js';
import { learnedRows } from '../learned.js';
import { phasesOf, plansOf } from '../named-splits.js';
import { statusBars } from '../status-bars.js';
import type { RoundSummary, Split } from '../summary.js';
import { reportTexts } from '../texts.js';
import { numberIn, unitIn, versionIn } from '../wording.js';
import { capital, phaseIn, saidIn } from '../words.js';
import { fitting, type Limits } from './fitting.js';
import { ALL } from './inputs.js';

const BAR_SIGNS = 20;

export interface CardMaterial {
  readonly summary: RoundSummary;
  /** The first few. */
  readonly deviations: readonly RoundItem[];
  /** Of the organisation, newest first. */
  readonly rounds: readonly Pick<Round, 'id' | 'title'>[];
  readonly organisation: string;
  readonly now: Date;
  readonly locale: Locale;
}

/** What the report's card shows, as much of it as fits the limit of a card. Pure. */
export function reportCardData(material: CardMaterial): object {
  return fitting((limits) => cardData(material, limits));
}

function cardData({ summary, deviations: found, rounds, organisation, now, locale }: CardMaterial, most: Limits) {
  const texts = reportTexts[locale];
  const { round, filter, activities } = summary;
  const deviating = countOf(activities, ...DEVIATING);
  const learned = learnedRows(summary, locale);
  const deviations = found.slice(0, most.deviations);
  return {
    title: texts.title(clip(round.title, most.name)),
    about: [
      clip([organisation, filter.department].filter((part) => part !== undefined).join(', '), 2 * most.name),
      ...(filter.plan === undefined
        ? []
        : [clip(summary.plans.find(({ id }) => id === filter.plan)?.title ?? '', most.name)]),
      ...(filter.phase === undefined ? [] : [phaseIn(locale, filter.phase)]),
      `${stockholmDate(now)} ${stockholmTime(now)}`,
    ].join(' · '),
    version: versionIn(locale, round),
    lines: fiveLines(summary, locale),
    charts: activities.items === 0 ? [] : [statusChart(summary, locale), doneChart(summary, locale)],
    splits: splitsOf(summary, locale, most),
    deviations: deviations.map((item) => ({
      title: clip(oneLine(item.text), most.text),
      status: item.response?.status === undefined ? '' : capital(saidIn(locale, item.response.status)),
      unit: clip(unitIn(item), most.name),
      reason: clip(oneLine(item.response?.reason ?? ''), most.text),
      action: clip(oneLine(item.response?.comment ?? ''), most.text),
      newDue: item.response?.newDue ?? '',
    })),
    moreDeviations:
      deviating > deviations.length ? texts.moreInReport(numberIn(locale, deviating - deviations.length)) : '',
    learned: learned.slice(0, most.learned).map(({ reason, activity, stands }) => ({
      reason: clip(reason, most.text),
      activity: clip(oneLine(activity), most.text),
      stands: clip(stands, most.text),
    })),
    moreLearned:
      learned.length > most.learned ? texts.moreInReport(numberIn(locale, learned.length - most.learned)) : '',
    choices: choicesOf(summary, { rounds, most, locale }),
    chosen: {
      round: round.id,
      plan: filter.plan ?? ALL,
      department: filter.department ?? ALL,
      phase: filter.phase ?? ALL,
    },
  };
}

function statusChart({ activities }: RoundSummary, locale: Locale) {
  return {
    title: reportTexts[locale].statusOf,
    valueLabel: reportTexts[locale].columns.count,
    bars: statusBars(activities, locale).map(({ label, count, percent }) =>
      bar(capital(label), `${numberIn(locale, count)} (${percent} %)`, { value: count, percent }),
    ),
  };
}

function doneChart(summary: RoundSummary, locale: Locale) {
  return {
    title: reportTexts[locale].doneByPhase,
    valueLabel: reportTexts[locale].columns.donePercent,
    bars: phasesOf(summary, locale).map(({ name, counts }) => {
      const percent = percentOf(countOf(counts, 'klar'), counts.items);
      return bar(name, `${percent} %`, { value: percent, percent });
    }),
  };
}

function bar(label: string, display: string, { value, percent }: { readonly value: number; readonly percent: number }) {
  return { label, display, value, signs: '█'.repeat(Math.round((percent / 100) * BAR_SIGNS)) };
}

/** Departments, plans where there are several, and the rounds in order of time. */
function splitsOf(summary: RoundSummary, locale: Locale, most: Limits) {
  const { columns, statusIn, trend } = reportTexts[locale];
  const rounds = summary.trend.map(({ title, counts }): Split => ({ name: title, counts }));
  const row = ({ name, counts }: Split) => ({
    name: clip(name, most.name),
    answered: `${percentOf(answeredOf(counts), counts.items)} %`,
    done: `${percentOf(countOf(counts, 'klar'), counts.items)} %`,
    deviating: numberIn(locale, countOf(counts, ...DEVIATING)),
  });
  return [
    { title: statusIn.department, heading: columns.department, of: summary.byDepartment, least: 2 },
    { title: statusIn.plan, heading: columns.plan, of: plansOf(summary), least: 2 },
    { title: trend, heading: columns.round, of: rounds, least: 2 },
  ]
    .filter(({ of, least }) => of.length >= least)
    .map(({ title, heading, of }) => ({
      ...{ title, heading, rows: of.slice(0, most.splits).map(row) },
      more: of.length > most.splits ? reportTexts[locale].moreInReport(numberIn(locale, of.length - most.splits)) : '',
    }));
}

function choicesOf(
  { plans, departments, filter, round }: RoundSummary,
  { rounds, most, locale }: Pick<CardMaterial, 'rounds' | 'locale'> & { readonly most: Limits },
) {
  const choice = (title: string, value: string) => ({ title: clip(title, most.name), value });
  return {
    rounds: first(rounds, most.rounds, ({ id }) => id === round.id).map(({ id, title }) => choice(title, id)),
    plans: first(plans, most.plans, ({ id }) => id === filter.plan).map(({ id, title }) => choice(title, id)),
    departments: first(departments, most.departments, (name) => name === filter.department).map((name) =>
      choice(name, name),
    ),
    phases: PHASES.map((phase) => choice(phaseIn(locale, phase), phase)),
  };
}

/** The first few, and the one that is chosen wherever it stands: a field must show it. */
function first<Item>(all: readonly Item[], most: number, isChosen: (item: Item) => boolean): readonly Item[] {
  return all.filter((item, at) => at < most || isChosen(item));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
