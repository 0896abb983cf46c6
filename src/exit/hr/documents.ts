import type { Turn } from '../../actions/index.js';
import type { Broadcast, Composers, Recipient } from '../../broadcast/index.js';
import { stockholmDate } from '../../calendar/index.js';
import type { ExitCase } from '../case/exit-case.js';
import { DOCUMENTS, subjectOfCase } from '../case/subjects.js';
import type { ExitParts } from '../parts.js';
import { noticeView } from '../start/parts.js';
import { type DocumentCounts, documentTexts } from './documents-texts.js';

export type DocumentsParts = Pick<ExitParts, 'holdersOf'> & {
  readonly cases: Pick<ExitParts['cases'], 'find'>;
  readonly liveCards: Pick<ExitParts['liveCards'], 'show'>;
};

/** What there is of a case, as numbers: no content, so that the list itself gives nothing away (rule P12 of the domain page). Pure. */
export function countDocuments({ ticks, handover, talk }: ExitCase): DocumentCounts {
  const said = Object.values(ticks).flatMap((owners) => Object.values(owners));
  return {
    ticks: said.length,
    comments: said.filter(({ comment }) => comment !== undefined && comment !== '').length,
    parts: handover.length,
    outcomes: Object.values(talk.outcomes ?? {}).length,
    isBooked: talk.bookedFor !== undefined,
  };
}

/** Tells HR and the registrar what there is of the case: once a day, however often it is pressed. */
export async function tellOfRequest(exitCase: ExitCase, { now, asker }: Turn, parts: DocumentsParts) {
  // Never the one whose case it is: nobody handles a request about the own case.
  const { hr = [], registrator = [] } = parts.holdersOf(exitCase);
  const persons = [...new Set([...hr, ...registrator])];
  const day = stockholmDate(now);
  await parts.liveCards.show(subjectOfCase(exitCase, DOCUMENTS), persons, {
    ...{ title: documentTexts.sv.title, by: asker.id },
    ...{ name: `${DOCUMENTS}-${exitCase.id}-${day}`, at: new Date(`${day}T00:00:00Z`) },
  });
  return { hasRegistrar: registrator.length > 0 };
}

/** The message, made of the case as it stands when it is sent. */
export function documentsComposer({ cases }: Pick<DocumentsParts, 'cases'>): Composers {
  return {
    [DOCUMENTS]: async ({ organisation, content }: Broadcast, { locale }: Recipient) => {
      const exitCase = await cases.find(organisation, String(content.subject));
      if (!exitCase) throw new Error('The exit case is removed.');
      const texts = documentTexts[locale];
      return {
        card: noticeView(texts.title, texts.lines(exitCase.id, countDocuments(exitCase)).join('\n')),
        summary: texts.title,
      };
    },
  };
}
