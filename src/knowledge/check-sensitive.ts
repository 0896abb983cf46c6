import { FORMS, type Topic } from '../ask/index.js';
import type { Fault } from './fault.js';
import type { Known } from './known.js';
import { fault, faultAt, type Placed } from './placed.js';
import type { ReadKnowledge } from './read-folder.js';

/** Routes that are not there or that nobody names, forms that are missing, words of two topics, review dates passed. */
export function checkSensitive(read: ReadKnowledge, known: Known, today: string): Fault[] {
  const used = new Set(read.topics.flatMap(({ value }) => value.routes));
  const forms = new Set(read.forms.map(({ value }) => value.id));
  const isFaulty = (file: string) => read.faults.some((one) => one.file === file);
  return [
    ...read.topics.flatMap((entry) => checkTopic(entry, known, today)),
    ...doubleWords(read.topics),
    ...read.routes
      .filter(({ value }) => !used.has(value.id) && !isFaulty('sensitive/topics.yml'))
      .map((entry) => faultAt(entry, 'id', `no topic names route ${entry.value.id}`)),
    ...(isFaulty('sensitive/forms.yml') || read.topics.length === 0 ? [] : FORMS)
      .filter((form) => !forms.has(form))
      .map((form) => fault('sensitive/forms.yml', 1, 'id', `form ${form} is missing`)),
  ];
}

function checkTopic(entry: Placed<Topic>, known: Known, today: string): Fault[] {
  const { routes, reviewBy } = entry.value;
  const faults = routes.filter((id) => !known.routes(id)).map((id) => faultAt(entry, 'routes', `no route ${id}`));
  if (reviewBy >= today) return faults;
  return [...faults, { ...faultAt(entry, 'reviewBy', `the review date ${reviewBy} has passed`), severity: 'warning' }];
}

/** A word of two topics would always be taken for the first. */
function doubleWords(topics: readonly Placed<Topic>[]): Fault[] {
  return (['acts', 'actsEn', 'subjects', 'subjectsEn'] as const).flatMap((key) => {
    const first = new Map<string, string>();
    return topics.flatMap((entry) =>
      entry.value[key].flatMap((word) => {
        const owner = first.get(word);
        first.set(word, owner ?? entry.value.id);
        return owner === undefined ? [] : [faultAt(entry, key, `"${word}" stands already in ${owner}`)];
      }),
    );
  });
}
