import MarkdownIt from 'markdown-it';
import { decodeText } from './decode-text.js';
import type { Read } from './document.js';
import { blocksOfHtml } from './read-html.js';

const markdown = new MarkdownIt({ html: false });
/** Settings of a site or an editor before the text, between lines of three hyphens. */
const FRONT_MATTER = /^---\n[\s\S]*?\n---\n/;

/** A Markdown file: `#` are headings, pictures are left out, of links the words stay. */
export function readMarkdown(bytes: Uint8Array): Read {
  return { blocks: blocksOfHtml(markdown.render(decodeText(bytes).replace(FRONT_MATTER, ''))) };
}
