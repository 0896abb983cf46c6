import { performance } from 'node:perf_hooks';
import {
  type Answering,
  type AskContext,
  type AskResult,
  createAsk,
  EMPTY_CONTEXT,
  type Question,
  subjectOf,
  toMessage,
} from '../ask/index.js';
import { type Locale, systemClock } from '../calendar/index.js';
import { type Cards, visibleText } from '../cards/index.js';
import { openMaterials } from '../composition/materials.js';

/** The same engine and cards as in Teams; without storage it answers at once. */
export interface Engine {
  readonly ask: Answering;
  readonly cards: Cards;
}

export function openEngine(env: NodeJS.ProcessEnv = process.env): Engine {
  const materials = openMaterials(
    { knowledgeDir: env['KNOWLEDGE_DIR'] || 'knowledge', cardsDir: env['CARDS_DIR'] || 'cards' },
    systemClock,
  );
  return { ask: createAsk(materials.knowledge()), cards: materials.cards() };
}

export interface Answered extends AskResult {
  /** The engine's own time, in milliseconds. */
  readonly ms: number;
}

export interface Speaker {
  readonly locale?: Locale;
  readonly asker?: Question['asker'];
  readonly person?: Question['person'];
}

/** One conversation: each turn sees what the one before left. */
export async function converse({ ask }: Engine, turns: readonly string[], speaker: Speaker = {}): Promise<Answered[]> {
  let context: AskContext = EMPTY_CONTEXT;
  const answered: Answered[] = [];
  for (const question of turns) {
    const started = performance.now();
    const result = await ask({ ...speaker, question, now: systemClock(), context });
    answered.push({ ...result, ms: performance.now() - started });
    context = result.context;
  }
  return answered;
}

/** All that the user would see: the message's text and the bound card's, with thumbs as somebody of the directory sees it. */
export function shownText({ cards }: Engine, { answer, context }: AskResult): string {
  const subject = subjectOf({ answer, context });
  const message = toMessage(answer, { sending: subject && { answer: '-', subject, origin: '-', toHr: '-' } });
  return [message.text, message.card && visibleText(cards.bind(message.card, answer.locale))]
    .filter((part) => part !== undefined)
    .join('\n');
}
