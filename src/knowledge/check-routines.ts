import type { Routine } from '../ask/index.js';
import type { Fault } from './fault.js';
import type { Known } from './known.js';
import { faultAt, type Placed } from './placed.js';

/** What a routine names that is not there, its file's name, its review date. `today` is a date of Stockholm, 2026-03-01. */
export function checkRoutine(entry: Placed<Routine>, known: Known, today: string): Fault[] {
  const { value: routine } = entry;
  const faults: Fault[] = [];
  const refuse = (key: keyof Routine, message: string) => void faults.push(faultAt(entry, key, message));
  for (const key of ['organisation', 'department'] as const)
    if (routine[key] !== undefined && !known.populations(routine[key])) refuse(key, `no population ${routine[key]}`);
  for (const { document, section } of routine.sources)
    if (!known.sources(document)) refuse('sources', `no source ${document} in sources.yml`);
    else if (!known.sections(document, section)) refuse('sources', `source ${document} has no section "${section}"`);
  for (const id of routine.related) if (!known.routines(id)) refuse('related', `no routine ${id}`);
  if (!entry.file.endsWith(`/${routine.id}.md`)) refuse('id', `the file must be called ${routine.id}.md`);
  if (routine.reviewBy < today) {
    const passed = faultAt(entry, 'reviewBy', `the review date ${routine.reviewBy} has passed`);
    faults.push({ ...passed, severity: 'warning' });
  }
  return faults;
}

/** Two routines of one title, which a person could not tell apart in a list. */
export function duplicateTitles(routines: readonly Placed<Routine>[]): Fault[] {
  const seen = new Map<string, string>();
  return routines.flatMap((entry) =>
    (['title', 'titleEn'] as const).flatMap((key) => {
      const title = `${key}:${entry.value[key].toLowerCase()}`;
      const first = seen.get(title);
      seen.set(title, first ?? entry.file);
      return first === undefined ? [] : [faultAt(entry, key, `the same title stands in ${first}`)];
    }),
  );
}

/** A subject that one routine has alone (a slip of the pen), and two routines of one place on one subject. */
export function checkSubjects(routines: readonly Placed<Routine>[]): Fault[] {
  const withSubject = routines.filter(({ value }) => value.subject !== undefined);
  const count = (subject: string) => withSubject.filter(({ value }) => value.subject === subject).length;
  const seen = new Map<string, string>();
  return withSubject.flatMap((entry) => {
    const { subject = '', organisation, department } = entry.value;
    if (count(subject) === 1) return [faultAt(entry, 'subject', `no other routine has the subject ${subject}`)];
    const place = [subject, organisation, department].join('|');
    const first = seen.get(place);
    seen.set(place, first ?? entry.file);
    return first === undefined ? [] : [faultAt(entry, 'subject', `${first} has the same subject for the same place`)];
  });
}
