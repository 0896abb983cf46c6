import type { TurnContext } from 'botbuilder';
import type { Clock } from '../calendar/index.js';
import { acknowledged, invokeResponse } from './invoke.js';
import type { BindCard } from './outgoing.js';
import { createRateLimit } from './rate-limit.js';
import { searchResponse } from './search.js';
import { texts } from './texts.js';
import type { Turns } from './turns.js';

export interface LimitedTurnsParts {
  readonly turnsPerMinute: number;
  readonly clock: Clock;
  readonly bind: BindCard;
  readonly onTurn: (kind: string, outcome: string) => void;
}

type Handle = (context: TurnContext) => Promise<void>;

/**
 * The turns that people bring about, each person so many a minute. What is too much is refused before anything is read from storage:
 * a press or a search in its own response; a message once, and then with silence, or the refusals would be a flood of their own.
 */
export function limitTurns(turns: Turns, { turnsPerMinute, clock, bind, onTurn }: LimitedTurnsParts): Turns {
  const limit = createRateLimit({ perMinute: turnsPerMinute, clock });

  const limited =
    (kind: string, handle: Handle, refuse: (context: TurnContext, text: string, isTold: boolean) => Promise<void>) =>
    async (context: TurnContext): Promise<void> => {
      const { from } = context.activity;
      const pass = limit.pass((from.aadObjectId || from.id).toLowerCase());
      if (pass === 'through') return handle(context);
      await refuse(context, texts[turns.localeFor(context)].tooMany, pass === 'told');
      onTurn(kind, 'too-many');
    };
  const once = async (context: TurnContext, text: string, isTold: boolean) => {
    if (!isTold) await context.sendActivity(text);
  };
  const acknowledge = async (context: TurnContext, text: string, isTold: boolean) => {
    await context.sendActivity(acknowledged);
    await once(context, text, isTold);
  };

  return {
    ...turns,
    message: limited('message', (context) => turns.message(context), once),
    press: limited(
      'press',
      (context) => turns.press(context),
      async (context, message) => {
        const error = { status: 429, code: 'too_many_requests', message } as const;
        await context.sendActivity(invokeResponse({ error }));
      },
    ),
    search: limited(
      'search',
      (context) => turns.search(context),
      async (context, text) => {
        await context.sendActivity(searchResponse({ kind: 'message', text }, bind));
      },
    ),
    consent: limited('consent', (context) => turns.consent(context), acknowledge),
    thumb: limited('thumb', (context) => turns.thumb(context), acknowledge),
  };
}
