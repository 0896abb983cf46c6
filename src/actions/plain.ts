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

/**
 * Text that HR wrote as knowledge: its lists and bold stay, for that is how it was meant; links, images, code and HTML show as they were
 * written, since nobody has checked where they lead.
 */
export function withoutLinks(markdown: string): string {
  return markdown.replace(/[`[]|<(?=[a-z/!?])|&(?=#?\w+;)/gi, '\\$&');
}
