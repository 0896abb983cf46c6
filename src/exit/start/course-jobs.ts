import { z } from 'zod';
import type { JobHandler } from '../../jobs/index.js';
import { type CaseCourse, CLOSE_JOB, OPEN_JOB } from './course.js';

const openSchema = z.object({ case: z.string(), at: z.coerce.date() });
const closeSchema = openSchema.extend({ as: z.enum(['withdrawn', 'recalled']) });

/** Goes on with what a press began, should its process have died. */
export function courseJobs(course: CaseCourse): Readonly<Record<string, JobHandler>> {
  return {
    [OPEN_JOB]: ({ organisation, data }) => {
      const { case: id, at } = openSchema.parse(data);
      return course.runOpen(organisation, id, at);
    },
    [CLOSE_JOB]: async ({ organisation, data }) => {
      const { case: id, as, at } = closeSchema.parse(data);
      await course.runClose(organisation, id, as, at);
    },
  };
}
