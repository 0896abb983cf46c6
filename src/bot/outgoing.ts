import { type Activity, ActivityTypes, CardFactory, type Entity } from 'botbuilder';
import type { Citation, Message, View } from '../actions/index.js';
import type { Locale } from '../calendar/index.js';

/** Binds a card; handed in by main.ts from cards/. */
export type BindCard = (view: View, locale: Locale) => object;

/** Teams' limits for a citation (platform page, section 3). */
const MAX_CITATION_NAME = 80;
const MAX_CITATION_ABSTRACT = 160;
const MAX_CITATIONS = 20;

/**
 * The Teams activity of one message: text, one Adaptive Card, and the citations as Teams' own entity. `conversation` is
 * the language of what a message brings no words for, unless the message says which language it is written in.
 */
export function toActivity(message: Message, conversation: Locale, bind: BindCard): Partial<Activity> {
  const locale = message.locale ?? conversation;
  const cited = (message.citations ?? []).filter(({ n }) => message.text?.includes(`[${n}]`)).slice(0, MAX_CITATIONS);
  return {
    type: ActivityTypes.Message,
    locale: locale === 'sv' ? 'sv-SE' : 'en-GB',
    ...(message.text === undefined ? {} : { text: message.text, textFormat: 'markdown' }),
    ...(message.summary === undefined ? {} : { summary: message.summary }),
    ...(message.card === undefined ? {} : { attachments: [CardFactory.adaptiveCard(bind(message.card, locale))] }),
    ...(cited.length === 0 ? {} : { entities: [citationEntity(cited)] }),
  };
}

/** One root entity a message: two make Teams refuse it with 400. */
function citationEntity(citations: readonly Citation[]): Entity {
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    citation: citations.map((citation) => ({
      '@type': 'Claim',
      position: citation.n,
      appearance: {
        '@type': 'DigitalDocument',
        name: shorten([citation.title, citation.year].join(' ').trim(), MAX_CITATION_NAME),
        abstract: shorten(citation.abstract || citation.section, MAX_CITATION_ABSTRACT),
        ...(citation.url === undefined ? {} : { url: citation.url }),
      },
    })),
  };
}

function shorten(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1)}…`;
}
