import { PHASES } from '../../../ask/index.js';
import type { Part, WrittenTable } from '../../../documents/index.js';
import { clip } from '../../../clip.js';
import type { Comment } from '../details.js';
import type { Spread } from '../summary.js';
import { reportTexts } from '../texts.js';
import { dueIn, numberIn, standsIn } from '../wording.js';
import { phaseIn, SAID_OF_ACTIVITIES } from '../words.js';
import type { Material } from './material.js';

/** Of one of many comments. */
const MOST_OF_A_COMMENT = 220;

/** A table of activities for each phase and plan, in the plan's order. */
export function activityParts(material: Material): Part[] {
  const { summary, locale } = material;
  const texts = reportTexts[locale];
  const activities = summary.spread.filter(({ asked }) => asked.kind === 'activity');
  const plans = summary.plans.filter(({ id }) => activities.some(({ asked }) => asked.plan === id));
  const sections = ([...PHASES, undefined] as const).flatMap((phase): Part[] => {
    const name = phase === undefined ? texts.noPhase : phaseIn(locale, phase);
    const tables = plans.flatMap(({ id, title }) => {
      const rows = activities.filter(({ asked }) => asked.phase === phase && asked.plan === id);
      return rows.length === 0
        ? []
        : [activityTable(texts.activitiesIn(name, plans.length > 1 ? title : ''), rows, material)];
    });
    return tables.length === 0 ? [] : [{ kind: 'heading', level: 2, text: name }, ...tables];
  });
  return sections.length === 0 ? [] : [{ kind: 'heading', level: 1, text: texts.phases }, ...sections];
}

function activityTable(name: string, rows: readonly Spread[], material: Material): WrittenTable {
  const { locale } = material;
  const { columns } = reportTexts[locale];
  return {
    kind: 'table',
    name,
    columns: [
      { heading: columns.activity, width: 0.29 },
      { heading: columns.responsible, width: 0.15 },
      { heading: columns.due, width: 0.13 },
      { heading: columns.spread, width: 0.15 },
      { heading: columns.comment, width: 0.28 },
    ],
    rows: rows.map(({ asked, counts }) => [
      asked.text,
      asked.responsible.join(', '),
      dueIn(asked.due),
      standsIn(locale, counts, SAID_OF_ACTIVITIES).join('\n'),
      commentsIn(material, asked.key, counts.items),
    ]),
  };
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
