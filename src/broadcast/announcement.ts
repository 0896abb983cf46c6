import { z } from 'zod';
import type { Message } from '../actions/index.js';
import { type Locale, stockholmDate } from '../calendar/index.js';
import type { Broadcast } from './broadcast.js';
import { broadcastTexts } from './texts.js';

/** The kind of a plain message from HR to many. */
export const ANNOUNCEMENT = 'announcement';

const wordsSchema = z.object({ title: z.string(), text: z.string() });
export type Words = z.infer<typeof wordsSchema>;

export const announcementSchema = z.object({
  sv: wordsSchema,
  /** For those who read English; they get the Swedish words where there are none. */
  en: wordsSchema.optional(),
  /** The sender's function and organisation; the person is no part of the message. */
  from: z.object({ function: z.string(), organisation: z.string() }),
  /** Asks for a press on "Jag har läst". */
  confirm: z.boolean(),
});
export type Announcement = z.infer<typeof announcementSchema>;

/** How the button of a recipient's card stands; `date` is when the person pressed it. */
export type Confirmation =
  { readonly state: 'none' | 'asked' | 'preview' } | { readonly state: 'done'; readonly at: Date };

/** The card of one recipient. The same function makes the preview, so that HR sees the very card. */
export function announcementMessage(
  { id, content, deadline }: Pick<Broadcast, 'id' | 'content' | 'deadline'>,
  locale: Locale,
  confirmation: Confirmation,
): Message {
  const announcement = announcementSchema.parse(content);
  const { title, text } = wordsFor(announcement, locale);
  const { state } = confirmation;
  return {
    card: {
      template: 'broadcast/announcement',
      data: {
        broadcast: id,
        title,
        lines: linesOf(text),
        from: `${announcement.from.function}, ${announcement.from.organisation}`,
        state,
        deadline: state !== 'done' && announcement.confirm && deadline ? stockholmDate(deadline) : '',
        confirmedOn: state === 'done' ? stockholmDate(confirmation.at) : '',
      },
    },
    summary: broadcastTexts[locale].summary(title, announcement.from.organisation),
  };
}

/** What is asked of somebody who has not answered yet. */
export function openConfirmation({ content }: Pick<Broadcast, 'content'>): Confirmation {
  return { state: announcementSchema.parse(content).confirm ? 'asked' : 'none' };
}

function wordsFor({ sv, en }: Announcement, locale: Locale): Words {
  return locale === 'en' && en ? en : sv;
}

/** One block a line, since cards run lines together; an empty line becomes room before the next. */
function linesOf(text: string): { line: string; spacing: 'None' | 'Medium' }[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return lines.flatMap((line, index) =>
    line === ''
      ? []
      : [{ line, spacing: index > 0 && lines[index - 1] !== '' ? ('None' as const) : ('Medium' as const) }],
  );
}
