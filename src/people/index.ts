export { createDirectory, type PeopleDirectory } from './directory.js';
export {
  changesAnything,
  describeFaults,
  describePlan,
  type Fault,
  type FieldChange,
  type ImportPlan,
  type ParsedPeople,
  parsePeopleCsv,
  type PersonChange,
  planImport,
  type Refusal,
  type Rehearsal,
  rehearseImport,
} from './import/index.js';
export { refuseDemoPeople } from './demo-people.js';
export { createLiveDirectory, type DirectoryStatus, type LiveDirectory } from './live-directory.js';
export { peopleFeature, type SelfCard } from './people-feature.js';
export type { DirectoryGeneration, ImportBasis, PeopleStore } from './people-store.js';
export {
  type Asker,
  type Directory,
  NO_ORGANISATION,
  organisationOf,
  type Person,
  personSchema,
  type Role,
  ROLES,
} from './person.js';
export {
  decide,
  type Decision,
  holds,
  isPermission,
  type Permission,
  POLICY,
  type Reach,
  REACHES,
  type Right,
} from './policy.js';
