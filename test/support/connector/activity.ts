/** An activity as it stands on the wire: the fields that tests read, and whatever else came with them. */
export interface WireActivity {
  readonly type?: string;
  readonly id?: string;
  readonly text?: string;
  readonly replyToId?: string;
  readonly attachments?: readonly WireAttachment[];
  readonly entities?: readonly Record<string, unknown>[];
  readonly channelData?: unknown;
  readonly [property: string]: unknown;
}

export interface WireAttachment {
  readonly contentType: string;
  readonly content?: unknown;
  readonly [property: string]: unknown;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
