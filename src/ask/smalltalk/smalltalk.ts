import type { Locale } from '../../calendar/index.js';
import type { Answer } from '../answer.js';
import { EXAMPLES } from '../phrase/examples.js';
import { smalltalkTexts } from '../phrase/smalltalk-texts.js';
import { plainAnswer } from '../plain-answer.js';
import type { Frame } from '../understand/frame.js';
import { readSmalltalk } from './read-smalltalk.js';
import { type SmalltalkWords, smalltalkLists, type TopicId } from './topics.js';

/** Emoji that thank; any other alone is a greeting. */
const THANKS = /[👍🙏❤💚💙💛🧡💜🤩😍🥰😊🙂😀😃😄😁👏🙌💪🎉👌✅⭐🌟]/u;

export interface SmalltalkAnswer {
  readonly answer: Answer;
  /** Somebody takes leave. */
  readonly isFarewell?: true;
}

/** `isAbout` says whether a routine surely speaks of it: "Hej! En medarbetare har sagt upp sig" is no remark. */
export type AnswerSmalltalk = (
  frame: Frame,
  text: string,
  locale: Locale,
  isAbout: () => boolean,
) => SmalltalkAnswer | undefined;

/** Answers greetings, thanks, farewells, praise, blame and what is asked of the bot itself; undefined for anything else. */
export function createSmalltalk(words: readonly SmalltalkWords[]): AnswerSmalltalk {
  const lists = smalltalkLists(words);
  return (frame, text, locale, isAbout) => {
    if (frame.tokens.length === 0) return answerTo(THANKS.test(text) ? ['thanks'] : ['greeting'], locale);
    const read = readSmalltalk(frame, text, lists);
    return read === undefined || (read.hasRemark && isAbout()) ? undefined : answerTo(read.topics, locale);
  };
}

function answerTo(topics: readonly TopicId[], locale: Locale): SmalltalkAnswer {
  const texts = smalltalkTexts[locale];
  const [topic] = topics as [TopicId];
  const [title, text] = texts[topic];
  const hello = topic !== 'greeting' && topics.includes('greeting') ? texts.hello : '';
  const thanks = topic === 'farewell' && topics.includes('thanks') ? texts.thanks[1] : '';
  const said = [hello, thanks, text].filter((part) => part !== '').join(' ');
  const hasExamples = ['who', 'bot', 'maker', 'help', 'greeting', 'joke'].includes(topic);
  const answer = {
    ...plainAnswer('smalltalk', locale, title, said),
    ...(hasExamples && { suggestions: EXAMPLES[locale] }),
  };
  return { answer, ...(topic === 'farewell' && { isFarewell: true }) };
}
