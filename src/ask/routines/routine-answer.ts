import type { Locale } from '../../calendar/index.js';
import type { Answer, AskResult, Question, Suggestion } from '../answer.js';
import { homeOf } from '../home.js';
import type { Knowledge, Routine } from '../knowledge.js';
import { CitationList } from '../phrase/citations.js';
import { publishedCitation } from '../phrase/published-citation.js';
import { askTexts } from '../phrase/texts.js';
import { plainAnswer } from '../plain-answer.js';
import type { Frame, Understand } from '../understand/frame.js';
import { createDifferences } from './differences.js';
import { createChooseVariant } from './variants.js';

const MOST_SUGGESTED = 3;

/** The answer of a routine, and what the conversation is about from then on. */
export type AnswerRoutine = (found: Routine, frame: Frame, locale: Locale, question: Question) => AskResult;

/** Writes answers from routines. Built once. */
export function createRoutineAnswer(knowledge: Knowledge, understand: Understand): AnswerRoutine {
  const sources = new Map(knowledge.sources.map((source) => [source.id, source]));
  const routines = new Map(knowledge.routines.map((routine) => [routine.id, routine]));
  const chooseVariant = createChooseVariant(knowledge.routines);
  const differences = createDifferences(knowledge, understand);

  /** The asker's own department's routine where places have their own, with a word on those that do otherwise. */
  function answerRoutine(found: Routine, frame: Frame, locale: Locale, question: Question): AskResult {
    const home = homeOf(question.asker, knowledge.populations);
    const named = frame.populations.flatMap(({ ids }) => ids);
    const goesOn = routines.get(question.context.routine ?? '')?.subject === found.subject;
    const variant = chooseVariant(found, { named, home, goesOn });
    const { assumptions, suggestions } = differences(variant, home, locale);
    const answer = routineAnswer(variant.routine, locale);
    const others = new Set(variant.others.map(({ id }) => id));
    const related = answer.suggestions.filter((_, at) => !others.has(variant.routine.related[at]!));
    return {
      answer: {
        ...answer,
        assumptions: [...answer.assumptions, ...assumptions],
        suggestions: [...suggestions, ...related].slice(0, MOST_SUGGESTED),
      },
      context: { ...question.context, routine: variant.routine.id, topic: undefined },
    };
  }

  function routineAnswer(routine: Routine, locale: Locale): Answer {
    if (routine.published) return publishedAnswer(routine, routine.published, locale);
    const citations = new CitationList();
    const title = locale === 'sv' ? routine.title : routine.titleEn;
    for (const { document, section } of routine.sources) citations.cite(sources.get(document)!, section, title);
    const related = routine.related.flatMap((id) => routines.get(id) ?? []).slice(0, 3);
    return {
      kind: 'routine',
      locale,
      title,
      text: locale === 'sv' ? routine.body : routine.bodyEn,
      facts: [],
      citations: citations.all(),
      phase: routine.phase,
      assumptions: [],
      suggestions: related.map((other) => asSuggestion(other, locale)),
    };
  }

  return answerRoutine;
}

/** What HR wrote, as it was written: cited by organisation and day, and for whom it is when that is not everybody. */
function publishedAnswer(routine: Routine, published: NonNullable<Routine['published']>, locale: Locale): Answer {
  const { id, title, body, phase } = routine;
  const { department, version, locale: written } = published;
  const texts = askTexts[locale];
  return {
    kind: 'routine',
    locale,
    title,
    text: body,
    facts: [],
    citations: [publishedCitation(routine, published, locale)],
    published: { id, version },
    phase,
    assumptions: [
      ...(department === undefined ? [] : [texts.forDepartment(department)]),
      ...(written === locale ? [] : [texts.writtenIn[written]]),
    ],
    suggestions: [],
  };
}

function asSuggestion(routine: Routine, locale: Locale): Suggestion {
  const [question = ''] = locale === 'sv' ? routine.questions : routine.questionsEn;
  return { title: forButton(locale === 'sv' ? routine.title : routine.titleEn), question };
}

/** Clients cut longer titles off in the middle of a word; the whole question is repeated in the answer. */
const LONGEST_TITLE = 42;

function forButton(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const cut = title.slice(0, LONGEST_TITLE);
  return `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}

/** Asks back with the closest routines as buttons. */
export function unsureAnswer(routines: readonly Routine[], locale: Locale): Answer {
  const texts = askTexts[locale];
  return {
    ...plainAnswer('clarify', locale, texts.uncertainTitle, texts.uncertain),
    suggestions: routines.map((routine) => asSuggestion(routine, locale)),
  };
}
