import type { z } from 'zod';
import { type Action, defineAction, type Reply, type Turn } from '../../actions/index.js';
import type { FeaturePart } from '../../broadcast/index.js';
import type { Permission } from '../../people/index.js';
import { createBegin } from './begin.js';
import { courseJobs } from './course-jobs.js';
import { createDesk } from './desk.js';
import { caseSchema, discardSchema, nextSchema, pageSchema, reviewSchema, saveSchema, sendSchema } from './forms.js';
import { createLead } from './lead/lead.js';
import { createOwnCases } from './lead/list.js';
import { createShowCase } from './lead/show.js';
import { createNotices } from './mend/notices.js';
import type { ExitStartParts } from './parts.js';
import { createSend } from './send.js';

/** How a case begins, is sent and is led as a whole, in chat, by the employee's manager or HR. */
export function createExitStart(parts: ExitStartParts): FeaturePart {
  const desk = createDesk(parts);
  const show = createShowCase(parts);
  const begin = createBegin(parts, desk);
  const send = createSend(parts, desk, show);
  const lead = createLead(parts, desk, show);
  const own = createOwnCases(parts);

  const on =
    (allow: Permission) =>
    <S extends z.ZodTypeAny>(
      verb: string,
      schema: S,
      run: (turn: Turn, input: z.infer<S>) => Promise<Reply> | Reply,
    ): Action =>
      defineAction({ verb, schema, allow, handle: (input, turn) => run(turn, input) });
  const [starts, leads] = [on('exit.start'), on('exit.lead')];

  return {
    composers: createNotices(parts),
    jobs: courseJobs(parts.course),
    commands: [
      {
        id: 'exit.start',
        phrases: [
          ...['nytt avslut', 'någon slutar', 'starta avslut', 'en medarbetare slutar'],
          ...['new exit', 'start exit', 'new leaver', 'someone is leaving', 'somebody is leaving'],
        ],
        allow: 'exit.start',
        handle: (turn) => begin.open(turn),
      },
      {
        id: 'exit.leavers',
        phrases: ['mina avslut', 'my leavers', 'my exits'],
        allow: 'exit.lead',
        handle: (turn) => own.post(turn),
      },
    ],
    actions: [
      starts('exit.start.next', nextSchema, (turn, input) => begin.next(turn, input)),
      starts('exit.start.back', reviewSchema, (turn, input) => begin.back(turn, input)),
      starts('exit.start.drop', discardSchema, (turn, { draft }) => begin.drop(turn, draft)),
      starts('exit.start.review', reviewSchema, (turn, input) => send.review(turn, input)),
      starts('exit.start.edit', caseSchema, (turn, input) => send.edit(turn, input.case)),
      starts('exit.start.resume', caseSchema, (turn, input) => send.resume(turn, input.case)),
      starts('exit.start.send', sendSchema, (turn, input) => send.send(turn, input)),
      leads('exit.lead.list', pageSchema, (turn, { page }) => own.page(turn, page)),
      leads('exit.lead.open', caseSchema, (turn, input) => lead.open(turn, input.case)),
      leads('exit.lead.word', caseSchema, (turn, input) => lead.word(turn, input.case)),
      leads('exit.lead.change', caseSchema, (turn, input) => lead.change(turn, input.case)),
      leads('exit.lead.save', saveSchema, (turn, input) => lead.save(turn, input)),
      leads('exit.lead.withdraw', caseSchema, (turn, input) => lead.askWithdraw(turn, input.case)),
      leads('exit.lead.withdraw-yes', caseSchema, (turn, input) => lead.withdraw(turn, input.case)),
      leads('exit.lead.recall', caseSchema, (turn, input) => lead.recall(turn, input.case)),
    ],
  };
}
