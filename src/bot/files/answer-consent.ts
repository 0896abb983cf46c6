import { type Activity, ActivityTypes } from 'botbuilder';
import type { Reply } from '../../actions/index.js';
import type { Locale } from '../../calendar/index.js';
import type { Claim, Files } from '../../files/index.js';
import type { ConsentAnswer, UploadInfo } from './read-file-activities.js';
import { fileTexts } from './texts.js';
import { putFile, TRANSFER_MS } from './transfer.js';

const FILE_INFO = 'application/vnd.microsoft.teams.card.file.info';

export interface ConsentParts {
  readonly files: Files;
  readonly hosts: readonly string[];
  readonly transferMs?: number;
}

export interface Consenter extends Omit<Claim, 'purpose'> {
  readonly locale: Locale;
  readonly now: Date;
}

/** Carries out what somebody answered: the file goes once, to that person's OneDrive. `info` is the card that shows where it lies. */
export async function answerConsent(
  answer: ConsentAnswer,
  { organisation, person, locale, now }: Consenter,
  { files, hosts, transferMs = TRANSFER_MS }: ConsentParts,
): Promise<{ readonly reply: Reply; readonly info?: Partial<Activity> }> {
  const texts = fileTexts[locale];
  const say = (text: string, outcome: string, file?: string): { reply: Reply } => ({
    reply: { post: [{ text }], outcome, ...(file === undefined ? {} : { touched: { file } }) },
  });
  const found = await files.find(answer.token, { organisation, person, purpose: 'offer' }, now);
  if (found.kind !== 'ready') return say(texts[found.kind], `file-${found.kind}`);
  if (!(await files.mayTake(found.stored.file))) return say(texts.denied, 'file-denied', found.stored.file.id);
  const used = await files.use(found.stored, now);
  if (!used) return say(texts.used, 'file-used');
  const { file } = used;
  if (answer.kind === 'decline') {
    await files.finish(file);
    return say(texts.declined, 'file-declined', file.id);
  }
  const { upload } = answer;
  const bytes = await files.giving(used, (kept) => files.bytes(kept));
  const fault = await putFile(upload.uploadUrl, bytes, { hosts, timeoutMs: transferMs });
  if (fault !== undefined) {
    await files.release(used);
    return say(fault === 'host' ? texts.notPut.host : texts.notPut.other, `file-${fault}`, file.id);
  }
  await files.finish(file);
  return { reply: { outcome: 'file-saved', touched: { file: file.id } }, info: infoCard(upload) };
}

function infoCard({ contentUrl, name, uniqueId, fileType }: UploadInfo): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    attachments: [{ contentType: FILE_INFO, contentUrl, name, content: { uniqueId, fileType } }],
  };
}
