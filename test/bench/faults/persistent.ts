import { setTimeout as pause } from 'node:timers/promises';
import type { BotAnswer, User, WireActivity } from '../../support/connector/index.js';
import { type Button, buttonsOf, cardOf, invokeBody } from '../../bot/support/seen.js';
import type { Model } from './model.js';

/** How presses and messages ended, each try by itself. */
export interface Tally {
  tries: number;
  acknowledged: number;
  /** The bot said that it failed, with a number and what to do. */
  told: number;
  /** No answer at all: the process was dead. */
  unreached: number;
  /** An HTTP error instead of an answer. */
  untold: number;
}

const PATIENCE = 100;
const PAUSE_MS = 250;

/** A person who, told that it failed or not answered at all, presses the very same button again until it is taken. */
export interface Persistent {
  /** The card or line that the press brought in the end. */
  press(button: Pick<Button, 'verb'>, data: object): Promise<unknown>;
  /** Types a text until a reply has a button of this verb; gives all its buttons. */
  ask(text: string, verb: string): Promise<readonly Button[]>;
  /** Presses until a new message has a button of this verb. */
  pressForNew(button: Pick<Button, 'verb'>, data: object, verb: string): Promise<readonly Button[]>;
}

/** `revived` resolves when a bot that was killed has a successor. */
export function persistent(
  user: User,
  { model, tally, revived }: { readonly model: Model; readonly tally: Tally; readonly revived: () => Promise<void> },
): Persistent {
  /** One try after the other, until `read` finds in the answer what was wanted. */
  async function until<T>(act: () => Promise<BotAnswer>, read: (answer: BotAnswer) => T | undefined): Promise<T> {
    let last: unknown;
    for (let tries = 0; tries < PATIENCE; tries++) {
      if (tries > 0) await pause(PAUSE_MS);
      tally.tries += 1;
      const answer = await act().catch(() => undefined);
      last = answer?.body ?? answer;
      if (!answer) {
        tally.unreached += 1;
        await revived();
      }
      if (answer && answer.status !== 200) tally.untold += 1;
      if (answer?.status === 200) {
        const found = read(answer);
        if (found !== undefined) {
          tally.acknowledged += 1;
          return found;
        }
        tally.told += 1;
      }
    }
    throw new Error(`${user.member.name} gave up after ${PATIENCE} tries: ${JSON.stringify(last)}`);
  }

  /** The body of a press that was taken; undefined when the bot said that it failed. Anything else is a fault of the bench. */
  function taken(verb: string, { body }: BotAnswer): { readonly value: unknown } | undefined {
    const { statusCode, value } = invokeBody(body);
    if (statusCode >= 500) return undefined;
    if (statusCode !== 200) throw new Error(`${verb} was refused: ${JSON.stringify(value)}`);
    const key = `${user.member.aadObjectId} ${verb}`;
    model.presses.set(key, (model.presses.get(key) ?? 0) + 1);
    return { value };
  }

  return {
    async press({ verb }, data) {
      const { value } = await until(
        () => user.press(verb, data),
        (answer) => taken(verb, answer),
      );
      return value;
    },
    ask: (text, verb) =>
      until(
        () => user.say(text),
        ({ replies }) => buttonsWith(verb, replies),
      ),
    pressForNew: ({ verb }, data, wanted) =>
      until(
        () => user.press(verb, data),
        (answer) => taken(verb, answer) && buttonsWith(wanted, answer.replies),
      ),
  };
}

/** The buttons of the newest message that has one of this verb. */
function buttonsWith(verb: string, messages: readonly WireActivity[]): readonly Button[] | undefined {
  return messages
    .filter(({ attachments }) => attachments?.some(({ contentType }) => contentType.endsWith('card.adaptive')))
    .map((message) => buttonsOf(cardOf(message)))
    .findLast((buttons) => buttons.some((button) => button.verb === verb));
}
