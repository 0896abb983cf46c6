import { AppError } from '../errors.js';
import type { Person } from './person.js';

/** Ends no real address: reserved by RFC 2606. The demonstration's people have it. */
const RESERVED = /[@.](example|example\.(com|org|net)|test|invalid|localhost)$/;

/**
 * Throws `demo_people` when the directory holds people of the demonstration, whose ids anybody can read in the code: in production
 * whoever had one of them would be let in as HR.
 */
export function refuseDemoPeople(people: Iterable<Pick<Person, 'id' | 'email'>>): void {
  const demo = [...people].filter(({ email }) => RESERVED.test(email));
  if (demo.length === 0) return;
  throw new AppError(
    'demo_people',
    `The directory holds ${demo.length} people of the demonstration (an address that ends with .example), the first ${demo[0]!.id}. ` +
      'Production does not start with them: import the real directory with `npm run -s people -- import FILE --remove-missing --yes`.',
  );
}
