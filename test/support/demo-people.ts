import { readFileSync } from 'node:fs';
import { createDirectory, parsePeopleCsv, type Person } from '../../src/people/index.js';

/** The people of the demo. */
export const demoDirectory = createDirectory(parsePeopleCsv(readFileSync('src/local/demo/people.csv', 'utf8')).people);

/** Somebody of them by the first part of the address; throws for nobody. */
export function demoPerson(email: string): Person {
  const person = demoDirectory.findByEmail(`${email}@ubara.example`);
  if (!person) throw new Error(`Nobody of the demo people is ${email}.`);
  return person;
}
