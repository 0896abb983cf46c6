import { randomUUID } from 'node:crypto';
import { message } from '../../support/connector/incoming.js';
import type { BotAnswer, Connector, User, WireActivity } from '../../support/connector/index.js';
import { envelopeOf } from './envelope.js';

/** Sends a file in the person's chat, as Teams does: uploaded to the person's OneDrive, with an address that needs no sign-in. */
export function dropFile(
  connector: Connector,
  user: User,
  { name, url, more = [] }: { name: string; url: string; more?: readonly object[] },
): Promise<BotAnswer> {
  const activity = message(envelopeOf(connector, user), '');
  return user.raw({
    ...activity,
    attachments: [...(activity.attachments as object[]), fileAttachment(name, url), ...more],
  });
}

export function fileAttachment(name: string, url: string): object {
  const content = { downloadUrl: url, uniqueId: randomUUID(), fileType: name.split('.').at(-1) };
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: `https://kommunen-my.sharepoint.com/personal/karin/Documents/Applications/${name}`,
    name,
    content,
  };
}

export interface ConsentCard {
  readonly name: string;
  readonly content: {
    readonly description: string;
    readonly sizeInBytes: number;
    readonly acceptContext: object;
    readonly declineContext: object;
  };
}

/** The card by which Teams asks whether a file may be saved. Throws when the message has none. */
export function consentCardOf(activity: WireActivity | undefined): ConsentCard {
  const found = activity?.attachments?.find(({ contentType }) => contentType.endsWith('card.file.consent'));
  if (!found) throw new Error(`No file consent card in ${JSON.stringify(activity)}`);
  return found as unknown as ConsentCard;
}

/** The answer to a consent card, as Teams sends it. */
export function answerConsent(
  connector: Connector,
  user: User,
  answer: { context: object; uploadUrl?: string; name?: string },
): Promise<BotAnswer> {
  const { context, uploadUrl, name = 'Rapport.docx' } = answer;
  const uploadInfo = {
    contentUrl: `https://kommunen-my.sharepoint.com/personal/karin/Documents/${name}`,
    name,
    uploadUrl,
    uniqueId: 'f81d',
    fileType: 'docx',
  };
  return user.raw({
    ...message(envelopeOf(connector, user), ''),
    type: 'invoke',
    name: 'fileConsent/invoke',
    value: {
      type: 'fileUpload',
      action: uploadUrl === undefined ? 'decline' : 'accept',
      context,
      ...(uploadUrl === undefined ? {} : { uploadInfo }),
    },
  });
}
