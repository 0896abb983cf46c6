import { z } from 'zod';

/** How somebody leaves. Dismissal, misconduct, death, protected identity and ongoing rehabilitation are none: HR alone handles those. */
export const EXIT_KINDS = ['egen uppsägning', 'pension', 'visstid', 'intern rörlighet'] as const;
export type ExitKind = (typeof EXIT_KINDS)[number];

/** What may hold of a leaver and adds items to the list; `sex månader`: employed so long, which the survey asks for. */
export const TRAITS = [
  'chef',
  'attest',
  'systemroll',
  'myndighetsutövning',
  'vård',
  'facklig',
  'kontor',
  'konto',
  'fyller 69',
  'begäran',
  'sex månader',
] as const;
export type Trait = (typeof TRAITS)[number];

/** Who sees to an item. Leaver and manager each tick it for themselves; the others' items stand on the manager's card. */
export const OWNERS = ['medarbetare', 'chef', 'överordnad', 'hr', 'lön', 'it', 'registrator', 'mas'] as const;
export type Owner = (typeof OWNERS)[number];

const text = z.string().trim().min(1).max(200);
const days = z.number().int().min(-365).max(365);

/** One item of the exit checklist as knowledge/exit/checklist.yml holds it (domain page 1.2). */
export const checklistItemSchema = z
  .object({
    id: z.string().regex(/^AVS-\d\d$/, 'AVS- and two digits'),
    sv: text,
    en: text,
    help: z.object({ sv: text, en: text }).strict(),
    owners: z.array(z.enum(OWNERS)).min(1),
    /** Days from the anchor, before it when negative. */
    offset: days,
    /** Instead of `offset` for a kind. */
    offsets: z.record(z.enum(EXIT_KINDS), days).default({}),
    /** From so many days before the last day of employment on, what is left of it is urgent (domain page 1.3: AVS-09 at -31). */
    urgent: days.optional(),
    /** The last day of employment, or the last day at work, which is earlier when holiday ends the employment. */
    anchor: z.enum(['anställning', 'arbetsdag']),
    /** Not due before so many days after the notice. */
    lag: z.number().int().min(0).max(30),
    kinds: z.array(z.enum(EXIT_KINDS)).min(1),
    /** Only for a leaver of whom all of these hold. */
    when: z.array(z.enum(TRAITS)).default([]),
    /** The same, for one kind. */
    conditions: z.record(z.enum(EXIT_KINDS), z.array(z.enum(TRAITS))).default({}),
    /** Which part of the bot helps with it: the conversation, the handover, or the survey, which the bot itself sees to. */
    opens: z.enum(['samtal', 'överlämning', 'enkät']).optional(),
    /** Where the practice was found. */
    sources: z.array(text).min(1),
  })
  .strict();
export type ChecklistItem = z.infer<typeof checklistItemSchema>;

/** The items that a leaver's list has, in the order of the checklist. */
export function itemsFor(items: readonly ChecklistItem[], kind: ExitKind, traits: readonly Trait[]): ChecklistItem[] {
  const holds = (wanted: readonly Trait[]) => wanted.every((trait) => traits.includes(trait));
  return items.filter((item) => item.kinds.includes(kind) && holds(item.when) && holds(item.conditions[kind] ?? []));
}
