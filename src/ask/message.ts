import type { Message, View } from '../actions/index.js';
import type { Answer } from './answer.js';
import { EXAMPLES } from './phrase/examples.js';

/** The message of an answer. `asked` repeats the question in the first line, when a button asked it. */
export function toMessage(answer: Answer, asked?: string): Message {
  if (answer.kind === 'smalltalk' && answer.suggestions.length > 0)
    return { text: answer.text, card: helpView(answer.locale), summary: answer.title, locale: answer.locale };
  return {
    // What a person typed stands on the card only when it is repeated.
    // Nor is a card kept for others that quotes a document of the asker's organisation.
    card: { ...viewOf(answer, asked), isShared: asked === undefined && answer.quotation === undefined },
    citations: answer.citations,
    summary: summaryOf(answer),
    locale: answer.locale,
  };
}

export function helpView(locale: Answer['locale']): View {
  return { template: 'ask/help', data: { suggestions: EXAMPLES[locale] }, isShared: true };
}

function viewOf(answer: Answer, asked: string | undefined): View {
  const data = asked === undefined ? answer : { ...answer, asked };
  switch (answer.kind) {
    case 'statistic':
      return {
        template: 'ask/statistic',
        data: { ...data, text: answer.details ?? '', facts: besideTheChart(answer) },
      };
    case 'routine':
      return { template: answer.quotation ? 'ask/quotation' : 'ask/routine', data };
    case 'plan':
    case 'exit':
      return { template: 'ask/routine', data };
    case 'clarify':
    case 'unknown':
    case 'sensitive':
    case 'smalltalk':
      return { template: 'ask/message', data };
  }
}

/** The facts that the card lists: the first, and of the others those that the chart and its table do not show already. */
function besideTheChart({ facts, chart }: Answer): Answer['facts'] {
  const isInChart = ({ label, display }: Answer['facts'][number]) =>
    chart?.bars.some((bar) => bar.label === label && bar.display === display) ?? false;
  return facts.filter((fact, at) => at === 0 || !isInChart(fact));
}

/** What a notification shows: the figure itself, or the title. */
function summaryOf({ facts, title }: Answer): string {
  const [first] = facts;
  return first ? `${first.label}: ${first.display}` : title;
}
