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
 * The words of a text with those marked that only tell why somebody asks: "frågan kommer upp på nämnden, så låt mig veta: vad är
 * sjukfrånvaron?". What such a clause says narrows nothing. A clause is told beside the question when it is a sentence of its own (a
 * verb or somebody who does something), names nothing that figures are told apart by, and a later clause of its sentence names a
 * measure; never when that one points back to it ("vi har en nattgrupp, hur hög är frånvaron där?").
 */
export function withAsides(tokens: readonly Token[], named: Named, lists: WordLists): readonly Token[] {
  const sentences = [...new Set(tokens.map(({ sentence }) => sentence))];
  const bySentence = sentences.map((at) => tokens.filter(({ sentence }) => sentence === at));
  const asides = new Set([
    ...bySentence.flatMap((sentence) => asidesOf(sentence, named, lists)),
    ...(tokens.every(({ inQuestion }) => inQuestion) ? sentencesBeside(bySentence, named, lists) : []),
  ]);
  if (asides.size === 0) return tokens;
  return tokens.map((token) => (asides.has(token) ? { ...token, inQuestion: false, isAside: true } : token));
}

/** "Lista målen för hemtjänsten. Har möte om en kvart!": where no mark says which sentence asks, one that names nothing and is told. */
function sentencesBeside(sentences: readonly (readonly Token[])[], named: Named, lists: WordLists): Token[] {
  const spans = [...named.measures, ...named.others];
  const isAbout = (sentence: readonly Token[]) =>
    spans.some(({ start, end }) => sentence.some(({ index }) => start < index + 1 && end > index));
  const pointsBack = sentences.some(
    (sentence) => isAbout(sentence) && sentence.some(({ text }) => lists.pointer.has(text)),
  );
  if (pointsBack || !sentences.some(isAbout)) return [];
  // "Jag behöver det för kockarna" says of whom.
  const saysWhom = (sentence: readonly Token[]) =>
    sentence.some(({ text }) => lists.within.has(text) && lists.preposition.has(text));
  return sentences.filter((sentence) => !isAbout(sentence) && !saysWhom(sentence) && isTold(sentence, lists)).flat();
}

function asidesOf(sentence: readonly Token[], { measures, others }: Named, lists: WordLists): Token[] {
  const clauses = clausesOf(sentence, lists);
  const names = (clause: readonly Token[], spans: readonly Span[]) =>
    spans.some(({ start, end }) => clause.some(({ index }) => start < index + 1 && end > index));
  const about = clauses.filter((clause) => names(clause, measures) || names(clause, others));
  const pointsBack = about.some((clause) => clause.some(({ text }) => lists.pointer.has(text)));
  const measured = clauses.findIndex((clause) => names(clause, measures));
  if (pointsBack || measured < 0) return [];
  // After the measure only what somebody says of oneself: "..., jag ritar på tavlan"; "gick den upp bland kockarna" is about it.
  const isBeside = (clause: readonly Token[], at: number) =>
    at < measured || clause.some(({ text }) => lists['first-person'].has(text));
  return clauses
    .filter((clause, at) => isBeside(clause, at) && !about.includes(clause) && isTold(clause, lists))
    .flat();
}

/** Parts between marks, and before a word that asks: "en pappa undrade | hur många stadsdelar det är". */
function clausesOf(tokens: readonly Token[], lists: WordLists): Token[][] {
  const parts: Token[][] = [];
  let isOpen = false;
  tokens.forEach((token, at) => {
    const before = tokens[at - 1];
    const isNew = before?.clause !== token.clause || (!isOpen && lists.asks.has(token.text));
    if (isNew) isOpen = false;
    isOpen ||= lists.asks.has(token.text);
    if (isNew) parts.push([token]);
    else parts.at(-1)!.push(token);
  });
  return parts;
}

/** Somebody does something, and it is not said of those counted ("som jobbar natt", "om man röker", "bland kockar"). */
function isTold(part: readonly Token[], lists: WordLists): boolean {
  const [first] = part;
  const says = (list: 'relative' | 'condition' | 'preposition') => lists[list].has(first!.text);
  // "I'm on the tube" begins with no preposition.
  const saysI = part.some(({ text }) => lists['first-person'].has(text));
  // "Som skyddsombud vill jag veta" is said of oneself.
  const narrows =
    ((says('relative') || says('condition')) && !saysI) || (says('preposition') && !lists.tells.has(first!.text));
  const asks = part.some(({ text }) => lists.asks.has(text) || lists['how-much'].has(text));
  return (
    !narrows &&
    !asks &&
    part.some(({ text }) => lists.subject.has(text) || lists.verb.has(text) || lists.tells.has(text))
  );
}
