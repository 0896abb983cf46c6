import { readFileSync } from 'node:fs';
import type { Answer, AskContext, Knowledge, Question } from '../../src/ask/index.js';
import type { Person } from '../../src/people/index.js';

/** Every conversation of the project's question sets, and every question that a routine lists. */
export function everyConversation({ routines }: Pick<Knowledge, 'routines'>): readonly (readonly string[])[] {
  const sets = ['dev', 'more', 'rounds'].flatMap((name) =>
    readFileSync(`test/ask/questions.${name}.jsonl`, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { turns: string[] }).turns),
  );
  const listed = routines.flatMap(({ questions, questionsEn }) => [...questions, ...questionsEn]);
  return [...sets, ...listed.map((question) => [question])];
}

/** What a person is answered turn by turn, with or without other features' sources. */
export async function converseAs(
  engine: (question: Question) => unknown,
  turns: readonly string[],
  { person, now }: { readonly person: Person; readonly now: Date },
): Promise<Answer[]> {
  let context: AskContext = {};
  const answers: Answer[] = [];
  for (const question of turns) {
    const asker = { organisation: person.organisation, department: person.department };
    const result = (await engine({ question, person, asker, context, now })) as {
      answer: Answer;
      context: AskContext;
    };
    answers.push(result.answer);
    context = result.context;
  }
  return answers;
}
