import type { Token } from '../text/fold.js';
import { STOP_WORDS } from '../text/stop-words.js';
import type { Frame, Mention } from '../understand/frame.js';

/**
 * What may narrow a question in a way that nobody here understands, so that a figure would be a guess: unexplained words
 * where a place, a group or a time may stand, numbers that nothing explains, parts that no figure is told apart by ("natt",
 * "mitt team") and things that no document holds. `isCounting`: people are counted, and whatever is said of them narrows
 * ("hur många trivs?").
 */
export function narrowingWords(frame: Frame, { isCounting = false } = {}): string[] {
  const isWeighed = isCounting || isTelegraphic(frame);
  const mayNarrow = (token: Token) =>
    isWeighed ||
    isName(token) ||
    followsPreposition(token, frame) ||
    standsByMeasure(token, frame) ||
    followsPlace(token, frame) ||
    frame.lists.season.has(token.text) ||
    inRelativeClause(token, frame) ||
    frame.lists.has.has(wordBefore(token, frame)) ||
    (frame.words.has('share') && frame.lists.copula.has(wordBefore(token, frame)));
  return [
    ...frame.unexplained
      .filter((token) => token.inQuestion && !frame.lists.carrier.has(token.text) && mayNarrow(token))
      .map(({ text }) => text),
    ...numbers(frame),
    ...(isCounting && frame.words.has('share') ? saidOfThem(frame) : []),
    ...[...frame.parts, ...frame.notHeld].map((mention) => textOf(mention, frame)),
  ];
}

/** "sjukfrv simhallen 2024": no verb, so that each word says what is asked for. */
function isTelegraphic({ tokens, lists }: Frame): boolean {
  return !tokens.some(({ text, inQuestion }) => inQuestion && lists.verb.has(text));
}

/** A capital inside a sentence. */
function isName({ isCapital, startsSentence }: Token): boolean {
  return isCapital && !startsSentence;
}

/** "Simhallens sjukfrånvaro", "sjukfrånvaron simhallen": right before or after what is measured. */
function standsByMeasure({ index }: Token, { measures }: Frame): boolean {
  return measures.some(({ start, end }) => index + 1 === Math.floor(start) || index === Math.ceil(end));
}

/** "Älvsjö gymnasium", "förskolan solstrålen": another place than the one that is known. */
function followsPlace({ index }: Token, { populations }: Frame): boolean {
  return populations.some(({ end }) => index === Math.ceil(end));
}

/** "Hur stor andel av personalen i förskolan är nöjd?": what is said of them at the end, in whatever words. */
function saidOfThem({ tokens, lists, populations, measures, breakdowns, periods }: Frame): string[] {
  const lastPlace = Math.max(0, ...populations.map(({ end }) => end));
  const verb = tokens.findIndex(
    ({ text, index }) => index >= lastPlace && (lists.copula.has(text) || lists.has.has(text)),
  );
  const isNamed = (at: number) =>
    [...measures, ...breakdowns, ...periods].some(({ start, end }) => at < end && at + 1 > start);
  return verb < 0
    ? []
    : tokens
        .slice(verb + 1)
        .filter(({ text, index }) => !isNamed(index) && !STOP_WORDS.has(text) && !lists.carrier.has(text))
        .map(({ text }) => text);
}

/** "AMI bland nyanställda", "sjukfrånvaron hos nattpatrullen": what is a measure elsewhere is a part of the staff here. */
export function withoutGroupsMeasured(frame: Frame): Frame {
  const { measures, parts, tokens, lists } = frame;
  const wordAt = (at: number) => tokens[at]?.text ?? '';
  const isGroup = ({ start, end }: Mention, at: number) => {
    const before = Math.floor(start) - 1;
    const leads = lists.within.has(wordAt(before)) && !lists.target.has(wordAt(before - 1));
    // "Timvikariernas korttidsfrånvaro"
    const owns = wordAt(Math.ceil(end) - 1).endsWith('s') && measures[at + 1]?.start === end;
    return (at > 0 && leads) || owns;
  };
  const groups = measures.filter(isGroup);
  if (groups.length === 0) return frame;
  return { ...frame, measures: measures.filter((mention) => !groups.includes(mention)), parts: [...parts, ...groups] };
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

function wordBefore({ index }: Token, { tokens }: Frame): string {
  return tokens[index - 1]?.text ?? '';
}

function followsPreposition({ index }: Token, { tokens, lists }: Frame): boolean {
  let before = index - 1;
  while (before >= 0 && lists.between.has(tokens[before]!.text)) before--;
  return before >= 0 && lists.preposition.has(tokens[before]!.text);
}

/** "Längre än 60 dagar", "nivå 3", "under 30": with the word that says of what, where one does. */
function numbers({ numbers, tokens, lists }: Frame): string[] {
  return numbers
    .filter((token) => token.inQuestion && !isValue(token, tokens))
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
