import {
  type Answer,
  type AnswerSource,
  type AskResult,
  type Knowledge,
  plainAnswer,
  type Question,
  wordsSpeltRight,
} from '../../ask/index.js';
import { dayText, stockholmTime } from '../../calendar/index.js';
import type { PeopleDirectory, Person } from '../../people/index.js';
import type { ExitParts } from '../parts.js';
import type { Asking, Draft } from './answer/asking.js';
import { foundItems, itemDraft } from './answer/item.js';
import { casesDraft, lastDayDraft, leftDraft, overdueDraft } from './answer/list.js';
import { namePartsOf, type NameParts } from './names.js';
import { exitTexts, type Next } from './phrase/texts.js';
import { createRead, type Reading } from './reading.js';
import { readWanted } from './read-wanted.js';
import { meant, seenBy } from './sight.js';
import { type Remembered, rememberedSchema, type Want, type Wanted } from './wanted.js';
import type { ExitWords } from './words.js';

export interface ExitAnswersParts extends Pick<ExitParts, 'checklist' | 'holdersOf'> {
  readonly words: readonly ExitWords[];
  readonly knowledge: Pick<Knowledge, 'routines'>;
  readonly cases: Pick<ExitParts['cases'], 'list'>;
  readonly directory: Pick<PeopleDirectory, 'find' | 'inOrganisation'>;
}

const DRAFTS: Readonly<Record<Want, (asking: Asking) => Draft>> = {
  item: itemDraft,
  left: leftDraft,
  overdue: overdueDraft,
  cases: casesDraft,
  lastDay: lastDayDraft,
};
/** So many cases a conversation remembers: more were no answer that anybody goes on from. */
const MOST_REMEMBERED = 20;

/**
 * Answers questions about exits that are under way from what is stored at that moment: to the leaver of the own, to the manager of
 * those that person leads, to HR of the board's. Which questions those are is decided by their words alone; whoever has no such
 * case gets the engine's answer, as does everybody about exits in general.
 */
export function createExitAnswers(parts: ExitAnswersParts): AnswerSource {
  const { words, knowledge, cases, directory, checklist, holdersOf } = parts;
  const read = createRead(words, wordsSpeltRight(knowledge), checklist);
  // A directory gives the same list of people until it changes.
  const known = new WeakMap<readonly Person[], NameParts>();
  const namesIn = (organisation: string): NameParts => {
    const people = directory.inOrganisation(organisation);
    const names = known.get(people) ?? namePartsOf(people);
    known.set(people, names);
    return names;
  };

  async function answer(question: Question, person: Person, wanted: Wanted, reading: Reading) {
    const locale = reading.locale ?? question.locale ?? 'sv';
    const texts = exitTexts[locale];
    if (question.isOverheard)
      return { answer: plainAnswer('exit', locale, texts.notHereTitle, texts.notHere), context: question.context };
    const nameOf = (id: string) => directory.find(id)?.name ?? '';
    const chosen = meant(wanted, await seenBy(person, cases), nameOf);
    if (chosen.length === 0) return undefined;
    const about = { wanted, meant: chosen, locale, texts, now: question.now };
    const asking: Asking = { ...about, directory, checklist: checklist(), holdersOf };
    return wanted.isSaid && foundItems(asking).length === 0 ? undefined : resultOf(asking);
  }

  return {
    kind: 'exit',
    claim(question) {
      const { person } = question;
      if (!person) return undefined;
      const reading = read(question.question, namesIn(person.organisation));
      const wanted = readWanted(reading, rememberedOf(question));
      if (!wanted) return undefined;
      // Where others read along, what is not about somebody in particular is the engine's, and the rest nobody's.
      const isPersonal = wanted.isMine || wanted.names.length > 0;
      if (question.isOverheard && !isPersonal) return undefined;
      return { surety: 'sure', answer: () => answer(question, person, wanted, reading) };
    },
  };
}

function resultOf(asking: Asking): AskResult {
  const { wanted, meant: seen, locale, texts, now, directory } = asking;
  const draft = DRAFTS[wanted.want](asking);
  const [first, ...others] = seen;
  const name = others.length === 0 ? (directory.find(first!.exitCase.employee)?.name ?? '') : '';
  const answer: Answer = {
    ...plainAnswer('exit', locale, texts.titles[wanted.want], draft.says.join('\n\n')),
    ...(draft.rows.length > 0 && { rows: draft.rows }),
    assumptions: [texts.asOf(name, dayText(now, locale), stockholmTime(now))],
    suggestions: nextOf(asking).map((next) => texts.ask[next]),
  };
  const about: Remembered = {
    want: wanted.want,
    items: [...wanted.items],
    cases: seen.slice(0, MOST_REMEMBERED).map(({ exitCase }) => exitCase.id),
  };
  return { answer, context: { source: { kind: 'exit', about } } };
}

function nextOf({ wanted, meant: seen }: Asking): Next[] {
  const isLeaver = seen.every(({ viewer }) => viewer === 'medarbetare');
  const next: readonly Next[] = isLeaver ? ['left', 'lateMine', 'lastDay'] : ['cases', 'lateOurs'];
  const same: Readonly<Record<Want, readonly Next[]>> = {
    item: [],
    left: ['left'],
    overdue: ['lateMine', 'lateOurs'],
    cases: ['cases'],
    lastDay: ['lastDay'],
  };
  return next.filter((one) => !same[wanted.want].includes(one));
}

/** What the answer before was about; undefined when it was none of an exit's. */
function rememberedOf({ context }: Question): Remembered | undefined {
  if (context.source?.kind !== 'exit') return undefined;
  return rememberedSchema.safeParse(context.source.about).data;
}
