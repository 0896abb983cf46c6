import type { Token } from '../text/fold.js';
import type { WordLists } from './word-lists.js';

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Named {
  readonly measures: readonly Span[];
  /** Whatever else the vocabulary knows that says of whom, where or when: populations, breakdowns, times, what is not held. */
  readonly others: readonly Span[];
}

/**
 * The words of a text, with what asks and what only tells why told apart. A sentence that begins with an asking word asks, also without its
 * mark. A clause or sentence is an aside when it is told (a verb or somebody who does something) and names nothing that figures
 * are told apart by, beside one that names a measure: "frågan kommer upp på nämnden, så låt mig veta: vad är sjukfrånvaron?". What it
 * says narrows nothing; never when what is asked points back to it ("vi har en nattgrupp, hur hög är frånvaron där?").
 */
export function withAsides(all: readonly Token[], named: Named, lists: WordLists): readonly Token[] {
  const hasMark = all.some(({ inQuestion }) => !inQuestion);
  const sentences = partsOf(all, (token, before) => token.sentence !== before.sentence).map((sentence) =>
    hasMark && opensAsking(sentence, lists) ? sentence.map((token) => ({ ...token, inQuestion: true })) : sentence,
  );
  const asides = new Set([
    ...sentences.flatMap((sentence) => clausesBeside(sentence, named, lists)),
    ...(hasMark ? [] : sentencesBeside(sentences, named, lists)),
  ]);
  return sentences.flat().map((token) => (asides.has(token) ? { ...token, inQuestion: false, isAside: true } : token));
}

/** "Hur många anhörigombud blev det? o hur många handledare": who types fast leaves the last mark out. */
function opensAsking([first, second]: readonly Token[], lists: WordLists): boolean {
  return lists.asks.has((lists.and.has(first!.text) ? second : first)?.text ?? '');
}

/** "Lista målen för hemtjänsten. Har möte om en kvart!": no mark says which sentence asks. */
function sentencesBeside(sentences: readonly (readonly Token[])[], named: Named, lists: WordLists): Token[] {
  const about = sentences.filter((sentence) => names(sentence, [...named.measures, ...named.others]));
  if (about.length === 0 || pointsBack(about, lists)) return [];
  // "Jag behöver det för kockarna" says of whom.
  const saysWhom = (sentence: readonly Token[]) =>
    sentence.some(({ text }) => lists.within.has(text) && lists.preposition.has(text));
  return sentences
    .filter((sentence) => !about.includes(sentence) && !saysWhom(sentence) && isTold(sentence, lists))
    .flat();
}

function clausesBeside(sentence: readonly Token[], { measures, others }: Named, lists: WordLists): Token[] {
  const clauses = clausesOf(sentence, lists);
  const about = clauses.filter((clause) => names(clause, [...measures, ...others]));
  const measured = clauses.findIndex((clause) => names(clause, measures));
  if (measured < 0 || pointsBack(about, lists)) return [];
  // After the measure only what somebody says of oneself: "..., jag ritar på tavlan"; "gick den upp bland kockarna" is about it.
  const isBeside = (clause: readonly Token[], at: number) => at < measured || saysI(clause, lists);
  return clauses
    .filter(
      (clause, at) =>
        isBeside(clause, at) && !about.includes(clause) && (isTold(clause, lists) || isPurpose(clause, lists)),
    )
    .flat();
}

const LONGEST_PURPOSE = 5;

/** "Inför hälsodagen: hur hög är ...": what the answer is for; "till kockarna: ..." would say of whom. */
function isPurpose(clause: readonly Token[], lists: WordLists): boolean {
  const [first, ...others] = clause;
  const isFor = first!.startsSentence && lists.purpose.has(first!.text) && clause.length <= LONGEST_PURPOSE;
  return isFor && !others.some(({ text }) => lists.telling.has(text) || lists.asks.has(text));
}

function names(part: readonly Token[], spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) => part.some(({ index }) => start < index + 1 && end > index));
}

function pointsBack(about: readonly (readonly Token[])[], lists: WordLists): boolean {
  return about.some((part) => part.some(({ text }) => lists.pointer.has(text)));
}

function saysI(part: readonly Token[], lists: WordLists): boolean {
  return part.some(({ text }) => lists['first-person'].has(text));
}

/** The words in parts, a new one wherever `begins` says so. */
function partsOf(tokens: readonly Token[], begins: (token: Token, before: Token) => boolean): Token[][] {
  const parts: Token[][] = [];
  tokens.forEach((token, at) => {
    if (at === 0 || begins(token, tokens[at - 1]!)) parts.push([token]);
    else parts.at(-1)!.push(token);
  });
  return parts;
}

/**
 * Parts between marks, before the first word of each that asks: "en pappa undrade | hur många stadsdelar det är", and before what somebody wants
 * besides: "jag skriver ett underlag | och behöver antalet".
 */
function clausesOf(tokens: readonly Token[], lists: WordLists): Token[][] {
  const wants = (token: Token) =>
    lists.and.has(token.text) && lists.needs.has(tokens.find(({ index }) => index === token.index + 1)?.text ?? '');
  return partsOf(tokens, (token, before) => token.clause !== before.clause || wants(token)).flatMap((clause) => {
    const asking = clause.findIndex(({ text }) => lists.asks.has(text));
    return asking > 0 ? [clause.slice(0, asking), clause.slice(asking)] : [clause];
  });
}

/** Somebody does something, and it is not said of those counted ("som jobbar natt", "om man röker", "bland kockar"). */
function isTold(part: readonly Token[], lists: WordLists): boolean {
  const first = part[0]!.text;
  // "Som skyddsombud vill jag veta" is said of oneself.
  const isSaidOfThem = (lists.relative.has(first) || lists.condition.has(first)) && !saysI(part, lists);
  // "I'm on the tube" begins with no preposition.
  const isLed = lists.preposition.has(first) && !lists.tells.has(first);
  const asks = part.some(({ text }) => lists.asks.has(text) || lists['how-much'].has(text));
  const says = part.some(({ text }) => lists.subject.has(text) || lists.verb.has(text) || lists.tells.has(text));
  return says && !isSaidOfThem && !isLed && !asks;
}
