import { type Knowledge, type Question, wordsSpeltRight } from '../../../ask/index.js';
import { stockholmDate } from '../../../calendar/index.js';
import type { Person } from '../../../people/index.js';
import { placesOf } from './places.js';
import type { PlanWords } from './plan-words.js';
import { createRead, type Read, type Reading } from './reading.js';
import { readWanted } from './read-wanted.js';
import { type Understood, type Wanted, wantedSchema } from './wanted.js';

export { isIn } from './places.js';
export type { Place, RoundRef, Understood, Want, Wanted } from './wanted.js';

export interface UnderstandParts {
  readonly words: readonly PlanWords[];
  readonly knowledge: Pick<Knowledge, 'populations' | 'routines'>;
  readonly directory: { inOrganisation(organisation: string): readonly Person[] };
}

export interface ReadQuestion extends Understood {
  readonly locale: Reading['locale'];
}

/** Whether a question of somebody of the directory is the plan's, and what it wants. Pure but for lexicons that are kept. */
export function createUnderstandPlan({ words, knowledge, directory }: UnderstandParts) {
  const speltRight = wordsSpeltRight(knowledge);
  // A directory gives the same list of people until it changes.
  const reads = new WeakMap<readonly Person[], Read>();
  const readOf = (people: readonly Person[]): Read => {
    const known = reads.get(people);
    if (known) return known;
    const made = createRead(words, placesOf(people, knowledge.populations), speltRight);
    reads.set(people, made);
    return made;
  };

  return (question: Question): ReadQuestion | undefined => {
    const { person, context, now } = question;
    if (!person) return undefined;
    const reading = withHome(readOf(directory.inOrganisation(person.organisation))(question.question), person);
    const before = {
      wanted: rememberedOf(question),
      isAboutOthers: context.measure !== undefined || context.routine !== undefined,
    };
    const understood = readWanted(reading, before, Number(stockholmDate(now).slice(0, 4)));
    return understood && { ...understood, locale: reading.locale };
  };
}

/** "Min enhet" is the asker's. */
function withHome(reading: Reading, { department, unit }: Person): Reading {
  if (reading.words.has('own-unit')) return { ...reading, places: [{ department, unit }] };
  return reading.words.has('own-department') ? { ...reading, places: [{ department }] } : reading;
}

/** What the answer before was about; undefined when it was none of the plan's. */
function rememberedOf({ context }: Question): Wanted | undefined {
  if (context.source?.kind !== 'plan') return undefined;
  return wantedSchema.safeParse(context.source.about).data;
}
