import { PHASES } from '../../../ask/index.js';
import type { Part } from '../../../documents/index.js';
import { clip } from '../clip.js';
import type { Comment } from '../details.js';
import { reportTexts } from '../texts.js';
import { dueIn, numberIn, standsIn } from '../wording.js';
import { phaseIn, SAID_OF_ACTIVITIES } from '../words.js';
import type { Material } from './material.js';

/** Of one of many comments. */
const MOST_OF_A_COMMENT = 220;

/** A table of activities for each phase, in the plans' order. */
export function activityParts(material: Material): Part[] {
  const { summary, locale } = material;
  const texts = reportTexts[locale];
  const { columns } = texts;
  const activities = summary.spread.filter(({ asked }) => asked.kind === 'activity');
  const tables = ([...PHASES, undefined] as const).flatMap((phase): Part[] => {
    const rows = activities.filter(({ asked }) => asked.phase === phase);
    if (rows.length === 0) return [];
    const name = phase === undefined ? texts.noPhase : phaseIn(locale, phase);
    return [
      { kind: 'heading', level: 2, text: name },
      {
        kind: 'table',
        name: texts.activitiesIn(name),
        columns: [
          { heading: columns.activity, width: 0.34 },
          { heading: columns.responsible, width: 0.16 },
          { heading: columns.due, width: 0.13 },
          { heading: columns.spread, width: 0.15 },
          { heading: columns.comment, width: 0.22 },
        ],
        rows: rows.map(({ asked, counts }) => [
          asked.text,
          asked.responsible.join(', '),
          dueIn(asked.due),
          standsIn(locale, counts, SAID_OF_ACTIVITIES).join('\n'),
          commentsIn(material, asked.key, counts.items),
        ]),
      },
    ];
  });
  return tables.length === 0 ? [] : [{ kind: 'heading', level: 1, text: texts.phases }, ...tables];
}

/** What the only unit says in full; of several units the first few, each with its name. */
export function commentsIn({ details, locale }: Material, key: string, units: number): string {
  const found = details.comments.get(key);
  if (!found) return '';
  if (units === 1) return found.first[0]?.text ?? '';
  const line = ({ from, text }: Comment) => `${from}: ${clip(text.replace(/\s+/g, ' '), MOST_OF_A_COMMENT)}`;
  return [
    ...found.first.map(line),
    ...(found.more > 0 ? [reportTexts[locale].more(numberIn(locale, found.more))] : []),
  ].join('\n');
}
