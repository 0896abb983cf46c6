import type { Question } from './answer.js';
import type { Population } from './knowledge.js';
import type { Home } from './statistics/choose-places.js';

/** The asker's place as population ids: the directory holds names, the vocabulary ids. */
export function homeOf(asker: Question['asker'], populations: readonly Population[]): Home {
  if (!asker) return {};
  const organisation = populations.find(
    ({ level, sv, synonyms }) => level === 'organisation' && [sv, ...synonyms].includes(asker.organisation),
  );
  const department = populations.find(
    ({ parent, sv, synonyms }) =>
      parent === organisation?.id &&
      [sv, ...synonyms].some((name) => name.toLowerCase() === asker.department.toLowerCase()),
  );
  return { organisation: organisation?.id, department: department?.id };
}
