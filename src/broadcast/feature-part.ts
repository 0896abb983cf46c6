import type { Action, Command, Feature, FileIntake } from '../actions/index.js';
import type { JobHandler } from '../jobs/index.js';
import type { Composers } from './composer.js';

/** What one part of a large feature has: what can be pressed, typed and sent to it, the messages that it sends and its jobs. */
export interface FeaturePart {
  readonly actions: readonly Action[];
  readonly commands: readonly Command[];
  readonly files?: readonly FileIntake[];
  readonly composers?: Composers;
  /** What it does when a job is due, by kind of job. */
  readonly jobs?: Readonly<Record<string, JobHandler>>;
}

export interface JoinedFeature {
  readonly feature: Feature;
  readonly composers: Composers;
  readonly jobs: Readonly<Record<string, JobHandler>>;
}

/** A feature of the parts that it is made of. */
export function joinParts(name: string, parts: readonly FeaturePart[]): JoinedFeature {
  return {
    feature: {
      name,
      actions: parts.flatMap(({ actions }) => actions),
      commands: parts.flatMap(({ commands }) => commands),
      files: parts.flatMap(({ files }) => files ?? []),
    },
    composers: Object.assign({}, ...parts.map(({ composers }) => composers ?? {})) as Composers,
    jobs: Object.assign({}, ...parts.map(({ jobs }) => jobs ?? {})) as Record<string, JobHandler>,
  };
}
