import type { Person } from '../person.js';
import { nameOf } from './fault-texts.js';
import { listShortly, show } from './faults.js';
import type { Refusal } from './find-refusals.js';
import type { FieldChange, ImportPlan } from './plan-import.js';

const SHOWN_PEOPLE = 20;

/** The plan as HR reads it in the terminal: counts, who, which fields, and what stops it. At most 20 people a heading. */
export function describePlan(plan: ImportPlan): string {
  const { added, changed, unchanged, missing, refusals, result } = plan;
  const names = new Map(
    [...missing.people, ...changed.map(({ before }) => before), ...result].map((p) => [p.id, p.name]),
  );
  return [
    ...section('Nya', added.map(describePerson)),
    ...section(
      'Ändrade',
      changed.map(({ after, fields }) => `${nameOf(after)}: ${fields.map((f) => describeField(f, names)).join('; ')}`),
    ),
    ...section('Oförändrade', [], unchanged.length),
    ...section(`Saknas i filen, ${FATES[missing.fate]}`, missing.people.map(describePerson)),
    `Efter importen finns ${result.length} ${result.length === 1 ? 'person' : 'personer'} i personalkatalogen.`,
    ...organisationsWithoutHr(result).map((name) => `Observera: ${name} har ingen person med rollen hr.`),
    ...(refusals.length > 0
      ? ['', 'Importen kan inte göras:', ...refusals.map((refusal) => `  - ${describeRefusal(refusal)}`)]
      : []),
  ].join('\n');
}

const FATES = { kept: 'behålls (--remove-missing tar bort dem)', removed: 'tas bort' };

function section(heading: string, lines: readonly string[], count = lines.length): string[] {
  const more = lines.length > SHOWN_PEOPLE ? [`  … och ${lines.length - SHOWN_PEOPLE} till`] : [];
  return [`${heading}: ${count}`, ...lines.slice(0, SHOWN_PEOPLE).map((line) => `  ${line}`), ...more];
}

function describePerson(person: Person): string {
  return `${nameOf(person)}, ${person.function}, ${person.organisation}`;
}

/** "unit "Solberga" -> "Solberga norra"", under the file's heading; managers by name. */
function describeField({ field, before, after }: FieldChange, names: ReadonlyMap<string, string>): string {
  if (field !== 'managerId') return `${field} ${show(before)} -> ${show(after)}`;
  const nameOfId = (id: string) => show(id === '' ? '' : (names.get(id) ?? id));
  return `manager ${nameOfId(before)} -> ${nameOfId(after)}`;
}

function describeRefusal(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'nobody':
      return 'Filen innehåller inga personer. En import får aldrig tömma personalkatalogen.';
    case 'last-hr':
      return (
        `${refusal.organisation} skulle stå utan person med rollen hr (nu: ${namesOf(refusal.people)}). ` +
        'Ge rollen till någon annan där i filen först.'
      );
    case 'manager-removed':
      return (
        `${nameOf(refusal.manager)} skulle tas bort men är chef för ${namesOf(refusal.reports)}. ` +
        'Ge dem en annan chef i filen, eller ta med chefen.'
      );
    case 'manager-unknown':
      return `Chefen med id ${refusal.managerId} finns inte; anges för ${namesOf(refusal.reports)}. Rätta kolumnen manager.`;
    case 'manager-circle':
      return `Cheferna går i cirkel: ${namesOf([...refusal.people, refusal.people[0]!])}. Någon av dem ska ha en annan chef.`;
    case 'taken':
      return (
        `${refusal.field} ${show(refusal.value)} hör till flera personer: ${namesOf(refusal.people)}. ` +
        'Rätta filen; den som har slutat tas bort med --remove-missing.'
      );
  }
}

function namesOf(people: readonly Person[]): string {
  return listShortly(
    people.map(({ name }) => name),
    8,
  );
}

function organisationsWithoutHr(people: readonly Person[]): string[] {
  const withHr = new Set(people.filter(({ roles }) => roles.includes('hr')).map(({ organisation }) => organisation));
  return [...new Set(people.map(({ organisation }) => organisation))].filter(
    (organisation) => !withHr.has(organisation),
  );
}
