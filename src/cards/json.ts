/** JSON as cards are made of. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** A card that is bound to its data and ready to be sent. */
export type AdaptiveCardJson = JsonObject & { readonly type: 'AdaptiveCard' };

export function isObject(node: unknown): node is JsonObject {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

/** The text at a place, or '' where there is none; figures become text. */
export function textAt(node: Json | undefined): string {
  return typeof node === 'string' || typeof node === 'number' ? String(node) : '';
}

/** The same JSON with each text passed through `change`; property names stay as they are. */
export function mapTexts(node: Json, change: (text: string) => string): Json {
  if (typeof node === 'string') return change(node);
  if (Array.isArray(node)) return node.map((item: Json) => mapTexts(item, change));
  if (!isObject(node)) return node;
  const copy: Record<string, Json> = {};
  for (const [key, value] of Object.entries(node)) if (value !== undefined) copy[key] = mapTexts(value, change);
  return copy;
}

/** Every text of the JSON, in its order. */
export function textsOf(node: Json | undefined): string[] {
  if (typeof node === 'string') return [node];
  if (Array.isArray(node)) return node.flatMap((item: Json) => textsOf(item));
  return isObject(node) ? Object.values(node).flatMap(textsOf) : [];
}

/**
 * Every element, action and input of a card, a fallback included, in its order. What an action sends (`data`) is left
 * out: it is the feature's, and a `type` in there says nothing about the card.
 */
export function elementsOf(node: Json | undefined): JsonObject[] {
  if (Array.isArray(node)) return node.flatMap((item: Json) => elementsOf(item));
  if (!isObject(node)) return [];
  const own = typeof node.type === 'string' ? [node] : [];
  const isAction = typeof node.type === 'string' && node.type.startsWith('Action.');
  const inner = Object.entries(node).filter(([key]) => !(isAction && key === 'data'));
  return [...own, ...inner.flatMap(([, value]) => elementsOf(value))];
}

/** UTF-8 bytes of the JSON as it is sent. */
export function bytesOf(card: JsonObject): number {
  return Buffer.byteLength(JSON.stringify(card), 'utf8');
}
