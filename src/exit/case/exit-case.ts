import { z } from 'zod';
import { EXIT_KINDS, OWNERS, TRAITS } from '../checklist/item.js';

/**
 * Where a case stands:
 *   draft -> open -> ended (all is done, or 45 days after the last day)
 *   draft, open -> withdrawn (the resignation was taken back) | recalled (started by mistake)
 * Nothing reaches the employee before `open`.
 */
export const CASE_STATUSES = ['draft', 'open', 'ended', 'withdrawn', 'recalled'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export const TICK_STATES = ['done', 'notApplicable', 'delegated', 'notYet'] as const;

const person = z.string().uuid().toLowerCase();
const shortText = z.string().trim().max(200);

/** What one owner said of an item. Who that was is the case's matter (employee, manager, function): no person is named here. */
export const tickSchema = z
  .object({
    /** `notYet` is said aloud: it contradicts a `done` of the other side. */
    state: z.enum(TICK_STATES),
    /** To which function it was delegated: a function, never a person. */
    delegatedTo: shortText.optional(),
    /** About the task, never about the person (domain page 1.3). */
    comment: shortText.optional(),
    at: z.coerce.date(),
    /** When it was due at that moment: what is done keeps its day when the dates of the case move. */
    due: z.string().date(),
    /** `formId` and content of the press that set it, so that the same press twice is one. */
    form: z.string().max(100),
  })
  .strict();
export type Tick = z.infer<typeof tickSchema>;

/** Something that only this person knows: what, to whom, by when; whoever receives it or the manager confirms. */
export const handoverSchema = z
  .object({
    id: z.string().min(1).max(60),
    what: shortText,
    /** Function or name of who takes over. */
    to: shortText,
    by: z.string().date(),
    handedOverAt: z.coerce.date().optional(),
    confirmedAt: z.coerce.date().optional(),
    /** Missing in rows from before: then it was the manager. */
    confirmedBy: z.enum(['chef', 'mottagare']).optional(),
    addedBy: z.enum(['medarbetare', 'chef']),
  })
  .strict();
export type Handover = z.infer<typeof handoverSchema>;

/** Which side led a conversation: no person is named. */
export const LEADS = ['chef', 'hr'] as const;
export type Lead = (typeof LEADS)[number];

/** How one side's conversation came out: no quotes, no judgements (P8). Themes are codes of knowledge/exit/talk.yml. */
export const talkOutcomeSchema = z
  .object({
    outcome: z.enum(['held', 'declined', 'notHeld']),
    /** When it was recorded. */
    at: z.coerce.date(),
    themes: z.array(z.string().max(40)).max(20).default([]),
  })
  .strict();
export type TalkOutcome = z.infer<typeof talkOutcomeSchema>;

/** The exit conversation. */
export const talkSchema = z
  .object({
    /** When the employee was asked whether and with whom. */
    offeredAt: z.coerce.date().optional(),
    /** What the employee wishes: either, both, or neither, which declines; not there before the employee has said so. */
    withManager: z.boolean().optional(),
    withHr: z.boolean().optional(),
    bookedFor: z.coerce.date().optional(),
    minutes: z.number().int().min(15).max(180).optional(),
    place: z.string().max(100).optional(),
    /** Counts the bookings: the version of the calendar file. */
    bookings: z.number().int().min(0).optional(),
    areasSentAt: z.coerce.date().optional(),
    /** Manager and HR may each have had a conversation: each side records its own. */
    outcomes: z.object({ chef: talkOutcomeSchema, hr: talkOutcomeSchema }).partial().strict().optional(),
  })
  .strict();
export type Talk = z.infer<typeof talkSchema>;

/** Rows from before each side had its own outcome hold one, of the side that recorded it last. */
function withOutcomes(stored: unknown): unknown {
  const former = formerTalkSchema.safeParse(stored);
  if (!former.success) return stored;
  const { outcome, outcomeAt: at, outcomeBy = 'chef', themes, ...rest } = former.data;
  return { ...rest, ...(outcome && at && { outcomes: { [outcomeBy]: { outcome, at, themes } } }) };
}
const formerTalkSchema = talkSchema
  .omit({ outcomes: true })
  .extend({
    outcome: talkOutcomeSchema.shape.outcome.optional(),
    outcomeAt: z.coerce.date().optional(),
    outcomeBy: z.enum(LEADS).optional(),
    themes: talkOutcomeSchema.shape.themes,
  })
  .strict();

export const exitCaseSchema = z
  .object({
    organisation: z.string().min(1),
    /** Sorts newest first. */
    id: z.string().min(1),
    employee: person,
    manager: person,
    startedBy: person,
    /** The manager's manager as the directory had it last: who takes over when the manager is gone from there. */
    above: person.optional(),
    /** When somebody else became the manager of the case. */
    managerSince: z.coerce.date().optional(),
    /** When the employee was first missing from the directory: nothing is sent to them since. */
    employeeGoneAt: z.coerce.date().optional(),
    kind: z.enum(EXIT_KINDS),
    traits: z.array(z.enum(TRAITS)),
    notice: z.string().date(),
    lastWorkingDay: z.string().date(),
    lastDay: z.string().date(),
    opened: z.string().date(),
    status: z.enum(CASE_STATUSES),
    /** By item id, then by owner. */
    ticks: z.record(z.string(), z.record(z.enum(OWNERS), tickSchema)).default({}),
    handover: z.array(handoverSchema).max(40).default([]),
    talk: z.preprocess(withOutcomes, talkSchema.default({})),
    createdAt: z.coerce.date(),
    sentAt: z.coerce.date().optional(),
    endedAt: z.coerce.date().optional(),
  })
  .strict();
export type ExitCase = z.infer<typeof exitCaseSchema>;
