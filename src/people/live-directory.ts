import type { Clock } from '../calendar/index.js';
import { AppError } from '../errors.js';
import { createDirectory, type PeopleDirectory } from './directory.js';
import type { DirectoryGeneration, PeopleStore } from './people-store.js';
import type { Person } from './person.js';

/** How fresh the directory in memory is, for health and metrics. */
export interface DirectoryStatus {
  /** Undefined until something was loaded. */
  readonly generation: DirectoryGeneration | undefined;
  /** Milliseconds since the store last confirmed that this is the live generation; undefined until it once did. */
  readonly ageMs: number | undefined;
}

export interface LiveDirectory extends PeopleDirectory {
  /**
   * Asks the store which generation is live (one call) and loads it when it is another one. True when the directory changed.
   * Calls at the same time share one look. Throws what the store throws; the old directory is served meanwhile and afterwards.
   */
  refresh(): Promise<boolean>;
  status(): DirectoryStatus;
}

/**
 * A directory that follows the store: empty until the first `refresh`, which main.ts calls at start and by a timer. `check` throws for
 * people who must not be served.
 */
export function createLiveDirectory({
  store,
  clock,
  check = () => undefined,
}: {
  store: PeopleStore;
  clock: Clock;
  check?: (people: readonly Person[]) => void;
}): LiveDirectory {
  let serving = createDirectory([]);
  let generation: DirectoryGeneration | undefined;
  let confirmedAt: Date | undefined;
  let running: Promise<boolean> | undefined;

  async function look(): Promise<boolean> {
    const askedAt = clock();
    const live = await store.live();
    // No pointer where there was one means storage that was emptied or mixed up, never that everybody left: an import
    // cannot empty. The old directory goes on, and its growing age shows that something is wrong.
    if (!live) return false;
    const isNew = live.id !== generation?.id;
    if (isNew) {
      const people = await load(store, live);
      check(people);
      serving = createDirectory(people);
      generation = live;
    }
    confirmedAt = askedAt;
    return isNew;
  }

  return {
    refresh: () => (running ??= look().finally(() => (running = undefined))),
    status: () => ({ generation, ageMs: confirmedAt && clock().getTime() - confirmedAt.getTime() }),
    get size() {
      return serving.size;
    },
    find: (id) => serving.find(id),
    findByEmail: (email) => serving.findByEmail(email),
    managerOf: (id) => serving.managerOf(id),
    reportsOf: (managerId) => serving.reportsOf(managerId),
    inDepartment: (organisation, department) => serving.inDepartment(organisation, department),
    inOrganisation: (organisation) => serving.inOrganisation(organisation),
  };
}

/** Throws `storage_conflict` when the rows are fewer or more than the generation says: swept while they were read. */
async function load(store: PeopleStore, generation: DirectoryGeneration): Promise<Person[]> {
  const people: Person[] = [];
  for await (const person of store.list(generation)) people.push(person);
  if (people.length === generation.people) return people;
  throw new AppError(
    'storage_conflict',
    'The directory of persons changed while it was read; the next refresh reads it again.',
    {
      facts: { expected: generation.people, found: people.length },
    },
  );
}
