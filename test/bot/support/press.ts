import { expect } from 'vitest';
import { type AdaptiveCardJson, visibleText } from '../../../src/cards/index.js';
import type { BotAnswer, User } from '../../support/connector/index.js';
import { type Button, buttonsOf, cardOf, invokeBody } from './seen.js';

/** The button of a card with this title. Throws with the titles that there are. */
export function buttonOf(card: unknown, title: string): Button {
  const buttons = buttonsOf(card);
  const found = buttons.find((candidate) => candidate.title === title);
  if (!found) throw new Error(`No button "${title}" among: ${buttons.map((other) => other.title).join(' | ')}`);
  return found;
}

/** The card that took the place of the pressed one. */
export function replaced({ body }: BotAnswer): AdaptiveCardJson {
  const { statusCode, type, value } = invokeBody(body);
  expect([statusCode, type]).toEqual([200, 'application/vnd.microsoft.card.adaptive']);
  return value as AdaptiveCardJson;
}

/** What a person reads on a card, with ordinary spaces. */
export function read(card: AdaptiveCardJson): string {
  return visibleText(card).replaceAll('\u00a0', ' ');
}

/** The card that answers a typed text. */
export async function say(user: User, text: string): Promise<AdaptiveCardJson> {
  return cardOf((await user.say(text)).replies[0]);
}

/** Presses a button with what was typed into the card's inputs, as a client sends it. */
export async function pressButton(user: User, card: unknown, title: string, typed: object = {}): Promise<BotAnswer> {
  const { verb, data } = buttonOf(card, title);
  return user.press(verb, { ...data, ...typed });
}
