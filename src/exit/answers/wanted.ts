import { z } from 'zod';

/**
 * What a question may want of exits that are under way: how an item of the list stands (item), what is left (left), what is overdue
 * (overdue), which exits there are (cases), when somebody's last day is (lastDay).
 */
export const WANTS = ['item', 'left', 'overdue', 'cases', 'lastDay'] as const;
export type Want = (typeof WANTS)[number];

/** What is said first of an item: its day, whose it is, whether it is done; `what`: which items there are. */
export type Asks = 'when' | 'who' | 'whether' | 'what';

/** What a conversation remembers of an answer: structured, no text that somebody typed. */
export const rememberedSchema = z.object({
  want: z.enum(WANTS),
  items: z.array(z.string().max(10)).max(10),
  cases: z.array(z.string().max(200)).max(20),
});
export type Remembered = z.infer<typeof rememberedSchema>;

/** A question about exits that are under way, understood. */
export interface Wanted {
  readonly want: Want;
  readonly asks: Asks;
  readonly items: readonly string[];
  /** Parts of a leaver's name. */
  readonly names: readonly string[];
  /** "Min", "jag": the asker's own, or what the asker leads. */
  readonly isMine: boolean;
  /** The asker as the one who leaves: nothing of those whom the asker leads is meant. */
  readonly isSelf: boolean;
  /** Several are meant: exits, not one person's list. */
  readonly isMany: boolean;
  /** The items were found by their own words, not by a matter that the question names: those that are on no list that is meant are none. */
  readonly isSaid: boolean;
  /** The cases that the answer before was about, where this question names no others. */
  readonly cases: readonly string[];
}
