import { rowsOf } from './stored.js';

/** What storage says of the cards to HR about these questions: for whoever looks for the reason. */
export async function whereIs(connectionString: string, questions: readonly string[]): Promise<string> {
  const rows = async (table: string) => rowsOf(connectionString, table);
  const [stored, cards, broadcasts, deliveries, active] = await Promise.all(
    ['questions', 'livecards', 'broadcasts', 'deliveries', 'activebroadcasts'].map(rows),
  );
  return questions
    .map((text) => {
      const question = stored!.find(({ question: one }) => one === text);
      const card = cards!.find(({ kind, subject }) => kind === 'question.hr' && subject === question?.id);
      const broadcast = broadcasts!.find(({ id }) => id === card?.broadcast);
      const delivery = deliveries!.filter(({ broadcast: id }) => id === card?.broadcast);
      const isActive = active!.some(({ id }) => id === card?.broadcast);
      return JSON.stringify({ text, question: question?.id, card: card?.broadcast, broadcast, delivery, isActive });
    })
    .join('\n');
}
