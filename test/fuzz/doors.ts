import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  composeQuery,
  installationUpdate,
  invokeAction,
  membersAdded,
  message,
} from '../support/connector/incoming.js';
import type { BotAnswer, JsonObject, User } from '../support/connector/index.js';
import { isJsonObject } from '../support/connector/activity.js';
import { envelopeOf } from '../bot/support/envelope.js';
import type { Stage } from '../bot/support/stage.js';
import { damagedJson, damagedText, nastyValue } from './mutate.js';

/** What stays as it is: where the bot answers to, so that whatever it says can be read. */
const KEPT = ['serviceUrl', 'conversation', 'conversation.id', 'from', 'from.id', 'recipient', 'recipient.id'];

/** The bot answered, and not that it failed. 501 is the answer to an invoke of a name that nobody has. */
export function isSound({ status, body }: BotAnswer): boolean {
  const isInvokeFault = isJsonObject(body) && typeof body.statusCode === 'number' && body.statusCode >= 500;
  return [200, 202, 400, 413, 415, 501].includes(status) && !isInvokeFault;
}

/** Activities of every kind with something wrong in them. */
export function damagedActivities(stage: Stage, user: User): fc.Arbitrary<object> {
  const envelope = envelopeOf(stage.connector, user);
  const press = { verb: 'ask.question', data: { question: 'Vem håller avslutssamtalet?' }, replyToId: '1' };
  const invoke = (name: string, value: object): JsonObject => ({ ...invokeAction(envelope, press), name, value });
  return damagedJson(
    [
      message(envelope, 'Hur hög är sjukfrånvaron i förskolan?'),
      {
        ...message(envelope, ''),
        attachments: [{ contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'plan.xlsx' }],
      },
      invokeAction(envelope, press),
      composeQuery(envelope, { text: 'avslut' }),
      membersAdded(envelope),
      installationUpdate(envelope, 'add'),
      invoke('message/submitAction', {
        actionName: 'feedback',
        actionValue: { reaction: 'like', feedback: '{"feedbackText":"x"}' },
      }),
      invoke('fileConsent/invoke', { type: 'fileUpload', action: 'decline', context: { id: 'x' } }),
    ],
    KEPT,
  );
}

/** Bodies that are no activity at all. */
export function damagedBodies(stage: Stage, user: User): fc.Arbitrary<string> {
  return damagedText([JSON.stringify(message(envelopeOf(stage.connector, user), 'hej'))]);
}

/** A press of any button of any card, with data as no card has it. */
export function damagedPresses(): fc.Arbitrary<{ readonly verb: string; readonly data: object }> {
  const ids = fc.constantFrom<unknown>(
    'sv',
    'r1',
    'case-1',
    '2026-forskola/1',
    1,
    '1',
    true,
    'own',
    'Förskola',
    '2026-03-01',
  );
  const value = fc.oneof(ids, nastyValue);
  return fc.constantFrom(...buttons()).chain(({ verb, keys }) => {
    const own = fc.record(Object.fromEntries(keys.map((key) => [key, value])), { requiredKeys: [] });
    const more = fc.dictionary(fc.string({ maxLength: 8 }), value, { maxKeys: 1 });
    return fc
      .tuple(own, fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: more }))
      .map(([data, other]) => ({
        verb,
        data: { ...data, ...other },
      }));
  });
}

/** Every verb of the templates, with what its button sends and what can be typed beside it. */
function buttons(): { readonly verb: string; readonly keys: readonly string[] }[] {
  const files = readdirSync('cards', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.card.json'),
  );
  return files.flatMap((file) => {
    const nodes = nodesOf(JSON.parse(readFileSync(join('cards', file), 'utf8')));
    const inputs = nodes.filter(({ type }) => String(type).startsWith('Input.')).map(({ id }) => String(id));
    return nodes
      .filter(({ type, verb }) => type === 'Action.Execute' && typeof verb === 'string' && !verb.includes('$'))
      .map(({ verb, data }) => ({
        verb: String(verb),
        keys: [...new Set([...Object.keys(isJsonObject(data) ? data : {}), ...inputs])],
      }));
  });
}

function nodesOf(node: unknown): JsonObject[] {
  if (Array.isArray(node)) return node.flatMap(nodesOf);
  return isJsonObject(node) ? [node, ...Object.values(node).flatMap(nodesOf)] : [];
}
