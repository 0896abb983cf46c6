import { z } from 'zod';
import { type Phase, PHASES } from '../../../ask/index.js';
import type { ReportFilter } from '../filter.js';

const chosen = z.string().max(300).default('');

/** What the card's fields hold; '' is all, of the round the newest. */
export const openSchema = z.object({ round: chosen, plan: chosen, department: chosen, phase: chosen });
export type Chosen = z.infer<typeof openSchema>;

export const fileSchema = openSchema.extend({ format: z.enum(['docx', 'xlsx']) });

export function filterOf({ plan, department, phase }: Chosen): ReportFilter {
  const inPhase = PHASES.find((one): one is Phase => one === phase);
  return {
    ...(plan === '' ? {} : { plan }),
    ...(department === '' ? {} : { department }),
    ...(inPhase === undefined ? {} : { phase: inPhase }),
  };
}
