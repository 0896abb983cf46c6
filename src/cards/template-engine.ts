import { createRequire } from 'node:module';

/** A parsed template: expressions are read once, then filled in as often as needed. */
export interface ParsedTemplate {
  expand(context: { readonly $root: object }): unknown;
}

/**
 * The templating engine, required instead of imported: its type declarations point at TypeScript sources of
 * `adaptivecards` that do not compile under our settings.
 */
export const { Template } = createRequire(import.meta.url)('adaptivecards-templating') as {
  Template: new (payload: unknown) => ParsedTemplate;
};
