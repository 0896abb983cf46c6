import type { Token } from '../text/fold.js';
import { STOP_WORDS } from '../text/stop-words.js';
import { askedNotHeld, askedParts } from '../understand/asked.js';
import type { Frame, Mention } from '../understand/frame.js';

/**
 * What may narrow a question in a way that nobody here understands, so that a figure would be a guess. Where a group, a place or what is said of
 * people stands, every word that nothing explains; elsewhere only words of the kinds that tell people, places, times and things apart
 * (word list `telling`), since people say whatever they like around a question. Besides: numbers, parts that no figure is told apart by ("natt", "mitt
 * team"), times that something is counted by ("per dag") and things that no document holds. `isCounting`: people are counted, and a
 * common word may be what they do. `isCount`: something is counted, of which more may be said ("hur många kunder var nöjda").
 * `isOfUsers`: it is told of users, whatever they are called. `isRare`: hardly a figure of it is held, and a word merely beside it
 * chooses none ("särskilda enhetsdagar").
 */
export function narrowingWords(
  frame: Frame,
  { isCounting = false, isCount = false, isRare = false, isOfUsers = false } = {},
): string[] {
  const { lists } = frame;
  const pointedTo = sentencesPointedTo(frame);
  const weighsAll = !isRare && isTelegraphic(frame);
  const weighs = (token: Token) =>
    weighsAll || lists.telling.has(token.text) || isGroup(token, frame, isRare) || inRelativeClause(token, frame);
  const mayNarrow = (token: Token) =>
    !token.isAside &&
    ((token.inQuestion && weighs(token)) ||
      (pointedTo.has(token.sentence) && isGroup(token, frame) && !isForWhom(token, frame)) ||
      isManyOf(token, frame) ||
      isHadByThem(token, frame) ||
      (frame.populations.length === 0 && isName(token) && followsPreposition(token, frame)));
  return [
    ...frame.unexplained
      .filter(
        (token) =>
          !lists.everyday.has(token.text) &&
          !lists.document.has(token.text) &&
          !lists.board.has(token.text) &&
          !(isOfUsers && lists.users.has(token.text)) &&
          mayNarrow(token) &&
          (!isCommon(token, frame, isCounting) || isManyOf(token, frame)),
      )
      .map(({ text }) => text),
    ...numbers(frame, pointedTo),
    ...perTime(frame),
    ...(frame.words.has('count') ? toBecome(frame) : []),
    ...(frame.measures.length === 0 ? countedTimes(frame) : []),
    ...(isCounting || isCount || frame.words.has('count') ? saidOfThem(frame) : []),
    ...[...askedParts(frame), ...askedNotHeld(frame)].map((mention) => textOf(mention, frame)),
  ];
}

/**
 * A word that anybody uses, where it stands for no name ("i Solen", "förskolan solen"). Of people who are counted it may be what they
 * do ("hur många gillar kaffe?"), but for what leads there and what is led by a preposition ("i absoluta tal").
 */
function isCommon(token: Token, frame: Frame, isCounting: boolean): boolean {
  const { lists, populations, measures } = frame;
  const followsPlace = populations.some(({ end }) => token.index === Math.ceil(end));
  if (!lists.common.has(token.text) || isName(token) || (followsPlace && isNoun(token))) return false;
  const leads = measures.length > 0 && token.index < measures[0]!.start;
  return !isCounting || leads || followsPreposition(token, frame);
}

/** "Jag ska berätta om hemtjänsten i Älvsjö för en ny HR-kollega. Hur många ...?": who is told says nothing of whom it is asked. */
function isForWhom({ index, sentence }: Token, { tokens, lists, populations }: Frame): boolean {
  const place = Math.max(0, ...populations.map(({ end }) => Math.ceil(end)).filter((end) => end <= index));
  const saysI = tokens.some((token) => token.sentence === sentence && lists['first-person'].has(token.text));
  const between = tokens.slice(place, index).filter((token) => token.sentence === sentence);
  // "... dela lokal för en temadag": one thing, and no group that is talked about.
  const isForOne = between.some(
    ({ text }, at) => lists['for-whom'].has(text) && lists.one.has(between[at + 1]?.text ?? ''),
  );
  return place > 0 && (isForOne || (saysI && between.some(({ text }) => lists['for-whom'].has(text))));
}

/** "Hur många kunder har demens?": what those counted have. */
function isHadByThem({ index }: Token, { tokens, lists, measures }: Frame): boolean {
  return lists.has.has(tokens[index - 1]?.text ?? '') && measures.some(({ end }) => Math.ceil(end) === index - 1);
}

/** "Vi är ju många parkarbetare. Hur många är vi?": who they are. */
function isManyOf({ index }: Token, { tokens, lists }: Frame): boolean {
  const before = tokens[index - 1]?.text ?? '';
  return lists['how-much'].has(before) && !lists.size.has(before);
}

/** The sentences that name what a question only points back to: "Vi i parkgruppen i Älvsjö har krympt. Hur många är vi?" */
function sentencesPointedTo({ tokens, measures, populations, breakdowns }: Frame): ReadonlySet<number> {
  const first = (mention: Mention) => tokens[Math.floor(mention.start)]!;
  const unasked = [measures, populations, breakdowns].filter(
    (all) => !all.some((mention) => first(mention).inQuestion),
  );
  return new Set([...unasked.flat().map((mention) => first(mention).sentence), ...sentenceAdded(tokens)]);
}

const MOST_ADDED = 2;

/** "Hur hög är sjukfrånvaron? simhallen": a word or two after the question. */
function sentenceAdded(tokens: readonly Token[]): number[] {
  const last = tokens.at(-1)!.sentence;
  const added = tokens.filter(({ sentence }) => sentence === last);
  return last > 0 && added.length <= MOST_ADDED ? [last] : [];
}

/** "sjukfrv simhallen 2024": no verb, so that each word says what is asked for. */
function isTelegraphic({ tokens, lists }: Frame): boolean {
  return !tokens.some(({ text, inQuestion }) => inQuestion && (lists.verb.has(text) || lists.subject.has(text)));
}

const NOUN = /.{2,}(?:en|et|an|na|or|ar|er|ing|het|skap|ist|are|tion|ment|ande|ende)s?$/;

/** Whether a Swedish word has the form of a noun; verbs in the present have it too. */
export function isNoun({ text }: Token): boolean {
  return NOUN.test(text);
}

/** "Bland dem som jobbar deltid", "staff who smoke": what is said of them tells them from others. */
function inRelativeClause({ index }: Token, { tokens, lists }: Frame): boolean {
  return tokens
    .slice(1, index)
    .some(
      ({ text }, at) =>
        lists.relative.has(text) && (lists.pointer.has(tokens[at]!.text) || lists.person.has(tokens[at]!.text)),
    );
}

const DEFINITE = /.{3,}(?:en|et|an|na)s?$/;

/** What may be a group, a place or a thing by its form or by where it stands: "kockarnas", "bland ledsagare", "AMI sommarlag". */
function isGroup(token: Token, frame: Frame, isRare = false): boolean {
  const { tokens, lists, measures, breakdowns } = frame;
  const skip = (by: number) => (lists.and.has(tokens[token.index + by]?.text ?? '') ? 2 * by : by);
  const isBeside = [...measures, ...breakdowns].some(
    ({ start, end }) => token.index + skip(1) === Math.floor(start) || token.index + 1 + skip(-1) === Math.ceil(end),
  );
  const followsPlace = frame.populations.some(({ end }) => token.index === Math.ceil(end));
  const isBeforeYear = frame.periods.some(({ start }) => token.index + 1 === start);
  const isPart = token.inQuestion
    ? followsPlace || isBeforeYear || lists.season.has(token.text)
    : DEFINITE.test(token.text);
  const isOurs = lists.our.has(tokens[token.index - 1]?.text ?? '');
  return (
    isName(token) ||
    opensWithName(token, frame) ||
    isPart ||
    isOurs ||
    followsPreposition(token, frame) ||
    (isBeside && !isRare)
  );
}

/** A capital inside a sentence. */
function isName({ isCapital, startsSentence }: Token): boolean {
  return isCapital && !startsSentence;
}

/** "Spånga hur mycket ...?", "Spånga äldreomsorg": the name that a question opens with. */
function opensWithName(
  { isCapital, startsSentence, endsClause, index }: Token,
  { tokens, lists, populations }: Frame,
): boolean {
  const leads = lists.asks.has(tokens[index + 1]?.text ?? '') || populations.some(({ start }) => start === index + 1);
  return isCapital && startsSentence && !endsClause && leads;
}

/** Also "av de sökande". */
function followsPreposition({ index }: Token, { tokens, lists }: Frame): boolean {
  const before = lists.pointer.has(tokens[index - 1]?.text ?? '') ? 2 : 1;
  return lists.preposition.has(tokens[index - before]?.text ?? '');
}

/** "Kunder per dag": no figure is counted by a time that its own name does not say. */
function perTime({ tokens, lists, measures }: Frame): string[] {
  const isNamed = (at: number) => measures.some(({ start, end }) => at < end && at + 1 > start);
  return tokens
    .filter(
      ({ text, index }) => lists.time.has(text) && lists.per.has(tokens[index - 1]?.text ?? '') && !isNamed(index),
    )
    .map(({ text, index }) => `${tokens[index - 1]!.text} ${text}`);
}

/** "Hur många ville bli undersköterskor?" counts none who are. */
function toBecome({ tokens, lists, breakdowns }: Frame): string[] {
  return breakdowns
    .filter(({ ids }) => ids.every((id) => id.startsWith('yrke=')))
    .map(({ start }) => tokens[Math.floor(start)]!)
    .filter(({ index }) => lists.becomes.has(tokens[index - 1]?.text ?? ''))
    .map(({ index, text }) => `${tokens[index - 1]!.text} ${text}`);
}

/** "Hur många veckor är utbildningen?": no number of people. */
function countedTimes({ tokens, lists }: Frame): string[] {
  return tokens
    .filter(({ text, index }) => lists['spelt-unit'].has(text) && lists['how-much'].has(tokens[index - 1]?.text ?? ''))
    .map(({ text }) => text);
}

/**
 * What is said of those counted, after the last place and in whatever words: "hur stor andel av personalen i förskolan är nöjd?"; of a number what
 * they are said to be, and no more: "hur många kunder i hemtjänsten var nöjda 2022?".
 */
function saidOfThem({ tokens, words, lists, populations, measures, breakdowns, periods }: Frame): string[] {
  const isShare = words.has('share');
  const lastPlace = Math.max(0, ...populations.map(({ end }) => end));
  const isVerb = ({ text }: Token) =>
    isShare ? lists.copula.has(text) || lists.has.has(text) : lists.copula.has(text) && !lists.relative.has(text);
  const verb = tokens.findIndex((token) => token.index >= lastPlace && isVerb(token));
  if (verb < 0 || (!isShare && !tokens[verb]!.inQuestion)) return [];
  const isNamed = (at: number) =>
    [...measures, ...breakdowns, ...periods].some(({ start, end }) => at < end && at + 1 > start);
  const said = tokens
    .slice(verb + 1, isShare ? undefined : verb + 2)
    .filter(({ text, index }) => !isNamed(index) && !STOP_WORDS.has(text) && !lists.everyday.has(text));
  return said.filter(({ text }) => !lists['in-per-cent'].has(text)).map(({ text }) => text);
}

/** "AMI bland nyanställda", "sjukfrånvaron hos nattpatrullen": what is a measure elsewhere is a part of the staff here. */
export function withoutGroupsMeasured(frame: Frame): Frame {
  const { measures, parts, tokens, lists } = frame;
  const wordAt = (at: number) => tokens[at]?.text ?? '';
  const isGroup = ({ ids, start, end }: Mention, at: number) => {
    const before = Math.floor(start) - 1;
    const leads = lists.within.has(wordAt(before)) && !lists.target.has(wordAt(before - 1));
    // "Timvikariernas korttidsfrånvaro"
    // and not "de första fjorton dagarnas sjukfrånvaro", which is a part of that.
    const next = measures[at + 1];
    const isPartOf = (whole: Mention | undefined) => whole?.ids.some((id) => ids.some((own) => own.startsWith(id)));
    const owns = wordAt(Math.ceil(end) - 1).endsWith('s') && next?.start === end && !isPartOf(next);
    // "Total sjukfrånvaro och för dag 1–14" asks for both.
    return (at > 0 && leads && !measures.slice(0, at).some(isPartOf)) || owns;
  };
  const groups = measures.filter(isGroup);
  if (groups.length === 0) return frame;
  return { ...frame, measures: measures.filter((mention) => !groups.includes(mention)), parts: [...parts, ...groups] };
}

/** "Längre än 60 dagar", "nivå 3", "under 30": with the word that says of what, where one does. */
function numbers({ numbers, tokens, lists, words }: Frame, pointedTo: ReadonlySet<number>): string[] {
  // "Målet på 8,5": nothing but a value has decimals.
  const isGoalTold = ({ index }: Token) =>
    words.has('target') && numbers.some((other) => Math.abs(other.index - index) === 1);
  // "Männen över 55 är sjukare. Stämmer det?" narrows, "vi är 180" is told.
  const isLimit = ({ sentence, index }: Token) =>
    pointedTo.has(sentence) && lists.limit.has(tokens[index - 1]?.text ?? '');
  return numbers
    .filter((token) => (token.inQuestion || isLimit(token)) && !isValue(token, tokens) && !isGoalTold(token))
    .map(({ index, text }) => {
      const [before, after] = [tokens[index - 1]?.text ?? '', tokens[index + 1]?.text ?? ''];
      if (lists.numbered.has(before)) return `${before} ${text}`;
      return lists['spelt-unit'].has(after) ? `${text} ${after}` : text;
    });
}

/** "Målet 8,5 %": a value that is told, not a part that is asked for. */
function isValue({ index }: Token, tokens: readonly Token[]): boolean {
  const near = [-1, 1, 2].map((by) => tokens[index + by]?.text ?? '');
  return /^(%|procent|percent)$/.test(near[1]!) || (/^\d+$/.test(near[1]!) && /^(%|procent|percent)$/.test(near[2]!));
}

function textOf({ start, end }: Mention, { tokens }: Frame): string {
  return tokens
    .slice(Math.floor(start), Math.ceil(end))
    .map(({ text }) => text)
    .join(' ');
}
