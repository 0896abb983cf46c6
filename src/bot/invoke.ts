import { type Activity, ActivityTypes } from 'botbuilder';
import { z } from 'zod';

const pressSchema = z.object({
  value: z.object({
    action: z.object({ type: z.string().optional(), verb: z.string().min(1).max(200), data: z.unknown() }),
  }),
});

export interface Press {
  readonly verb: string;
  readonly data: unknown;
}

/** The verb and data of an adaptiveCard/action invoke; undefined when it is not shaped like one. */
export function readPress(activity: unknown): Press | undefined {
  const parsed = pressSchema.safeParse(activity);
  return parsed.success ? { verb: parsed.data.value.action.verb, data: parsed.data.value.action.data } : undefined;
}

export type PressResponse =
  | { readonly card: object }
  | { readonly text: string }
  | { readonly error: { readonly status: 400 | 403 | 429 | 500; readonly code: string; readonly message: string } };

const loopSchema = z.object({
  value: z.object({
    actionName: z.literal('feedback'),
    actionValue: z.object({ reaction: z.enum(['like', 'dislike']), feedback: z.string().nullish() }),
  }),
  replyToId: z.string().nullish(),
});
const loopTextSchema = z.object({ feedbackText: z.string().nullish() });

export interface Thumb {
  readonly rating: 'up' | 'down';
  readonly reason?: string;
  /** The message that it stands under; the Agents Playground does not say. */
  readonly replyToId?: string;
}

/** The thumb of a message/submitAction invoke; undefined when it is not shaped like one. */
export function readThumb(activity: unknown): Thumb | undefined {
  const parsed = loopSchema.safeParse(activity);
  if (!parsed.success) return undefined;
  const { value, replyToId } = parsed.data;
  const { reaction, feedback } = value.actionValue;
  return {
    rating: reaction === 'like' ? 'up' : 'down',
    reason: feedback ? reasonOf(feedback) : undefined,
    replyToId: replyToId || undefined,
  };
}

/** Teams sends JSON as text ('{"feedbackText":"…"}'), the Agents Playground what was typed. */
function reasonOf(feedback: string): string | undefined {
  let json: unknown;
  try {
    json = JSON.parse(feedback);
  } catch {
    return feedback;
  }
  const parsed = loopTextSchema.safeParse(json);
  return parsed.success ? (parsed.data.feedbackText ?? undefined) : feedback;
}

/** What Teams wants for a thumb and for an answer about a file: 200 without body. */
export const acknowledged: Partial<Activity> = { type: ActivityTypes.InvokeResponse, value: { status: 200 } };

/**
 * The answer to a pressed button, as its invoke response. It is sent by ourselves instead of being returned to
 * teams-ai, whose own handling would update the shared message with a card meant for one person (platform page, section 0).
 */
export function invokeResponse(response: PressResponse): Partial<Activity> {
  return { type: ActivityTypes.InvokeResponse, value: { status: 200, body: bodyOf(response) } };
}

function bodyOf(response: PressResponse): object {
  if ('card' in response)
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: response.card };
  if ('text' in response)
    return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: response.text };
  const { status, code, message } = response.error;
  return { statusCode: status, type: 'application/vnd.microsoft.error', value: { code, message } };
}
