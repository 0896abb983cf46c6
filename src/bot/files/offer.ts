import { type Activity, ActivityTypes } from 'botbuilder';
import type { ConversationKind, Message, OutgoingFile } from '../../actions/index.js';
import type { Locale } from '../../calendar/index.js';
import { plain } from '../../cards/index.js';
import { type Files, MAX_FILE_BYTES, OFFERED_MS } from '../../files/index.js';
import type { Right } from '../../people/index.js';
import { fileTexts } from './texts.js';

/** How a file reaches a person: Teams asks and puts it into the person's OneDrive, or a link of our own. */
export type FileDelivery = { readonly kind: 'consent' } | { readonly kind: 'link'; readonly publicUrl: string };

export interface OfferTo {
  readonly organisation: string;
  readonly person: string;
  readonly kind: ConversationKind;
  readonly locale: Locale;
  readonly now: Date;
  readonly right?: Right;
}

const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';

/** What is sent for a message's file: what Teams asks the person, a card with a link, or why there is none. */
export async function offerFile(
  file: OutgoingFile,
  { organisation, person, kind, locale, now, right }: OfferTo,
  { files, delivery }: { readonly files: Pick<Files, 'keep'>; readonly delivery: FileDelivery },
): Promise<{ readonly message: Message } | { readonly activity: Partial<Activity> }> {
  const texts = fileTexts[locale];
  const { name, contentType, description } = file;
  if (kind !== 'personal') return { message: { text: texts.onlyInPersonalChat } };
  const bytes = await file.bytes();
  if (bytes.length > MAX_FILE_BYTES) return { message: { text: texts.outTooLarge(plain(name)) } };
  const about = { organisation, person, right, name, contentType, bytes };
  const token = await files.keep({ ...about, purpose: 'offer', keepMs: OFFERED_MS }, now);
  if (delivery.kind === 'link') {
    const data = { name, description, size: sizeIn(bytes.length, locale), url: `${delivery.publicUrl}/files/${token}` };
    return { message: { card: { template: 'files/offer', data }, summary: texts.offered(name), locale } };
  }
  const context = { file: token };
  const content = { description, sizeInBytes: bytes.length, acceptContext: context, declineContext: context };
  return {
    activity: {
      type: ActivityTypes.Message,
      summary: texts.offered(name),
      attachments: [{ contentType: CONSENT, name, content }],
    },
  };
}

/** "12 kB", "1,4 MB". */
function sizeIn(bytes: number, locale: Locale): string {
  const format = (value: number, digits: number) =>
    new Intl.NumberFormat(locale === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: digits }).format(value);
  return bytes < 1_000_000 ? `${format(Math.ceil(bytes / 1000), 0)} kB` : `${format(bytes / 1_000_000, 1)} MB`;
}
