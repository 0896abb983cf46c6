import type { Locale } from '../../calendar/index.js';
import type { Answer, Ask, AskResult, Question } from '../answer.js';
import type { SensitiveKnowledge, Topic } from './knowledge.js';
import { createReadSensitive } from './read-sensitive.js';

/**
 * Puts care before and after an engine: somebody who tells of a delicate case gets the topic's fixed text and routes, and
 * the context comes back as it was; a question how such things are worked with gets the engine's answer and where to turn.
 */
export function careful(ask: Ask, sensitive: SensitiveKnowledge): Ask {
  const read = createReadSensitive(sensitive);
  return (question) => {
    const reading = read(question.question);
    if (reading.kind === 'tells' && goesOnAboutFigures(question)) {
      const result = ask(question);
      if (result.answer.kind === 'statistic') return withAside(result, reading.topic);
    }
    if (reading.kind === 'tells')
      return { answer: fixedAnswer(reading.topic, reading.locale, sensitive), context: question.context };
    const result = ask(question);
    if (reading.kind === 'no' || result.answer.kind === 'smalltalk') return result;
    return withAside(result, reading.topic);
  };
}

function withAside(result: AskResult, { aside, asideEn }: Topic): AskResult {
  const text = result.answer.locale === 'sv' ? aside : asideEn;
  return { ...result, answer: { ...result.answer, aside: { text } } };
}

const GOES_ON =
  /^(och|å|samt|and)\s+(för|hos|bland|for|among)\s+(att|dem|dom|de|brukar\p{L}*|kunder\p{L}*|those|users|clients)(?!\p{L})/iu;
const OF_ONESELF = /(?<!\p{L})(jag|mig|min|mitt|mina|vi|oss|vår|vårt|våra|i|me|my|we|us|our)(?!\p{L})/iu;

/**
 * "Och för dem som inte upplever diskriminering?", "å för att inte känna sig diskriminerad?" after a figure: the same of others, of
 * nobody who writes. It must get its figure, and where to turn beside it; everything else that sounds like a case is one.
 */
function goesOnAboutFigures({ question, context }: Question): boolean {
  return context.measure !== undefined && GOES_ON.test(question.trim()) && !OF_ONESELF.test(question);
}

function fixedAnswer(topic: Topic, locale: Locale, { routes }: SensitiveKnowledge): Answer {
  const isSwedish = locale === 'sv';
  return {
    kind: 'sensitive',
    locale,
    title: isSwedish ? topic.title : topic.titleEn,
    text: isSwedish ? topic.text : topic.textEn,
    routes: topic.routes
      .flatMap((id) => routes.find((route) => route.id === id) ?? [])
      .map(({ name, nameEn, text, textEn }) => (isSwedish ? { name, text } : { name: nameEn, text: textEn })),
    facts: [],
    citations: [],
    assumptions: [],
    suggestions: [],
  };
}
