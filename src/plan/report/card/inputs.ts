import { z } from 'zod';
import { type Phase, PHASES } from '../../../ask/index.js';
import type { ReportFilter } from '../filter.js';

/** Of a field that is not narrowed; a choice of a card needs some value. */
export const ALL = '*';
const chosen = z.string().max(300).default(ALL);

/** What the card's fields hold; ALL of the round is the newest. */
export const openSchema = z.object({ round: chosen, plan: chosen, department: chosen, phase: chosen });
export type Chosen = z.infer<typeof openSchema>;

export const fileSchema = openSchema.extend({ format: z.enum(['docx', 'xlsx']) });

export function filterOf({ plan, department, phase }: Chosen): ReportFilter {
  const inPhase = PHASES.find((one): one is Phase => one === phase);
  return {
    ...(plan === ALL ? {} : { plan }),
    ...(department === ALL ? {} : { department }),
    ...(inPhase === undefined ? {} : { phase: inPhase }),
  };
}
