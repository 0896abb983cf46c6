import { z } from 'zod';
import { defineAction, type Reply, type Turn } from '../../actions/index.js';
import type { FeaturePart } from '../../broadcast/index.js';
import { stockholmDate } from '../../calendar/index.js';
import { collectBytes, streamXlsx } from '../../documents/index.js';
import { decide, organisationOf } from '../../people/index.js';
import type { Limits } from '../survey/settings.js';
import type { Survey } from '../survey/survey.js';
import { lastDayOf, tertialKey } from '../survey/tertial.js';
import type { ReadBeside } from './beside/beside.js';
import { EVERYBODY, lookAt, periodIn } from './look.js';
import { pictureSheets } from './sheets.js';
import type { PictureStore } from './store.js';
import { textsView } from './texts-view.js';
import { pictureTexts } from './texts.js';
import { pictureView } from './view.js';
import { composeWarning, WARNING } from './warn.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface PictureParts {
  readonly store: PictureStore;
  readonly survey: () => Survey;
  readonly limits: Limits;
  /** Turnover, and how exits went: counted of the cases that are still kept. */
  readonly beside: ReadBeside;
}

const chosenSchema = z
  .object({ period: z.string().max(100).default(''), department: z.string().max(200).default(EVERYBODY) })
  .strict();
const textsSchema = z
  .object({ batch: z.number().int().min(0).max(1000), page: z.number().int().min(1).max(1000) })
  .strict();

/** HR's picture of why people leave: of releases alone, and so the same for whoever asks and whenever. */
export function createExitPicture({ store, survey, limits, beside }: PictureParts): FeaturePart {
  const allow = 'exit.picture' as const;

  const besideOf = ({ asker, now, locale }: Turn) => beside(organisationOf(asker), locale, now);

  async function show(turn: Turn, chosen: z.infer<typeof chosenSchema>): Promise<Reply> {
    const organisation = organisationOf(turn.asker);
    const { locale } = turn;
    const [closed, batches] = await Promise.all([store.closed(organisation), store.batches(organisation)]);
    const look = lookAt(closed, locale, survey());
    if (look.windows.length === 0) {
      const texts = pictureTexts[locale];
      const waiting = look.waiting.length > 0 ? [texts.waiting(periodIn(locale, look.waiting), limits.group)] : [];
      const none = texts.none(lastDayOf(tertialKey(stockholmDate(turn.now))));
      return { post: [{ text: [...waiting, none].join('\n\n') }], outcome: 'picture-none' };
    }
    const about = { survey: survey(), limits, locale, chosen, hasTexts: batches.length > 0, ...(await besideOf(turn)) };
    // The audit holds what is there, not what was sent.
    const period = look.windows.find(({ value }) => value === chosen.period)?.value ?? 'newest';
    return { replace: pictureView(look, about), outcome: 'picture', touched: { period } };
  }

  return {
    composers: { [WARNING]: composeWarning },
    commands: [
      {
        id: 'exit.picture',
        phrases: [
          ...['enkätresultat', 'avgångsenkätens resultat', 'varför slutar folk'],
          ...['survey results', 'exit survey results'],
        ],
        allow,
        async handle(turn) {
          const texts = pictureTexts[turn.locale];
          if (turn.conversation !== 'personal')
            return { post: [{ text: texts.onlyInPersonalChat }], outcome: 'not-personal' };
          const { replace, ...reply } = await show(turn, chosenSchema.parse({}));
          return replace ? { ...reply, post: [{ card: replace, summary: texts.title }] } : reply;
        },
      },
    ],
    actions: [
      defineAction({
        verb: 'exit.picture.show',
        schema: chosenSchema,
        allow,
        handle: (chosen, turn) => show(turn, chosen),
      }),
      defineAction({
        verb: 'exit.picture.file',
        schema: chosenSchema,
        allow,
        async handle(_chosen, turn): Promise<Reply> {
          const { locale, now } = turn;
          const texts = pictureTexts[locale];
          const look = lookAt(await store.closed(organisationOf(turn.asker)), locale, survey());
          const sheets = pictureSheets(look, survey(), locale, await besideOf(turn));
          const about = { title: texts.title, author: organisationOf(turn.asker), now };
          const file = {
            name: `${texts.file} ${stockholmDate(now)}.xlsx`,
            contentType: XLSX,
            description: texts.fileBelow,
            bytes: () => collectBytes(streamXlsx(sheets, about)),
          };
          return {
            post: [{ text: `${texts.fileBelow}: ${file.name}`, summary: texts.fileBelow, file }],
            outcome: 'picture-file',
          };
        },
      }),
      defineAction({
        verb: 'exit.picture.texts',
        schema: textsSchema,
        allow,
        async handle({ batch, page }, turn): Promise<Reply> {
          const batches = await store.batches(organisationOf(turn.asker));
          if (batches.length === 0) return { toast: pictureTexts[turn.locale].textsNone(limits.breakdown) };
          const mayWrite = decide(turn.asker, 'exit.learn').allowed;
          const view = textsView(batches, { batch, page, locale: turn.locale, mayWrite });
          return { replace: view, outcome: 'picture-texts', touched: { batch: batches.at(-1 - batch)?.id ?? '' } };
        },
      }),
    ],
  };
}
