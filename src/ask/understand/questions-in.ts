import type { Locale } from '../../calendar/index.js';
import type { Token } from '../text/fold.js';
import type { Frame } from './frame.js';

const AND: Record<Locale, string> = { sv: 'och', en: 'and' };

/**
 * The questions that a text asks one after the other, as the turns of a conversation: "hur många jobbar där 2024, och hur många
 * var det 2023?" are two. A new one begins with an asking word after a mark or after "och", also after what is asked without such a
 * word ("utfall, mål, och hur många ..."). The later ones begin with "och", since they go on about the one before. Every word of the
 * text is in one of them.
 */
export function questionsIn(text: string, { tokens, lists }: Frame, locale: Locale): string[] {
  const asks = tokens.filter(({ text, isAside }) => lists.asks.has(text) && !isAside);
  const starts = asks.slice(asks[0]?.index === 0 ? 1 : 0).flatMap(({ index }): Token[] => {
    const before = tokens[index - 1]!;
    if (lists['joins-questions'].has(before.text)) return before.index > 0 ? [before] : [];
    // What is told before the first question belongs to it.
    return before.endsClause && asks.some((other) => other.index < index) ? [tokens[index]!] : [];
  });
  const plain = text.normalize('NFC');
  return [0, ...starts.map(({ at }) => at)].map((from, nth) => {
    const part = asking(plain.slice(from, starts[nth]?.at).trim(), plain.includes('?'));
    const isJoined = nth === 0 || lists['joins-questions'].has(starts[nth - 1]!.text);
    return isJoined ? part : `${AND[locale]} ${part}`;
  });
}

/** With a mark of its own where the whole had one, so that what is only told before it is not asked. */
function asking(part: string, isMarked: boolean): string {
  return isMarked && !part.includes('?') ? `${part.replace(/[\s,.;:–-]+$/, '')}?` : part;
}
