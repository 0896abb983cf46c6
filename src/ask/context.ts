import { z } from 'zod';

/** What a conversation remembers of its questions: structured, never what was typed. */
export const askContextSchema = z
  .object({
    measure: z.string().optional(),
    population: z.string().optional(),
    period: z.string().optional(),
    breakdown: z.string().optional(),
    /** Whether outcomes or targets were asked for. */
    kind: z.enum(['outcome', 'target', 'annual', 'council', 'forecast']).optional(),
    /** A share was asked for, so "samma sak fast 2023" asks for one too. */
    share: z.boolean().optional(),
    /** Several were ranked: "och på andra plats?". */
    extreme: z.enum(['highest', 'lowest', 'best', 'worst']).optional(),
    /** The populations of the last turns about the same measure, newest last: "vilken av dem?". */
    recent: z.array(z.string()).max(8).optional(),
    /** The measure is of a place, time or part of the staff that no figure is held of: without another there is none. */
    lacks: z.enum(['place', 'time', 'part']).optional(),
    /** What was asked about and is held by no document: "och i äldreomsorgen?" goes on about it. */
    notHeld: z.string().optional(),
    /** The parts of the last turns about the same measure and population, newest last: "hur många är de tillsammans?". */
    recentParts: z.array(z.string()).max(8).optional(),
    /** The figures told last, by the ids of their observations, newest last: "skillnaden?", "hur mycket per brukare?". */
    told: z.array(z.string()).max(4).optional(),
    routine: z.string().optional(),
    /** The routine closest to a question that was refused: "vem ansvarar för det?" goes on about it. */
    topic: z.string().optional(),
    /** What another feature's answer was about, in that feature's own terms; it reads its own and trusts nothing. */
    source: z.object({ kind: z.enum(['plan', 'exit']), about: z.record(z.string(), z.unknown()) }).optional(),
  })
  .strip();

export type AskContext = z.infer<typeof askContextSchema>;
export const EMPTY_CONTEXT: AskContext = {};
