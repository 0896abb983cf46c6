import type { Action, Command, Feature, FileIntake } from '../actions/index.js';
import type { Composers } from '../broadcast/index.js';

/** What each part of the feature has: what can be pressed and typed, and the messages that it sends. */
export interface PlanPart {
  readonly actions: readonly Action[];
  readonly commands: readonly Command[];
  readonly files?: readonly FileIntake[];
  readonly composers?: Composers;
}

export interface PlanFeature {
  readonly feature: Feature;
  readonly composers: Composers;
}

/** Plan follow-up as one feature, of the parts that it is made of: the managers' cards, HR's, reports, files. */
export function planFeature(parts: readonly PlanPart[]): PlanFeature {
  return {
    feature: {
      name: 'plan',
      actions: parts.flatMap(({ actions }) => actions),
      commands: parts.flatMap(({ commands }) => commands),
      files: parts.flatMap(({ files }) => files ?? []),
    },
    composers: Object.assign({}, ...parts.map(({ composers }) => composers ?? {})) as Composers,
  };
}
