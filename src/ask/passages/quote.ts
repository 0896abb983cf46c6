import { sentencesOf } from '../text/sentences.js';
import { STOP_WORDS } from '../text/stop-words.js';
import { fold, tokenise } from '../text/fold.js';
import { stem } from '../text/stem.js';

/** What may be quoted of a document without its being a copy of it (design, section 3: nothing is quoted at length). */
export const LONGEST_QUOTATION = 300;
const CUT = ' …';

/**
 * The part of a passage that answers best: the run of whole sentences within the limit that shares most words with the question;
 * of equals the longest. A sentence that is too long itself is cut after a word, with ` …`. Nothing is ever reworded.
 */
export function quote(text: string, question: string, limit = LONGEST_QUOTATION): string {
  const sentences = sentencesOf(text);
  const wanted = stemsOf(question);
  let best = { text: '', shared: -1 };
  for (let from = 0; from < sentences.length; from++) {
    let run = '';
    const shared = new Set<string>();
    for (const sentence of sentences.slice(from)) {
      if ((run + sentence).trim().length > limit) break;
      run += sentence;
      for (const word of stemsOf(sentence)) if (wanted.has(word)) shared.add(word);
    }
    if (run === '') {
      run = cutAfterWord(sentences[from]!.trim(), limit);
      for (const word of stemsOf(run)) if (wanted.has(word)) shared.add(word);
    }
    if (shared.size > best.shared || (shared.size === best.shared && run.trim().length > best.text.length))
      best = { text: run.trim(), shared: shared.size };
  }
  return best.text;
}

function cutAfterWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - CUT.length + 1);
  const end = cut.search(/\s\S*$/);
  return `${(end > 0 ? cut.slice(0, end) : cut.slice(0, -1)).replace(/[\s,;:–-]+$/, '')}${CUT}`;
}

function stemsOf(text: string): Set<string> {
  return new Set(
    tokenise(text)
      .filter((token) => !STOP_WORDS.has(token.text))
      .map((token) => stem(fold(token.text))),
  );
}
