/**
 * Text that people typed, made safe for a place that renders Markdown: it shows as it was written, without becoming a
 * list, a link or bold. Escapes only what would act, since an old phone shows the backslash itself
 * (https://github.com/microsoft/AdaptiveCards/issues/5590).
 *
 * plain('*viktigt* [här](x)') === '\\*viktigt\\* \\[här](x)'
 */
export function plain(text: string): string {
  return text
    .replace(/[\\`*_~[]|<(?=[a-z/!?])|&(?=#?\w+;)/gi, '\\$&')
    .replace(/^[ \t]+/gm, ' ')
    .replace(/^( ?)(#+(?=\s|$)|[-+=](?=[\s=-]|$)|>)/gm, '$1\\$2')
    .replace(/^( ?\d{1,9})([.)])(?=\s|$)/gm, '$1\\$2');
}

/** Markdown as its reader sees it: without backslashes before signs, stars of bold and italic, and addresses of links. */
export function readable(markdown: string): string {
  return markdown.replace(
    /\\([!-/:-@[-`{-~])|\*{1,3}|\[([^\]\n]+)\]\(([^)\s]+)\)/g,
    (_match, escaped: string | undefined, link: string | undefined) => escaped ?? link ?? '',
  );
}
