import type { Locale } from '../../../calendar/index.js';
import type { Part, WrittenDocument } from '../../../documents/index.js';
import type { PeopleDirectory } from '../../../people/index.js';
import type { ExitCase } from '../../case/exit-case.js';
import type { CaseItem, Standing } from '../../case/slots.js';
import type { Owner } from '../../checklist/item.js';
import { namesOf, whoIn } from '../desk.js';
import { startTexts } from '../texts.js';

export interface WordAbout {
  readonly items: readonly CaseItem[];
  readonly directory: Pick<PeopleDirectory, 'find'>;
  readonly locale: Locale;
}

/** The list on paper, for somebody whom the bot cannot reach: one heading and table for each who has something to do. Pure. */
export function wordList(exitCase: ExitCase, { items, directory, locale }: WordAbout): WrittenDocument {
  const { word, owners, kinds } = startTexts[locale];
  const { language, words, author, subject } = word;
  const title = word.title(namesOf(directory, exitCase.employee, locale).name);
  const parts: Part[] = [
    { kind: 'title', text: title },
    { kind: 'heading', level: 1, text: word.about },
    {
      kind: 'table',
      name: word.about,
      columns: [
        { heading: word.fact, width: 0.35 },
        { heading: word.value, width: 0.65 },
      ],
      rows: [
        [word.unit, whoIn(directory, exitCase.employee, locale)],
        [word.kind, kinds[exitCase.kind]],
        [word.lastWorkingDay, exitCase.lastWorkingDay],
        [word.lastDay, exitCase.lastDay],
        [word.manager, namesOf(directory, exitCase.manager, locale).name],
      ],
    },
    { kind: 'paragraph', text: word.intro },
    ...ownersIn(items).flatMap((owner) => partsOf(owner)),
  ];
  return { title, language, author, subject, words, parts };

  function partsOf(owner: Owner): Part[] {
    const own = items.filter(({ slots }) => slots.some((slot) => slot.owner === owner));
    const text = word.does(owners[owner]);
    return [
      { kind: 'heading', level: 1, text },
      {
        kind: 'table',
        name: text,
        columns: [
          { heading: word.what, width: 0.33 },
          { heading: word.who, width: 0.15 },
          { heading: word.due, width: 0.13 },
          { heading: word.help, width: 0.28 },
          { heading: word.state, width: 0.11 },
        ],
        rows: own.map(({ item, due, slots, standing }) => [
          item[locale],
          slots.map((slot) => owners[slot.owner]).join('\n'),
          due,
          item.help[locale],
          word[standing satisfies Standing],
        ]),
      },
    ];
  }
}

/** Employee and manager first, then the functions in the order of their days. */
function ownersIn(items: readonly CaseItem[]): readonly Owner[] {
  const there = new Set(items.flatMap(({ slots }) => slots.map(({ owner }) => owner)));
  const first = (['medarbetare', 'chef'] as const).filter((owner) => there.has(owner));
  return [...new Set<Owner>([...first, ...there])];
}
