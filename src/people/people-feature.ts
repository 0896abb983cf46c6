import type { Command, Feature, Reply, Turn } from '../actions/index.js';
import type { Locale } from '../calendar/index.js';
import type { PeopleDirectory } from './directory.js';
import type { Person, Role } from './person.js';
import { peopleTexts } from './texts.js';

/** The data of cards/people/self.card.json, which has the words for roles and languages. `unit` is '' when there is none. */
export interface SelfCard {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly organisation: string;
  readonly department: string;
  readonly unit: string;
  readonly function: string;
  readonly language: Locale;
  /** The nearest manager's name; not there for the topmost. */
  readonly manager?: string;
}

/** "vem är jag" shows what the bot knows of the asker; "svenska" and "english" choose the language of the conversation. */
export function peopleFeature({ directory }: { directory: Pick<PeopleDirectory, 'managerOf'> }): Feature {
  return {
    name: 'people',
    actions: [],
    commands: [
      {
        id: 'people.self',
        phrases: ['vem är jag', 'min profil', 'who am i', 'my profile'],
        allow: 'people.self',
        handle: (turn) => showSelf(turn, directory),
      },
      languageCommand('sv', ['svenska', 'swedish']),
      languageCommand('en', ['english', 'engelska']),
    ],
  };
}

function showSelf({ asker, conversation, locale }: Turn, directory: Pick<PeopleDirectory, 'managerOf'>): Reply {
  const texts = peopleTexts[locale];
  if (asker.kind !== 'person') return { post: [{ text: texts.unknown(asker.id) }], outcome: 'unknown-person' };
  // Everybody in a channel would read it.
  if (conversation !== 'personal') return { post: [{ text: texts.onlyInPersonalChat }], outcome: 'not-personal' };
  const { person } = asker;
  const data = selfCard(person, directory.managerOf(person.id));
  return {
    post: [{ card: { template: 'people/self', data }, summary: `${person.name}, ${person.function}` }],
    outcome: 'self',
  };
}

function selfCard(person: Person, manager: Person | undefined): SelfCard {
  const { name, roles, organisation, department, unit, language } = person;
  const card = { name, roles, organisation, department, unit, function: person.function, language };
  return manager ? { ...card, manager: manager.name } : card;
}

function languageCommand(locale: Locale, phrases: readonly string[]): Command {
  return {
    id: `people.language.${locale}`,
    phrases,
    allow: 'people.language',
    handle: () => ({ locale, post: [{ text: peopleTexts[locale].languageChosen }], outcome: `language-${locale}` }),
  };
}
