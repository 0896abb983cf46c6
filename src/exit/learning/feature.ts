import { defineAction, type Reply, type Turn } from '../../actions/index.js';
import type { FeaturePart } from '../../broadcast/index.js';
import { saveSchema, showSchema, themeSchema, tieSchema, tiesSchema, untieSchema, withdrawSchema } from './forms.js';
import { createShow } from './show.js';
import { learningTexts } from './texts.js';
import { createWriteTheme, type WriteParts } from './write-theme.js';
import { createWriteTie } from './write-tie.js';

/**
 * What is learnt of why people leave: HR's themes of the free texts, and what is done about themes and reasons, as ties to activities
 * of the board's plans, which the next follow-up round shows.
 */
export function createExitLearning(parts: WriteParts): FeaturePart {
  const show = createShow(parts);
  const themes = createWriteTheme(parts, show);
  const ties = createWriteTie(parts, show);
  const [read, write] = ['exit.picture', 'exit.learn'] as const;

  /** What HR makes of free texts is nobody else's of a group chat. */
  const inPersonalChat =
    <Input>(handle: (turn: Turn, input: Input) => Promise<Reply>) =>
    (input: Input, turn: Turn): Promise<Reply> =>
      turn.conversation === 'personal'
        ? handle(turn, input)
        : Promise.resolve({ toast: learningTexts[turn.locale].onlyInPersonalChat, outcome: 'not-personal' });

  return {
    commands: [
      {
        id: 'exit.learn',
        phrases: ['teman', 'enkätens teman', 'vad har vi lärt oss', 'themes', 'survey themes'],
        allow: read,
        handle: (turn) =>
          turn.conversation === 'personal'
            ? show.post(turn)
            : Promise.resolve({
                post: [{ text: learningTexts[turn.locale].onlyInPersonalChat }],
                outcome: 'not-personal',
              }),
      },
    ],
    actions: [
      defineAction({
        verb: 'exit.learn.show',
        schema: showSchema,
        allow: read,
        handle: inPersonalChat((turn, { page }) => show.overview(turn, { page })),
      }),
      defineAction({
        verb: 'exit.learn.theme',
        schema: themeSchema,
        allow: write,
        handle: inPersonalChat((turn, input) => themes.edit(turn, input)),
      }),
      defineAction({
        verb: 'exit.learn.save',
        schema: saveSchema,
        allow: write,
        handle: inPersonalChat((turn, input) => themes.save(turn, input)),
      }),
      defineAction({
        verb: 'exit.learn.withdraw',
        schema: withdrawSchema,
        allow: write,
        handle: inPersonalChat((turn, input) => themes.withdraw(turn, input)),
      }),
      defineAction({
        verb: 'exit.learn.ties',
        schema: tiesSchema,
        allow: write,
        handle: inPersonalChat((turn, { kind, subject, plan, search, page }) =>
          show.ties(turn, { kind, id: subject }, { plan, search, page }),
        ),
      }),
      defineAction({
        verb: 'exit.learn.tie',
        schema: tieSchema,
        allow: write,
        handle: inPersonalChat((turn, input) => ties.tie(turn, input)),
      }),
      defineAction({
        verb: 'exit.learn.untie',
        schema: untieSchema,
        allow: write,
        handle: inPersonalChat((turn, input) => ties.untie(turn, input)),
      }),
    ],
  };
}
