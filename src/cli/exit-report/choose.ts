import { EVERYBODY, type Look, periodOf } from '../../exit/index.js';
import { UsageError } from '../usage-error.js';

/** The window of that name ("T1 2026", "januari–april 2026", "år"); the newest without one. Throws UsageError naming those there are. */
export function choosePeriod({ windows }: Look, typed: string | undefined): string {
  if (typed === undefined || windows.length === 0) return '';
  const wanted = folded(typed);
  const found = windows.find(({ value, title, window }) =>
    [value, title, periodOf(window.tertials), ...(value === 'year' ? YEARS : [])].map(folded).includes(wanted),
  );
  if (found) return found.value;
  const there = windows.map(({ title, window }) => `  "${periodOf(window.tertials)}"  ${title}`);
  throw new UsageError(
    [`Perioden "${typed}" finns inte. Det finns / there is no such period; there are:`, ...there].join('\n'),
  );
}

/** The department of that name that some release shows; everybody without one. */
export function chooseDepartment({ departments }: Look, typed: string | undefined): string {
  if (typed === undefined) return EVERYBODY;
  const found = departments.find(({ value, title }) => [value, title].map(folded).includes(folded(typed)));
  if (found) return found.value;
  throw new UsageError(
    `Avdelningen "${typed}" visas inte: den finns inte, eller för få därifrån har svarat. Det som visas / shown are: ${departments.map(({ title }) => title).join(', ')}.`,
  );
}

const YEARS = ['år', 'rullande år', 'year', 'rolling year'];

function folded(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
