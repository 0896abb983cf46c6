import type { Action, Command, Feature, FileIntake } from '../actions/index.js';
import type { Composers } from './composer.js';

/** What one part of a large feature has: what can be pressed, typed and sent to it, and the messages that it sends. */
export interface FeaturePart {
  readonly actions: readonly Action[];
  readonly commands: readonly Command[];
  readonly files?: readonly FileIntake[];
  readonly composers?: Composers;
}

export interface JoinedFeature {
  readonly feature: Feature;
  readonly composers: Composers;
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
  };
}
