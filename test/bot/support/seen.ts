import { type AdaptiveCardJson, visibleText } from '../../../src/cards/index.js';
import { isJsonObject, type JsonObject, type WireActivity } from '../../support/connector/activity.js';

/** The Adaptive Card of a message. Throws when it has none. */
export function cardOf(activity: WireActivity | undefined): AdaptiveCardJson {
  const card = activity?.attachments?.find(({ contentType }) => contentType.endsWith('card.adaptive'))?.content;
  if (!isJsonObject(card)) throw new Error(`No card in ${JSON.stringify(activity)}`);
  return card as AdaptiveCardJson;
}

/** All that a person reads of a message, text and card, with ordinary spaces. */
export function seen(activity: WireActivity | undefined): string {
  const hasCard = (activity?.attachments ?? []).length > 0;
  return [activity?.text, hasCard ? visibleText(cardOf(activity)) : undefined]
    .filter((part) => part !== undefined)
    .join('\n')
    .replaceAll('\u00a0', ' ');
}

export interface Button {
  readonly title: string;
  readonly verb: string;
  readonly data: Record<string, unknown>;
}

/** The buttons of a card that reach the bot, in their order. */
export function buttonsOf(node: unknown): Button[] {
  if (Array.isArray(node)) return node.flatMap((item) => buttonsOf(item));
  if (!isJsonObject(node)) return [];
  if (node.type === 'Action.Execute') return [node as unknown as Button];
  return Object.values(node).flatMap((inner) => buttonsOf(inner));
}

/** The body of an invoke response. */
export function invokeBody(body: unknown): { statusCode: number; type: string; value: unknown } & JsonObject {
  if (!isJsonObject(body) || typeof body.statusCode !== 'number')
    throw new Error(`No invoke response: ${String(body)}`);
  return body as { statusCode: number; type: string; value: unknown } & JsonObject;
}
