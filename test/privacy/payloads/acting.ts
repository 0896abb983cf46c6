import MarkdownIt from 'markdown-it';
import type { Message, Reply, View } from '../../../src/actions/index.js';
import { isJsonObject } from '../../support/connector/activity.js';

const markdown = new MarkdownIt({ html: true, linkify: false });
const ACTS =
  /^(?:link|strong|em|s|heading|bullet_list|ordered_list|blockquote|image|html_inline|html_block|code_inline|fence)/;
const PROPERTIES = ['text', 'title', 'value', 'altText', 'subtitle', 'url', 'speak', 'fallbackText'];
/** What renders Markdown: text blocks, facts, and messages. */
const RENDERS: Readonly<Record<string, readonly string[]>> = { TextBlock: ['text'], Fact: ['title', 'value'] };
/** The choices of an input look like facts, and are shown as they are. */
const FACTS = 'facts';

/** What of a payload would act where it is shown; empty when all of it is text. */
export function actingIn(card: unknown, within = ''): string[] {
  if (Array.isArray(card)) return card.flatMap((item) => actingIn(item, within));
  if (!isJsonObject(card)) return [];
  const type = within === FACTS ? 'Fact' : String(card.type);
  const own = (RENDERS[type] ?? []).flatMap((name) => (typeof card[name] === 'string' ? acting(card[name]) : []));
  const urls = ['url', 'iconUrl'].flatMap((name) =>
    typeof card[name] === 'string' && card[name].includes('evil.example') ? [`${name}: ${card[name]}`] : [],
  );
  return [...own, ...urls, ...Object.entries(card).flatMap(([name, inner]) => actingIn(inner, name))];
}

/** The same of a text that a chat renders. */
export function acting(text: string): string[] {
  if (!text.includes('ELAK')) return [];
  const tokens = markdown.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  const found: string[] = [];
  let open = '';
  for (const token of tokens) {
    const isHtml = token.type.startsWith('html') && /evil|<at|<b>|<a /.test(token.content);
    if (isHtml) found.push(`${token.type}: ${token.content}`);
    if (/_open$/.test(token.type) && ACTS.test(token.type)) open = token.type;
    // A template may make a list of what people wrote; a sign of theirs may not.
    const isOwnList = !/list/.test(open) || /^ELAK/.test(token.content);
    if (token.type === 'text' && token.content.includes('ELAK') && open !== '' && isOwnList)
      found.push(`${open}: ${token.content}`);
    if (/_close$/.test(token.type)) open = '';
    if (['image', 'code_inline', 'fence'].includes(token.type) && /ELAK|evil/.test(token.content + String(token.attrs)))
      found.push(`${token.type}: ${token.content}`);
  }
  return found;
}

export function messagesOf(reply: Reply): readonly Message[] {
  return reply.post ?? [];
}

export function viewsOf(reply: Reply): readonly View[] {
  const posted = messagesOf(reply).flatMap(({ card, citations = [] }) => [
    ...(card ? [card] : []),
    ...citations.flatMap((citation) => (citation.card ? [citation.card] : [])),
  ]);
  return [...posted, ...(reply.replace ? [reply.replace] : [])];
}

/** Whether a text of the payload is there to be read at all. */
export function isShown(card: unknown): boolean {
  if (Array.isArray(card)) return card.some(isShown);
  if (!isJsonObject(card)) return false;
  const own = PROPERTIES.some((name) => typeof card[name] === 'string' && card[name].includes('ELAK'));
  return own || Object.values(card).some(isShown);
}
