import { Parser } from 'htmlparser2';
import type { Block } from './document.js';

const HEADING = /^h([1-6])$/;
/** A paragraph that is bold from end to end and this short is a heading that somebody made without a style. */
const LONGEST_BOLD_HEADING = 80;
/** Below every heading that has a style. */
const BOLD_LEVEL = 7;

/**
 * The blocks of HTML as our own converters write it (mammoth, markdown-it): headings, paragraphs, items of lists, rows of
 * tables with ` | ` between the cells. Text outside of these becomes a paragraph, so that no word is lost.
 */
export function blocksOfHtml(html: string): Block[] {
  const blocks: Block[] = [];
  let text = '';
  let bold = '';
  let boldDepth = 0;
  const open: ('list' | 'table')[] = [];
  let cells: string[] = [];

  const take = (): string => {
    const taken = text
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    text = '';
    return taken;
  };
  const end = (kind: Block['kind'], level?: number): void => {
    const isBold = bold.trim() !== '' && bold.trim() === text.trim();
    bold = '';
    const line = take();
    if (line === '') return;
    const isHeading = kind === 'paragraph' && isBold && line.length <= LONGEST_BOLD_HEADING && !/[.,;:]$/.test(line);
    if (isHeading) blocks.push({ kind: 'heading', text: line, level: BOLD_LEVEL });
    else blocks.push({ kind, text: kind === 'heading' ? line.replaceAll('\n', ' ') : line, level });
  };
  const inner = (): Block['kind'] => (open.at(-1) === 'list' ? 'list' : 'paragraph');
  const isInTable = (): boolean => open.includes('table');

  const parser = new Parser({
    onopentag(name) {
      if (name === 'strong' || name === 'b') boldDepth++;
      else if (name === 'br') text += '\n';
      else if (name === 'ul' || name === 'ol') {
        if (!isInTable()) end(inner());
        open.push('list');
      } else if (name === 'table') {
        if (!isInTable()) end(inner());
        open.push('table');
      } else if (!isInTable() && (name === 'p' || name === 'li' || HEADING.test(name))) end(inner());
    },
    ontext(part) {
      text += part;
      if (boldDepth > 0) bold += part;
    },
    onclosetag(name) {
      const level = HEADING.exec(name)?.[1];
      if (name === 'strong' || name === 'b') boldDepth--;
      else if (name === 'table' || name === 'ul' || name === 'ol') {
        if (!isInTable()) end(inner());
        open.pop();
      } else if (name === 'td' || name === 'th') cells.push(take().replaceAll('\n', ' '));
      else if (name === 'tr') {
        const row = cells.filter((cell) => cell !== '').join(' | ');
        cells = [];
        bold = '';
        if (row !== '') blocks.push({ kind: 'table row', text: row });
      } else if (isInTable()) text += ' ';
      else if (level !== undefined) end('heading', Number(level));
      else if (name === 'p' || name === 'li' || name === 'pre') end(inner());
    },
    onend: () => end('paragraph'),
  });
  parser.write(html);
  parser.end();
  return blocks;
}
