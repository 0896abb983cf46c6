import type { Block } from '../document.js';
import { dropRunningLines } from './drop-running-lines.js';
import { findHeadings } from './find-headings.js';
import { isItem, withoutBullet } from './items.js';
import { goesOn, joinText } from './join-lines.js';
import { type Line, startsSmall } from './line.js';
import { Outline } from './outline.js';
import { wrapWidth } from './wrap-width.js';

/** Makes headings, paragraphs, list items and table rows of lines. `knownHeadings` are headings wherever they stand alone. */
export function blocksOfLines(
  all: readonly Line[],
  { knownHeadings }: { knownHeadings?: readonly string[] } = {},
): Block[] {
  const lines = dropRunningLines(all);
  const headings = findHeadings(lines, knownHeadings);
  const width = wrapWidth(lines);
  const blocks: Block[] = [];
  const outline = new Outline();
  let last: Line | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const heading = headings.get(at);
    const before = blocks.at(-1);
    if (heading) {
      const level = outline.levelOf(heading.text, heading.rank);
      blocks.push({ kind: 'heading', text: heading.text, level, page: line.page });
      at += heading.count - 1;
      last = undefined;
    } else if (last && before && goesOn(last, line, width)) {
      blocks[blocks.length - 1] = { ...before, text: joinText(before.text, tidy(line.text)) };
      last = line;
    } else {
      blocks.push({ kind: kindOf(line), text: tidy(withoutBullet(line.text)), page: line.page });
      last = line;
    }
  }
  return blocks.map(withoutEmptyHeading);
}

/** A numbered heading with nothing under it is the point of a list: a text, which no reader may lose. */
function withoutEmptyHeading(block: Block, at: number, blocks: readonly Block[]): Block {
  const next = blocks[at + 1];
  const isEmpty = next === undefined || (next.kind === 'heading' && next.level! <= block.level!);
  if (block.kind !== 'heading' || !isEmpty || !/^\d/.test(block.text)) return block;
  return { kind: 'list', text: block.text, page: block.page };
}

function kindOf({ text, page, opensPage }: Line): Block['kind'] {
  // A space in front of a small letter, in a text taken from a PDF, is what is left of a bullet.
  if (isItem(text) || (page === undefined && opensPage && startsSmall(text))) return 'list';
  // In a text, columns may be no more than careless typing.
  return page !== undefined && /\S\s{3,}\S/.test(text) ? 'table row' : 'paragraph';
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ');
}
