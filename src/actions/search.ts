import type { Permission } from '../people/policy.js';
import type { View } from './reply.js';
import type { Turn } from './turn.js';

/** What somebody types into a search command of the compose box, and which page of the hits is wanted. */
export interface SearchQuery {
  /** Empty when nothing was typed yet. */
  readonly text: string;
  readonly skip: number;
  readonly count: number;
}

/** One hit: what the list shows of it, and the card that is pasted when it is chosen, in `locale`. */
export interface SearchHit {
  readonly title: string;
  readonly subtitle: string;
  readonly line: string;
  readonly card: View;
  readonly locale: Turn['locale'];
}

export type SearchPage =
  { readonly kind: 'hits'; readonly hits: readonly SearchHit[] } | { readonly kind: 'message'; readonly text: string };

/** A search command: from any chat, also one that the bot is not in, so nothing of a conversation is known or kept. */
export interface Search {
  /** The command's id in the app's manifest. */
  readonly id: string;
  readonly allow: Permission;
  handle(query: SearchQuery, turn: Turn): SearchPage;
}
