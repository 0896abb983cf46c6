import type { Citation } from '../../actions/index.js';
import type { Locale } from '../../calendar/index.js';
import type { Routine } from '../knowledge.js';
import { askTexts } from './texts.js';

/** Stands where a citation names its document: no source of the knowledge has this id. */
const PUBLISHED_BY_HR = 'hr';

/** What an answer that HR published cites: whose HR, and of which day. */
export function publishedCitation(
  { title }: Pick<Routine, 'title'>,
  { organisation, on }: NonNullable<Routine['published']>,
  locale: Locale,
): Citation {
  return {
    n: 1,
    document: PUBLISHED_BY_HR,
    title: askTexts[locale].fromHr(organisation, on),
    section: '',
    abstract: title,
  };
}
