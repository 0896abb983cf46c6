import type { View } from '../../actions/index.js';
import { durationIn, numberIn, type Reach, rehearse, versionOf } from '../../broadcast/index.js';
import { type Locale, stockholmDate } from '../../calendar/index.js';
import type { PeopleDirectory, Person } from '../../people/index.js';
import type { PlannedRound, RoundDraft } from './desk.js';
import { type OpenFunction, titleOfPerson } from './summary.js';
import { planHrTexts } from './texts.js';

/** So many lines of each list stand on the card; with the longest names it stays under the limit. */
const MOST = { departments: 40, functions: 20 } as const;

export interface RehearsalAbout {
  readonly directory: Pick<PeopleDirectory, 'find'>;
  readonly reaches: ReadonlyMap<string, Reach>;
  readonly perSecond: number;
  readonly locale: Locale;
  readonly note?: string;
}

/** What would happen if the round were sent as it stands, who answers where nobody holds the function, and what decides. */
export function rehearsalView(draft: RoundDraft, planned: PlannedRound, about: RehearsalAbout): View {
  const { round, summary, functions, unanswered } = planned;
  const { locale, note = '' } = about;
  const texts = planHrTexts[locale];
  const number = (value: number) => numberIn(locale, value);
  const more = (all: number, shown: number) => (all > shown ? number(all - shown) : '');
  const people = peopleOf(planned, about.directory);
  const { withoutChat, seconds } = rehearse({ people, unresolved: [], duplicates: 0 }, about.reaches, {
    bytes: 0,
    perSecond: about.perSecond,
  });
  const open = functions.filter(({ standIn }) => !standIn).length;
  return {
    template: 'plan/rehearsal',
    data: {
      form: draft.form,
      version: versionOf(draft),
      note,
      title: round.title,
      activities: number(summary.kinds.activity),
      goals: round.asksGoals ? number(summary.kinds.goal) : '',
      indicators: round.asksGoals ? number(summary.kinds.indicator) : '',
      items: number(summary.items),
      units: number(summary.units),
      people: number(people.length),
      deadline: stockholmDate(round.deadline),
      duration: durationIn(locale, seconds),
      unanswered: unanswered > 0 ? number(unanswered) : '',
      departments: summary.departments.slice(0, MOST.departments).map(({ department, items, persons }) => ({
        department,
        asked: texts.asked(number(items), number(persons)),
      })),
      moreDepartments: more(summary.departments.length, MOST.departments),
      withoutChat: number(withoutChat.count),
      names: withoutChat.names.join(', '),
      moreNames: withoutChat.more > 0 ? number(withoutChat.more) : '',
      functions: functions.slice(0, MOST.functions).map((one) => ({
        function: one.function,
        plan: one.plan.title,
        count: texts.questions(one.asks.length),
        who: decisionOf(one, about),
      })),
      moreFunctions: more(functions.length, MOST.functions),
      open: open > 0 ? texts.stillOpen(open) : '',
      canSend: open === 0 && people.length > 0,
      hasPeople: people.length > 0,
    },
  };
}

/** Those who are asked and are in the directory. */
export function peopleOf({ summary }: PlannedRound, directory: Pick<PeopleDirectory, 'find'>): Person[] {
  return summary.persons.flatMap((id) => directory.find(id) ?? []);
}

function decisionOf({ standIn }: OpenFunction, { directory, locale }: RehearsalAbout): string {
  const texts = planHrTexts[locale];
  if (!standIn) return texts.undecided;
  if (standIn.person === undefined) return texts.nobody;
  const person = directory.find(standIn.person);
  return person ? titleOfPerson(person) : texts.goneFromDirectory;
}
