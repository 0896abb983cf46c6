import { z } from 'zod';

const DOWNLOAD = 'application/vnd.microsoft.teams.file.download.info';

const attachmentSchema = z.object({
  contentType: z.literal(DOWNLOAD),
  name: z.string().trim().min(1).max(400),
  contentUrl: z.string().max(4000).nullish(),
  content: z.object({ downloadUrl: z.string().max(4000).nullish() }).nullish(),
});

/** A file that came with a message. `address` is where it can be fetched for some minutes; '' when the client gave none. */
export interface SentFile {
  readonly name: string;
  readonly address: string;
}

/** The files of a message, as Teams sends them in personal chats; other attachments (its text as HTML, pictures, cards) are none. */
export function sentFiles(activity: { readonly attachments?: unknown }): SentFile[] {
  const attachments = Array.isArray(activity.attachments) ? (activity.attachments as unknown[]) : [];
  return attachments.flatMap((attachment) => {
    const parsed = attachmentSchema.safeParse(attachment);
    if (!parsed.success) return [];
    const { name, contentUrl, content } = parsed.data;
    // A client that is not Teams may give the one address only.
    return [{ name, address: content?.downloadUrl ?? contentUrl ?? '' }];
  });
}

const consentSchema = z.object({
  value: z.object({
    action: z.enum(['accept', 'decline']),
    context: z.object({ file: z.string().max(100) }),
    uploadInfo: z
      .object({
        contentUrl: z.string().max(4000),
        name: z.string().max(400),
        uploadUrl: z.string().max(8000),
        uniqueId: z.string().max(200),
        fileType: z.string().max(50),
      })
      .nullish(),
  }),
});

export type UploadInfo = NonNullable<z.infer<typeof consentSchema>['value']['uploadInfo']>;

/** What somebody answered when Teams asked whether a file may be saved. */
export type ConsentAnswer =
  | { readonly kind: 'accept'; readonly token: string; readonly upload: UploadInfo }
  | { readonly kind: 'decline'; readonly token: string };

/** Reads a fileConsent/invoke; undefined when it is not shaped like one. */
export function readConsent(activity: unknown): ConsentAnswer | undefined {
  const parsed = consentSchema.safeParse(activity);
  if (!parsed.success) return undefined;
  const { action, context, uploadInfo } = parsed.data.value;
  if (action === 'decline') return { kind: 'decline', token: context.file };
  return uploadInfo ? { kind: 'accept', token: context.file, upload: uploadInfo } : undefined;
}
