import { describe, expect, it } from 'vitest';
import { joinFeatures, type Reply, type Turn } from '../../src/actions/index.js';
import { type Asker, createDirectory, decide } from '../../src/people/index.js';
import { peopleFeature } from '../../src/people/people-feature.js';
import { somePerson } from './some-people.js';

const karin = somePerson(1, {
  name: 'Karin Lindqvist',
  function: 'Enhetschef',
  unit: '',
  roles: ['medarbetare', 'chef'],
});
const sara = somePerson(2, { name: 'Sara Ekman', managerId: karin.id, language: 'en' });
const registry = joinFeatures([peopleFeature({ directory: createDirectory([karin, sara]) })]);

const askerOf = (person: typeof sara): Asker => ({ kind: 'person', id: person.id, person });
async function say(text: string, about: Partial<Turn> = {}): Promise<Reply> {
  const turn: Turn = {
    asker: askerOf(sara),
    locale: 'sv',
    now: new Date('2025-03-03T09:00:00Z'),
    conversation: 'personal',
    context: {},
    ...about,
  };
  return registry.findCommand(text)!.handle(turn, text);
}

describe('who am I', () => {
  it.each(['vem är jag', 'Vem är jag?', 'Min profil', 'who am I?', 'my profile'])(
    '"%s" shows the profile',
    async (text) => {
      expect(await say(text)).toMatchObject({ post: [{ card: { template: 'people/self' } }], outcome: 'self' });
    },
  );

  it('shows what the directory holds, with the manager by name', async () => {
    expect(await say('vem är jag')).toEqual({
      post: [
        {
          card: {
            template: 'people/self',
            data: {
              name: 'Sara Ekman',
              function: 'Barnskötare',
              roles: ['medarbetare'],
              organisation: 'Norra nämnden',
              department: 'Förskola',
              unit: 'Solberga',
              language: 'en',
              manager: 'Karin Lindqvist',
            },
          },
          summary: 'Sara Ekman, Barnskötare',
        },
      ],
      outcome: 'self',
    });
  });

  it('names no manager for the topmost', async () => {
    const { post } = await say('who am i', { asker: askerOf(karin) });
    expect(post![0]!.card!.data).not.toHaveProperty('manager');
    expect(post![0]!.card!.data).toMatchObject({ roles: ['medarbetare', 'chef'], unit: '' });
  });

  it.each([
    ['sv', 'Du finns inte i min personalkatalog ännu', 'Be HR', '(ditt id i Entra är x-1)'],
    ['en', 'You are not in my staff directory yet', 'Ask HR', '(your id in Entra is x-1)'],
  ] as const)('tells an unknown person so, and what HR needs (%s)', async (locale, ...parts) => {
    const { post, outcome } = await say('vem är jag', { asker: { kind: 'unknown', id: 'x-1' }, locale });
    for (const part of parts) expect(post![0]!.text).toContain(part);
    expect(post![0]!.card).toBeUndefined();
    expect(outcome).toBe('unknown-person');
  });

  it.each(['groupChat', 'channel'] as const)('does not show a profile to others (%s)', async (conversation) => {
    const reply = await say('vem är jag', { conversation });
    expect(reply).toEqual({
      post: [{ text: 'Din profil visar jag bara i vår egen chatt. Öppna den och skriv "min profil" där.' }],
      outcome: 'not-personal',
    });
  });
});

describe('language', () => {
  it.each([
    ['svenska', 'sv', 'Nu svarar jag på svenska'],
    ['Swedish', 'sv', 'Nu svarar jag på svenska'],
    ['English!', 'en', 'I answer in English'],
    ['engelska', 'en', 'I answer in English'],
  ])('"%s" chooses %s and says so in it', async (text, locale, begins) => {
    const reply = await say(text);
    expect(reply.locale).toBe(locale);
    expect(reply.post![0]!.text!.startsWith(begins)).toBe(true);
  });
});

it('lets everybody but guests use its commands', () => {
  for (const { allow } of registry.commands) {
    expect(decide({ kind: 'unknown', id: 'x' }, allow)).toEqual({ allowed: true, reach: 'eget' });
    expect(decide(askerOf(sara), allow)).toEqual({ allowed: true, reach: 'eget' });
    expect(decide({ kind: 'guest', id: 'x' }, allow).allowed).toBe(false);
  }
});
