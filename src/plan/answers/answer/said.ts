import { type AskingRound, type Draft, MOST_ROWS, nothing } from './asking.js';
import { seenActivities } from './narrow.js';
import { rowsOf } from './rows.js';

/** What was answered about a thing, or in a place: the newest answer of each, in its own words. */
export async function saidDraft(asking: AskingRound): Promise<Draft> {
  const { texts, wanted } = asking;
  const { seen: asked, topic } = await seenActivities(asking);
  if (asked.length === 0) return nothing(wanted.topic.length > 0 ? texts.nothingAbout : texts.nothingAsked);
  const answered = asked.filter(({ said }) => said !== '');
  const next = ['delayed', 'status', 'silent'] as const;
  if (answered.length === 0) return { title: 'said', says: [texts.nobodySaid(asked.length)], next, topic };
  return {
    title: 'said',
    says: [
      texts.saidLead({ count: answered.length, of: asked.length }),
      ...(answered.length > MOST_ROWS ? [texts.more(answered.length - MOST_ROWS)] : []),
    ],
    rows: await rowsOf(asking, answered),
    next,
    topic,
  };
}
