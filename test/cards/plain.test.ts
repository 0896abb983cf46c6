import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { plain, readable } from '../../src/cards/plain.js';

/** It brings no types and the gallery needs none. */
const markdownIt = createRequire(import.meta.url)('markdown-it') as () => { render(markdown: string): string };

describe('plain', () => {
  it.each([
    ['nothing that acts', 'Hur hög är sjukfrånvaron, 9,8 %?', 'Hur hög är sjukfrånvaron, 9,8 %?'],
    ['stars and underscores', '*fet* _lut_', '\\*fet\\* \\_lut\\_'],
    ['links', '[här](https://example.org)', '\\[här](https://example.org)'],
    ['a backslash', 'a\\b', 'a\\\\b'],
    ['code', '`rm`', '\\`rm\\`'],
    ['a tag but no comparison', '<b> 3 < 4', '\\<b> 3 < 4'],
    ['an entity but no ampersand', '&lt; a & b', '\\&lt; a & b'],
    ['a bullet but no negative figure', '- ett\n-0,3', '\\- ett\n-0,3'],
    ['a numbered list but no decimal', '1. ett\n1.5', '1\\. ett\n1.5'],
    ['a heading, a rule and a quotation', '# a\n---\n>b', '\\# a\n\\---\n\\>b'],
    ['an indented block', '    kod', ' kod'],
  ])('escapes %s', (_name, typed, escaped) => {
    expect(plain(typed)).toBe(escaped);
  });

  it.each([
    '*a* **b** __c__ ~~d~~',
    '1) a',
    '+ a',
    '# a',
    'a\n===',
    '![x](y)',
    '<script>x</script>',
    '&amp; &#65;',
    '> a',
  ])('makes a Markdown reader show %j as typed', (typed) => {
    const html = markdownIt().render(plain(typed));
    const shown = html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    expect(shown).toBe(`<p>${typed}</p>\n`);
  });
});

describe('readable', () => {
  it('takes escapes, stars and addresses away', () => {
    expect(readable('**Chef** \\*x\\* [här](https://example.org) [1] 1\\. *a*')).toBe('Chef *x* här [1] 1. a');
  });

  it.each(['*a* \\ _b_ `c` [d](e)', '- a\n1. b', '&lt; <b>'])('gives back %j after plain', (typed) => {
    expect(readable(plain(typed))).toBe(typed);
  });
});
