import type { Person } from '../../../src/people/index.js';
import type { Round } from '../../../src/plan/index.js';
import { buttonsOf, invokeBody, seen } from '../../bot/support/seen.js';
import type { BotAnswer, User } from '../../support/connector/index.js';

/** One thing that a manager did: how long it took, and what went wrong if something did. */
export interface Turn {
  readonly kind: 'question' | 'answer';
  readonly ms: number;
  readonly error?: string;
}

/** Questions that the bot knows, with what a right answer holds. */
const QUESTIONS = [
  ['Hur hög är sjukfrånvaron i förskolan?', '9,8'],
  ['Vem håller avslutssamtalet?', 'chef'],
  ['Hur många medarbetare har förskolan?', ''],
] as const;

export interface Manager {
  /** The first meeting, not counted. */
  hello(): Promise<void>;
  /** Asks or answers, by turns. */
  act(): Promise<Turn>;
}

/** A manager who asks one time and answers an item of the round the next: opens it, writes, saves. */
export function createManager(
  user: User,
  { person, round, activities }: { readonly person: Person; readonly round: Round; readonly activities: number },
): Manager {
  let acts = Number(person.id.slice(-4)) % 2;
  let answers = 0;
  let form: { readonly verb: string; readonly data: object } | undefined;
  const itemAt = (n: number) => ({
    ...{
      round: round.id,
      department: person.department,
      unit: person.unit,
      item: `${round.plans[0]}/${1 + (n % activities)}`,
    },
  });

  async function timed(
    kind: Turn['kind'],
    act: () => Promise<BotAnswer>,
    fault: (answer: BotAnswer) => string | undefined,
  ): Promise<Turn> {
    const start = performance.now();
    try {
      const answer = await act();
      const ms = performance.now() - start;
      const error = answer.status === 200 ? fault(answer) : `${kind}: HTTP ${answer.status}`;
      return error === undefined ? { kind, ms } : { kind, ms, error };
    } catch (error) {
      return { kind, ms: performance.now() - start, error: String(error) };
    }
  }

  function ask(): Promise<Turn> {
    const [text, holds] = QUESTIONS[acts % QUESTIONS.length]!;
    return timed(
      'question',
      () => user.say(text),
      ({ replies }) => {
        const said = seen(replies[0]);
        return said !== '' && said.includes(holds) ? undefined : `"${text}" was answered: ${said.slice(0, 200)}`;
      },
    );
  }

  /** Saves what the open form asks; the card that comes back is the next form. */
  function answer(): Promise<Turn> {
    const comment = `Vi har kommit i gång, gång ${++answers}.`;
    return timed(
      'answer',
      () => user.press(form!.verb, { ...form!.data, status: 'pågår', comment }),
      ({ body }) => {
        const { statusCode, value } = invokeBody(body);
        const text = JSON.stringify(value);
        if (statusCode !== 200 || !text.includes('Svaret är sparat')) return `not saved: ${text.slice(0, 300)}`;
        form = saveButton(value) ?? form;
        return undefined;
      },
    );
  }

  async function open(n: number): Promise<void> {
    const { body } = await user.press('plan.respond.open', itemAt(n));
    form = saveButton(invokeBody(body).value);
  }

  return {
    async hello() {
      await user.say('hej');
      await open(0);
    },
    async act() {
      acts += 1;
      if (acts % 2 === 1) return ask();
      const turn = await answer();
      // All is answered: the next answer changes an earlier one. Opening is a click between two, not counted.
      if (form === undefined || answers >= activities) await open(answers);
      return turn;
    },
  };
}

function saveButton(card: unknown): { readonly verb: string; readonly data: object } | undefined {
  return buttonsOf(card).find(({ verb }) => verb === 'plan.respond.save');
}
