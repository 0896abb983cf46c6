import { rowsOf } from './stored.js';

export interface CardToHr {
  readonly text: string;
  /** As the ledger has it. */
  readonly state: string;
  readonly cause: string;
}

/** How the cards to HR about these questions stand in the ledger. */
export async function cardsOf(connectionString: string, questions: readonly string[]): Promise<CardToHr[]> {
  if (questions.length === 0) return [];
  const rows = (table: string) => rowsOf(connectionString, table);
  const [stored, cards, deliveries] = await Promise.all([rows('questions'), rows('livecards'), rows('deliveries')]);
  return questions.map((text) => {
    const question = stored.find((row) => row.question === text);
    const card = cards.find(({ kind, subject }) => kind === 'question.hr' && subject === question?.id);
    const delivery = deliveries.find(({ kind, broadcast }) => kind === 'delivery' && broadcast === card?.broadcast);
    const { state = 'none', cause = '', lastError = '' } = delivery ?? {};
    return {
      text,
      state: String(state),
      cause: `${cause as string} ${lastError as string}`.trim(),
    };
  });
}
