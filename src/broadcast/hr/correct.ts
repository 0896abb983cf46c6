import { type Action, defineAction, type View } from '../../actions/index.js';
import { announcementSchema } from '../announcement.js';
import { askedAbout, checkWords, type TypedWords, typedWords, wordsOf } from './check-words.js';
import { subjectOf } from './follow.js';
import { type HrParts, noteView, ownAnnouncement, unknown } from './parts.js';
import { hrTexts } from './texts.js';
import { broadcastSchema, correctSchema } from './values.js';

/** "Rätta texten": a form of its own below, since the progress card is made anew while somebody types. */
export function createCorrect({
  broadcasts,
  liveCards,
  guard,
}: Pick<HrParts, 'broadcasts' | 'liveCards' | 'guard'>): Action[] {
  return [
    defineAction({
      verb: 'broadcast.correct',
      schema: broadcastSchema,
      allow: 'broadcast.send',
      handle: async ({ broadcast }, turn) => {
        const found = await ownAnnouncement(broadcasts, turn, broadcast);
        if (!found) return unknown(turn);
        const words = typedWords(announcementSchema.parse(found.content));
        const card = correctionView({
          broadcast: found.id,
          edition: found.edition,
          ...words,
          shown: askedAbout(words, guard),
        });
        return { post: [{ card, summary: found.title }], toast: hrTexts[turn.locale].below };
      },
    }),
    defineAction({
      verb: 'broadcast.correct-save',
      schema: correctSchema,
      allow: 'broadcast.send',
      handle: async (input, turn) => {
        const texts = hrTexts[turn.locale];
        const found = await ownAnnouncement(broadcasts, turn, input.broadcast);
        if (!found) return unknown(turn);
        if (found.recalledAt)
          return { replace: noteView(texts.unchangedTitle, texts.recalledAlready), outcome: 'broadcast-recalled' };
        const { problems, shown } = checkWords(input, { guard, locale: turn.locale });
        if (problems.length > 0)
          return { replace: correctionView({ ...input, problems, shown }), outcome: 'broadcast-refused' };
        const old = announcementSchema.parse(found.content);
        const content = { ...wordsOf(input), from: old.from, confirm: old.confirm };
        const isSame = JSON.stringify(wordsOf(typedWords(old))) === JSON.stringify(wordsOf(input));
        if (found.edition !== input.edition && !isSame) {
          const problem = texts.correctedMeanwhile(old.sv.title, old.sv.text);
          const again = { ...input, edition: found.edition, problems: [problem] };
          return { replace: correctionView(again), outcome: 'broadcast-conflict' };
        }
        const corrected = await broadcasts.correct(found.organisation, found.id, content);
        await liveCards.changed(subjectOf(corrected));
        return { replace: noteView(texts.correctedTitle, texts.correctedLine), outcome: 'broadcast-corrected' };
      },
    }),
  ];
}

interface Correction extends TypedWords {
  readonly broadcast: string;
  readonly edition: number;
  readonly shown: string;
  readonly problems?: readonly string[];
}

function correctionView({ problems = [], ...data }: Correction): View {
  return { template: 'broadcast/correct', data: { ...data, problems: problems.map((problem) => ({ problem })) } };
}
