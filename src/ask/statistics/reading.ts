import type { AskContext } from '../context.js';
import type { ObservationKind } from '../knowledge.js';
import type { Frame, Mention } from '../understand/frame.js';
import type { StatisticsStore } from './store.js';

/** What a question about figures asks for, with everything decided that words can decide. */
export interface Reading {
  /** The first is the asked one. */
  readonly measures: readonly string[];
  /** Populations meant, each a list of equally named ones; empty when none was named. */
  readonly populations: readonly (readonly string[])[];
  /** Sorted "key=value" parts joined by "; ", as observations hold it. */
  readonly breakdowns: readonly string[];
  readonly years: readonly number[];
  readonly wants: Wants;
  /** What was taken over from the turn before. */
  readonly fromContext: boolean;
}

export interface Wants {
  readonly extreme?: 'highest' | 'lowest';
  readonly ranking: boolean;
  readonly change: boolean;
  readonly target: boolean;
  readonly previous: boolean;
  readonly conflict: boolean;
  readonly kinds: readonly ObservationKind[];
}

/** Joins the words of a question with what the conversation remembers. Undefined when no measure is meant. */
export function readReading(frame: Frame, context: AskContext, store: StatisticsStore): Reading | undefined {
  const named = mentionedMeasures(frame, store);
  const follows = named.length === 0 && context.measure !== undefined && isFollowUp(frame);
  const measures = follows ? [context.measure!] : named;
  if (measures.length === 0) return undefined;
  const populations = mentionedPopulations(frame.populations, store);
  const breakdowns = frame.breakdowns.map(({ ids }) => ids[0]!);
  const years = frame.periods.map(({ year }) => year);
  return {
    measures,
    populations: populations.length > 0 || !follows || !context.population ? populations : [[context.population]],
    breakdowns,
    years: years.length > 0 || !follows || !context.period ? years : [],
    wants: readWants(frame),
    fromContext: follows,
  };
}

/** A turn that names a population, time, breakdown or kind of answer but no measure goes on about the last measure. */
function isFollowUp(frame: Frame): boolean {
  const namesSomething = frame.populations.length + frame.periods.length + frame.breakdowns.length > 0;
  const asksOtherwise = ['change', 'compare', 'highest', 'lowest', 'target', 'chart', 'previous', 'ranking'].some((word) => frame.words.has(word));
  return frame.tokens.length <= 12 && (namesSomething || asksOtherwise);
}

/** The measures named, the part before its whole: "sjukfrånvaro dag 1–14" means the part alone. */
function mentionedMeasures(frame: Frame, store: StatisticsStore): string[] {
  const ids = [...new Set(frame.measures.map(({ ids }) => ids[0]!))];
  const parts = ids.filter((id) => store.measure(id).partOf !== undefined);
  return ids.filter((id) => !parts.some((part) => store.measure(part).partOf === id && !frame.words.has('whole')));
}

/**
 * The populations named. An organisation beside a department of it says whose department: "förskolan i Hägersten-Älvsjö"
 * is one population. Names that several organisations share stay alternatives when no organisation is named.
 */
function mentionedPopulations(mentions: readonly Mention[], store: StatisticsStore): string[][] {
  const isOrganisation = (id: string) => store.population(id).level === 'organisation';
  const organisations = mentions.flatMap(({ ids }) => ids.filter(isOrganisation));
  const parts = mentions
    .map(({ ids }) => ids.filter((id) => !isOrganisation(id)))
    .filter((ids) => ids.length > 0)
    .map((ids) => {
      const within = ids.filter((id) => organisations.some((organisation) => store.isWithin(id, organisation)));
      return within.length > 0 ? within : ids;
    });
  if (parts.length > 0) return unique(parts);
  return unique(organisations.map((id) => [id]));
}

function unique(lists: readonly (readonly string[])[]): string[][] {
  return [...new Map(lists.map((list) => [list.join('|'), [...list]])).values()];
}

function readWants({ words }: Frame): Wants {
  const target = words.has('target');
  return {
    extreme: words.has('highest') ? 'highest' : words.has('lowest') ? 'lowest' : undefined,
    ranking: words.has('ranking'),
    change: words.has('change'),
    target,
    previous: words.has('previous'),
    conflict: words.has('conflict'),
    kinds: target ? ['utfall', 'årsmål', 'KF:s årsmål', 'mål', 'prognos'] : ['utfall'],
  };
}
