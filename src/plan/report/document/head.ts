import { stockholmDate, stockholmTime } from '../../../calendar/index.js';
import type { Part } from '../../../documents/index.js';
import { fiveLines } from '../five-lines.js';
import { reportTexts } from '../texts.js';
import { versionIn } from '../wording.js';
import { phaseIn } from '../words.js';
import type { Material } from './material.js';

/** Title, what the report is about, and the summary of five lines. */
export function headParts({ summary, organisation, owner, now, locale }: Material): Part[] {
  const texts = reportTexts[locale];
  const { head } = texts;
  const { round, filter, plans } = summary;
  const departments =
    filter.department ?? (round.departments.length > 0 ? head.asked(round.departments.join(', ')) : head.everywhere);
  const shown = plans.filter(({ id }) => filter.plan === undefined || filter.plan === id);
  return [
    { kind: 'title', text: texts.title(round.title) },
    {
      kind: 'table',
      name: head.name,
      columns: [
        { heading: head.about, width: 0.27 },
        { heading: head.value, width: 0.73 },
      ],
      rows: [
        [head.unit, `${organisation}, ${departments}`],
        [head.period, round.title.includes(String(round.year)) ? round.title : `${round.title}, ${round.year}`],
        [head.plans, shown.map(({ title }) => title).join('\n')],
        ...(filter.phase === undefined ? [] : [[head.phase, phaseIn(locale, filter.phase)]]),
        [head.owner, owner === '' ? head.ownerUnknown : owner],
        [head.deadline, stockholmDate(round.deadline)],
        [head.date, `${stockholmDate(now)} ${stockholmTime(now)}`],
        [head.version, versionIn(locale, round)],
        // Left empty for whoever reviews it: the assistant signs nothing (domain page 3.4).
        [head.reviewed, ''],
      ],
    },
    { kind: 'heading', level: 1, text: texts.summary },
    { kind: 'list', items: fiveLines(summary, locale) },
  ];
}
