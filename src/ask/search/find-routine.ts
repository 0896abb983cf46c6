import type { Search, SearchHit } from '../../actions/index.js';
import type { Locale } from '../../calendar/index.js';
import type { Question } from '../answer.js';
import type { Knowledge, Routine } from '../knowledge.js';
import type { PublishedSource } from '../published.js';
import { once } from '../../once.js';
import { askTexts } from '../phrase/texts.js';
import { createReadSensitive } from '../sensitive/index.js';
import { createRoutineSearch } from './routine-search.js';
import { firstLine } from './first-line.js';
import { createSharedRoutine } from './shared-routine.js';

/** The longest text that is searched for: titles are shorter, and a pasted paragraph is a question for the chat. */
export const MAX_QUERY_LENGTH = 200;

/**
 * The search command: a manager finds a routine from any chat and pastes it there as a card. The answers that their own HR published are
 * among them.
 */
export function findRoutine(knowledge: () => Knowledge, published?: PublishedSource): Search {
  const made = once(() => ({
    search: createRoutineSearch(knowledge()),
    readSensitive: createReadSensitive(knowledge().sensitive),
    share: createSharedRoutine(knowledge()),
  }));

  function toHit(routine: Routine, locale: Locale): SearchHit {
    const data = made().share(routine, locale);
    return {
      title: data.title,
      subtitle: `${askTexts[locale].phases[routine.phase]} · ${data.place}`,
      line: firstLine(data.text),
      card: { template: 'ask/shared-routine', data, isShared: routine.published === undefined },
      locale,
    };
  }

  return {
    id: 'findRoutine',
    allow: 'ask.search',
    handle({ text, skip, count }, turn) {
      const texts = askTexts[turn.locale];
      if (text.length > MAX_QUERY_LENGTH) return { kind: 'message', text: texts.queryTooLong(MAX_QUERY_LENGTH) };
      const asker = askerOf(turn.asker);
      const { search: known, readSensitive } = made();
      const search = published?.shelf(asker?.organisation ?? '')?.search ?? known;
      const sensitive = readSensitive(text);
      // Nothing to paste into a chat: where to turn, and no list of routines that happen to share a word.
      if (sensitive.kind === 'tells')
        return {
          kind: 'message',
          text: plainText(sensitive.locale === 'sv' ? sensitive.topic.aside : sensitive.topic.asideEn),
        };
      const { routines, locale } =
        text === ''
          ? { routines: search.browse(asker), locale: turn.locale }
          : search.find(text, { asker, locale: turn.locale });
      if (routines.length === 0) return { kind: 'message', text: texts.nothingFound };
      return { kind: 'hits', hits: routines.slice(skip, skip + count).map((routine) => toHit(routine, locale)) };
    },
  };
}

function askerOf(asker: Parameters<Search['handle']>[1]['asker']): Question['asker'] {
  if (asker.kind !== 'person') return undefined;
  return { organisation: asker.person.organisation, department: asker.person.department };
}

function plainText(markdown: string): string {
  return markdown.replaceAll('**', '');
}
