import { z } from 'zod';
import { defineAction, type OutgoingFile, type Reply, type Turn } from '../../actions/index.js';
import type { FeaturePart } from '../../broadcast/index.js';
import { writeXlsx } from '../../documents/index.js';
import { organisationOf } from '../../people/index.js';
import type { ReadAnswered } from './answered.js';
import { gone } from '../start/parts.js';
import { documentsComposer, type DocumentsParts, tellOfRequest } from './documents.js';
import { documentTexts } from './documents-texts.js';
import { figuresSheet, figuresView } from './figures-view.js';
import { type HrParts, tertialFigures } from './gather.js';
import { ALL, listView } from './list-view.js';
import { keyOf } from './process.js';
import { hrTexts } from './texts.js';

const listSchema = z
  .object({ page: z.number().int().min(1).max(1000).default(1), department: z.string().max(200).default(ALL) })
  .strict();
const figuresSchema = z.object({ tertial: z.string().max(20).default('') }).strict();
const documentsSchema = z.object({ case: z.string().max(100) }).strict();
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** HR's side of exits: the board's open cases, and the figures of how exits go. */
export function createExitHr(parts: HrParts & DocumentsParts & { readonly readAnswered: ReadAnswered }): FeaturePart {
  const allow = 'exit.handle' as const;

  /** The tertial that is named; else the newest that is over, or the newest of all. */
  async function figuresOf({ asker, now }: Turn, key: string) {
    const organisation = organisationOf(asker);
    const all = await tertialFigures(parts, organisation, now);
    const figures = all.find(({ tertial }) => keyOf(tertial) === key) ?? all.find(({ isOver }) => isOver) ?? all[0];
    if (!figures) return { all };
    const answered = (await parts.readAnswered(organisation))(keyOf(figures.tertial));
    return { all, shown: { figures, answered } };
  }

  async function show(turn: Turn): Promise<Reply> {
    const texts = hrTexts[turn.locale];
    if (turn.conversation !== 'personal')
      return { post: [{ text: texts.onlyInPersonalChat }], outcome: 'not-personal' };
    const card = await listView(parts, turn, { page: 1, department: ALL });
    return { post: [{ card, summary: texts.title }], outcome: 'exits' };
  }

  /** Names stand on these cards: nobody else of a group chat may read them. */
  const inPersonalChat =
    <Input>(handle: (turn: Turn, input: Input) => Promise<Reply>) =>
    (input: Input, turn: Turn): Promise<Reply> =>
      turn.conversation === 'personal'
        ? handle(turn, input)
        : Promise.resolve({ toast: hrTexts[turn.locale].onlyInPersonalChat, outcome: 'not-personal' });

  async function file(turn: Turn, key: string): Promise<Reply> {
    const texts = hrTexts[turn.locale];
    const { shown } = await figuresOf(turn, key);
    if (!shown) return { toast: texts.noFigures, outcome: 'exit-figures-none' };
    const offered: OutgoingFile = {
      name: `${texts.sheet.name} ${keyOf(shown.figures.tertial)}.xlsx`,
      contentType: XLSX,
      description: texts.sheet.below,
      bytes: () => writeXlsx(texts.sheet.name, figuresSheet(shown, turn.locale)),
    };
    return {
      post: [{ text: `${texts.sheet.below}: ${offered.name}`, summary: texts.sheet.below, file: offered }],
      outcome: 'exit-figures-file',
    };
  }

  async function documents(turn: Turn, id: string): Promise<Reply> {
    const exitCase = await parts.cases.find(organisationOf(turn.asker), id);
    if (!exitCase || exitCase.employee === turn.asker.id) return gone(turn);
    const { hasRegistrar } = await tellOfRequest(exitCase, turn, parts);
    const toast = documentTexts[turn.locale].told(hasRegistrar);
    return { toast, touched: { case: id }, outcome: 'exit-documents' };
  }

  return {
    composers: documentsComposer(parts),
    commands: [
      {
        id: 'exit.hr',
        phrases: ['avslut', 'alla avslut', 'leavers', 'all leavers'],
        allow,
        handle: (turn) => show(turn),
      },
    ],
    actions: [
      defineAction({
        verb: 'exit.hr.list',
        schema: listSchema,
        allow,
        handle: inPersonalChat(async (turn, input) => ({
          replace: await listView(parts, turn, input),
          outcome: 'exits',
        })),
      }),
      defineAction({
        verb: 'exit.hr.documents',
        schema: documentsSchema,
        allow,
        handle: inPersonalChat((turn, { case: id }) => documents(turn, id)),
      }),
      defineAction({
        verb: 'exit.hr.figures',
        schema: figuresSchema,
        allow,
        handle: inPersonalChat(async (turn, { tertial }) => {
          const { all, shown } = await figuresOf(turn, tertial);
          return { replace: figuresView(organisationOf(turn.asker), all, shown, turn.locale), outcome: 'exit-figures' };
        }),
      }),
      defineAction({
        verb: 'exit.hr.file',
        schema: figuresSchema,
        allow,
        handle: inPersonalChat((turn, { tertial }) => file(turn, tertial)),
      }),
    ],
  };
}
