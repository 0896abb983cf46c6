import type { Citation, Message, View } from '../actions/index.js';
import type { Answer } from './answer.js';
import { EXAMPLES } from './phrase/examples.js';
import { askTexts } from './phrase/texts.js';

/** What a citation without address opens; given by the feature, which has the knowledge at hand. */
export type OpenSource = (citation: Citation) => View | undefined;

/**
 * The message of an answer. `asked` repeats the question in the first line, when a button asked it. The numbers of its
 * sources stand in the text, since Teams shows a citation only where its number does; the card lists them in full.
 */
export function toMessage(answer: Answer, asked?: string, openSource: OpenSource = () => undefined): Message {
  if (answer.kind === 'smalltalk' && answer.suggestions.length > 0)
    return { text: answer.text, card: helpView(answer.locale), summary: answer.title, locale: answer.locale };
  return {
    // What somebody told of a case is not repeated.
    ...(asked === undefined || answer.kind === 'sensitive' ? {} : { asked }),
    ...(answer.citations.length === 0 ? {} : { text: numbersOf(answer) }),
    card: { ...viewOf(answer), isShared: true },
    citations: answer.citations.map((citation) => ({ ...citation, card: openSource(citation) })),
    summary: summaryOf(answer),
    locale: answer.locale,
  };
}

function numbersOf({ citations, locale }: Answer): string {
  return askTexts[locale].cited(citations.map(({ n }) => `[${n}]`));
}

export function helpView(locale: Answer['locale']): View {
  return { template: 'ask/help', data: { suggestions: EXAMPLES[locale] }, isShared: true };
}

function viewOf(answer: Answer): View {
  switch (answer.kind) {
    case 'statistic':
      return {
        template: 'ask/statistic',
        data: { ...answer, text: answer.details ?? '', facts: besideTheChart(answer) },
      };
    case 'routine':
    case 'plan':
    case 'exit':
      return { template: 'ask/routine', data: answer };
    case 'sensitive':
      return { template: 'ask/sensitive', data: answer };
    case 'clarify':
    case 'unknown':
    case 'smalltalk':
      return { template: 'ask/message', data: answer };
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
