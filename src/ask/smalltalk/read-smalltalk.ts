import type { Token } from '../text/fold.js';
import { STOP_WORDS } from '../text/stop-words.js';
import type { Frame } from '../understand/frame.js';
import { ASKED_OF_BOT, plainWord, type SmalltalkLists, type TopicId, TOPICS } from './topics.js';

const OF_BOT: ReadonlySet<TopicId> = new Set<TopicId>(ASKED_OF_BOT);
/** Said about something before, so that a question's words mean that: "fel år", "är det bra?", "ok, förskolan". */
const SAID_OF_SOMETHING: ReadonlySet<TopicId> = new Set<TopicId>(['praise', 'blame', 'acknowledge']);
/** What follows one of these is no remark: "fel, jag menade rutinen". */
const WITHOUT_REMARK: ReadonlySet<TopicId> = new Set<TopicId>(['blame', 'acknowledge']);

export interface Smalltalk {
  /** Most telling first. */
  readonly topics: readonly TopicId[];
  /** Something else was said too, which asks nothing by its form: a routine may still be about it. */
  readonly hasRemark: boolean;
}

interface Clause {
  readonly tokens: readonly Token[];
  readonly topics: readonly TopicId[];
}

/** Reads what is said to the bot and asks nothing of its subject; undefined for any question. Pure. */
export function readSmalltalk(frame: Frame, text: string, lists: SmalltalkLists): Smalltalk | undefined {
  const hasMark = text.includes('?');
  const asks = (token: Token) => hasMark && token.inQuestion;
  const clauses = clausesOf(frame.tokens).map((tokens) => ({
    tokens,
    topics: topicsOf(tokens, frame, lists, tokens.some(asks)),
  }));
  const talk = clauses.filter(({ topics }) => topics.length > 0);
  const topics = TOPICS.filter((topic) => talk.some((clause) => clause.topics.includes(topic)));
  const [first] = topics;
  if (first === undefined) return undefined;
  const remarks = clauses.filter(
    ({ tokens, topics: own }) => own.length === 0 && (tokens.some(asks) || !isFilling(tokens, lists)),
  );
  const isBeside = (clause: Clause) => {
    const asked = talk.some(
      (other) => other.topics.some((topic) => OF_BOT.has(topic)) && sentenceOf(other) === sentenceOf(clause),
    );
    return (asked || !clause.tokens.some(asks)) && isRemark(clause, frame, lists, OF_BOT.has(first));
  };
  if (!remarks.every(isBeside) || (remarks.length > 0 && topics.every((topic) => WITHOUT_REMARK.has(topic))))
    return undefined;
  return { topics, hasRemark: remarks.length > 0 || first === 'bot' };
}

function clausesOf(tokens: readonly Token[]): Token[][] {
  const clauses: Token[][] = [[]];
  for (const token of tokens) {
    const last = clauses.at(-1)!;
    // A mark without a space ("😅") and a new sentence part clauses too.
    if (last.length > 0 && last.at(-1)!.sentence !== token.sentence) clauses.push([]);
    clauses.at(-1)!.push(token);
    if (token.endsClause) clauses.push([]);
  }
  return clauses.filter(({ length }) => length > 0);
}

/** "Måndag igen": nothing that anything could be about. */
function isFilling(tokens: readonly Token[], lists: SmalltalkLists): boolean {
  const { words } = lists.cover('filler', tokens.map(plainWord));
  return words.length === tokens.length;
}

function sentenceOf({ tokens }: Clause): number {
  return tokens[0]!.sentence;
}

/** What a clause is about when nothing in it is about anything else; none otherwise. */
function topicsOf(tokens: readonly Token[], frame: Frame, lists: SmalltalkLists, asks: boolean): TopicId[] {
  const said = tokens.map(plainWord);
  const coverages = new Map(([...TOPICS, 'you', 'filler'] as const).map((list) => [list, lists.cover(list, said)]));
  const inPhrases = new Set(TOPICS.flatMap((topic) => coverages.get(topic)!.phrases.flatMap(placesOf)));
  // "God morgon" praises nobody, and "hej då" is no "hej": a word of a phrase means what the phrase does.
  const isFound = (topic: TopicId) => {
    const { phrases, words } = coverages.get(topic)!;
    return phrases.length > 0 || words.some((at) => !inPhrases.has(at));
  };
  const found = TOPICS.filter(isFound);
  if (found.length === 0) return [];
  const { phrases, words } = coverages.get('you')!;
  const isToYou = phrases.length + words.length > 0;
  const covered = new Set(
    ([...found, 'you', 'filler'] as const).flatMap((list) => {
      const { phrases, words } = coverages.get(list)!;
      return [...phrases.flatMap(placesOf), ...words];
    }),
  );
  // "Hur går det till?" is not "hur går det?": small words tell nothing apart only where the bot is spoken to.
  const isAsked = asks || opensQuestion(tokens, frame);
  const mayHaveSmallWords = isToYou || !isAsked || found.includes('who');
  const left = tokens.filter(
    ({ text }, at) => !covered.has(at) && !(mayHaveSmallWords && (STOP_WORDS.has(text) || text.length < 3)),
  );
  if (left.length > 0) return [];
  // "Är du säker på sjukfrånvaron?" names something that the bot has.
  if (found.every((topic) => topic === 'bot') && namesSomething(tokens, frame)) return [];
  const isPlain = isToYou || !isAsked || found.some((topic) => !SAID_OF_SOMETHING.has(topic));
  return isPlain ? found : [];
}

function placesOf({ start, end }: { start: number; end: number }): number[] {
  return Array.from({ length: end - start }, (_, at) => start + at);
}

function namesSomething(tokens: readonly Token[], frame: Frame): boolean {
  const named = [frame.measures, frame.notHeld, frame.populations, frame.periods, frame.breakdowns].flat();
  return named.some(({ start, end }) => start < tokens.at(-1)!.index + 1 && end > tokens[0]!.index);
}

function opensQuestion(tokens: readonly Token[], { lists }: Frame): boolean {
  const [first] = tokens;
  return isInterrogative(first!, lists) || lists.verb.has(first!.text);
}

function isInterrogative({ text }: Token, lists: Frame['lists']): boolean {
  return lists['who-or-when'].has(text) || lists.what.has(text);
}

/** Whether a clause only tells something: it names no figure, place or time that the bot has, and wants nothing. */
function isRemark({ tokens }: Clause, frame: Frame, lists: SmalltalkLists, mayNamePlace: boolean): boolean {
  const [from, to] = [tokens[0]!.index, tokens.at(-1)!.index + 1];
  const isHere = ({ start, end }: { start: number; end: number }) => start < to && end > from;
  const { measures, notHeld, populations, periods, breakdowns } = frame;
  // "Tillbaka efter semestern" asks nothing of holidays when it is a sentence: "hej, semester timanställda" does.
  const isSentence = tokens.some(({ text }) => frame.lists.verb.has(text) || frame.lists.subject.has(text));
  const named = [
    ...[...measures, ...periods],
    ...(mayNamePlace ? [] : [...populations, ...breakdowns]),
    ...(mayNamePlace || isSentence ? [] : notHeld),
  ];
  if (named.some(isHere) || frame.numbers.some(({ index }) => index >= from && index < to)) return false;
  const said = tokens.map(plainWord);
  return (
    !tokens.some((token) => isInterrogative(token, frame.lists)) &&
    (mayNamePlace || lists.cover('request', said).words.every((at) => at > 1))
  );
}
