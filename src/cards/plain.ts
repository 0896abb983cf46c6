export { plain } from '../actions/index.js';

/** Markdown as its reader sees it: without backslashes before signs, stars of bold and italic, and addresses of links. */
export function readable(markdown: string): string {
  return markdown.replace(
    /\\([!-/:-@[-`{-~])|\*{1,3}|\[([^\]\n]+)\]\(([^)\s]+)\)/g,
    (_match, escaped: string | undefined, link: string | undefined) => escaped ?? link ?? '',
  );
}
