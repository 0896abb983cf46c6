import type { AdaptiveCardJson } from '../../../../src/cards/index.js';
import { type ExitCase, subjectOfCase } from '../../../../src/exit/index.js';
import type { Person } from '../../../../src/people/index.js';
import { openExitCases, type Storage } from '../../../../src/storage/index.js';
import { createLogLines } from '../../../bot/support/log-lines.js';
import { DANIEL, KARIN, ORGANISATION, PEOPLE, SARA } from '../../../bot/support/people.js';
import { buttonOf, pressButton, replaced } from '../../../bot/support/press.js';
import { cardOf } from '../../../bot/support/seen.js';
import { testConfig } from '../../../bot/support/stage.js';
import { AMIR, PETER } from '../../../questions/support/office.js';
import type { BotAnswer, User } from '../../../support/connector/index.js';
import { someCase } from '../../case/some-case.js';
import { buildHouse } from '../../../support/start.js';

/** Nine days before the last day at work of `someCase`, a Wednesday morning. */
export const NOW = '2026-11-18T09:00:00Z';

/** Who sees to IT, and another manager of the same board. */
export const HENRIK: Person = {
  ...DANIEL,
  id: 'a0000000-0000-4000-8000-000000000021',
  name: 'Henrik Ulvsunde',
  email: 'henrik@ubara.example',
  department: 'Stödfunktioner',
  function: 'Systemförvaltare',
  language: 'sv',
};
export const ELIN: Person = {
  ...KARIN,
  id: 'a0000000-0000-4000-8000-000000000022',
  name: 'Elin Vätterborg',
  email: 'elin@ubara.example',
  unit: 'Förskolorna Fruängen',
};
/** A colleague of Sara's, with no part in her case. */
export const MAJA: Person = {
  ...SARA,
  id: 'a0000000-0000-4000-8000-000000000023',
  name: 'Maja Strandhäll',
  email: 'maja@ubara.example',
};
export const EVERYBODY = [...PEOPLE, AMIR, PETER, HENRIK, ELIN, MAJA];

/** Opens a case of Sara, whose manager is Karin, and sends its card to these, as the start of a case does. */
export async function openCase(
  storage: Storage,
  to: readonly Person[] = [],
  changes: Partial<ExitCase> = {},
): Promise<ExitCase> {
  const exitCase = someCase({ organisation: ORGANISATION, employee: SARA.id, manager: KARIN.id, ...changes });
  await openExitCases(storage).create(exitCase);
  if (to.length > 0) {
    // A replica of the bot that sends nothing itself.
    const { liveCards } = await buildHouse(testConfig({ TEST_NOW: NOW }), createLogLines().log, storage);
    const about = { title: 'Checklista', name: `exit-${exitCase.id}`, at: exitCase.createdAt };
    await liveCards.show(
      subjectOfCase(exitCase),
      to.map(({ id }) => id),
      about,
    );
  }
  return exitCase;
}

export async function caseOf(storage: Storage, { organisation, id }: ExitCase): Promise<ExitCase> {
  return (await openExitCases(storage).find(organisation, id))!.exitCase;
}

/** The card that a press leads to, in the place of the pressed one. */
export async function press(user: User, card: unknown, title: string, typed: object = {}): Promise<AdaptiveCardJson> {
  return replaced(await pressButton(user, card, title, typed));
}

/** The card of a new message that a press brings. */
export async function pressForNew(user: User, card: unknown, title: string): Promise<AdaptiveCardJson> {
  return cardOf((await pressButton(user, card, title)).replies[0]);
}

/** What somebody sends who presses a button of a card, with other ids. */
export async function forge(user: User, card: unknown, title: string, other: object): Promise<BotAnswer> {
  const { verb, data } = buttonOf(card, title);
  return user.press(verb, { ...data, ...other });
}

/** What the inputs of a card hold, by id. */
export function inputsOf(card: AdaptiveCardJson): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  JSON.stringify(card, (_key, node: unknown) => {
    const { type, id, value } = (node ?? {}) as Record<string, unknown>;
    if (typeof type === 'string' && type.startsWith('Input.')) found[String(id)] = value;
    return node;
  });
  return found;
}
