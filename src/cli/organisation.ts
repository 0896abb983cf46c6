import type { PeopleStore } from '../people/index.js';

/** Whose it is (documents, messages): each organisation is its own data controller, so it is never guessed. */
export type ChosenOrganisation =
  { readonly kind: 'chosen'; readonly name: string } | { readonly kind: 'unclear'; readonly message: string };

/** The organisation of that name in the directory, case aside; without a name the only one there. */
export async function chooseOrganisation(
  wanted: string | undefined,
  people: Pick<PeopleStore, 'list'>,
): Promise<ChosenOrganisation> {
  const names = new Set<string>();
  for await (const { organisation } of people.list()) names.add(organisation);
  const all = [...names].sort((a, b) => a.localeCompare(b, 'sv'));
  const list = all.map((name) => `"${name}"`).join(', ');
  if (all.length === 0)
    return unclear('Personalkatalogen är tom. Läs in personer först: npm run -s people -- import FIL --yes');
  if (wanted === undefined) {
    const [only, second] = all;
    if (second === undefined) return { kind: 'chosen', name: only! };
    return unclear(`Vilken organisation gäller det? Ange --organisation / say which organisation: ${list}.`);
  }
  const folded = wanted.normalize('NFC').trim().toLowerCase();
  const name = all.find((one) => one.normalize('NFC').toLowerCase() === folded);
  if (name !== undefined) return { kind: 'chosen', name };
  return unclear(`Organisationen "${wanted}" finns inte i personalkatalogen. Det finns / there are: ${list}.`);
}

function unclear(message: string): ChosenOrganisation {
  return { kind: 'unclear', message };
}
