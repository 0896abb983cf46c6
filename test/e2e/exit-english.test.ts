import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../src/local/seed.js';
import { parsePeopleCsv, planImport } from '../../src/people/index.js';
import { openPeople, openStorage } from '../../src/storage/index.js';
import { type Chat, readCard } from './support/chat.js';
import { bookingOf, fillDays } from './support/exit-steps.js';
import { press } from './support/press.js';
import { cardOf, picture, reminded, shows, startWalk, type Walk } from './support/walk.js';

const BEFORE = '2026-11-04T08:05:00Z';
/** Three weeks before the demo's last working day then, 26 November. */
const OFFERED = '2026-11-05T08:05:00Z';
const AREAS = '2026-11-13T08:05:00Z';

let walk: Walk;
let [karin, sara] = [] as unknown as [Chat, Chat];

/** The demo, in whose directory Sara reads English. */
async function seedInEnglish({ connectionString }: { connectionString: string }): Promise<void> {
  const storage = openStorage({ kind: 'connection-string', connectionString });
  await storage.prepare();
  const { people } = parsePeopleCsv(readFileSync('src/local/demo/people.csv', 'utf8'));
  const incoming = people.map((person) =>
    person.name === 'Sara Ekman' ? { ...person, language: 'en' as const } : person,
  );
  const now = new Date(OFFERED);
  const plan = planImport({ current: [], incoming, removeMissing: false });
  await openPeople(storage).apply(plan, { generation: undefined, now });
  await seedDemo({ connectionString, now });
}

beforeAll(async () => {
  walk = await startWalk(BEFORE, seedInEnglish);
  ({ karin, sara } = walk);
}, 180_000);
afterAll(() => walk?.end());

/** No Swedish is left, but for titles and units of the directory. */
const inEnglish = (read: string) => expect(read).not.toMatch(/\b(och|inte|är|ska|medarbetaren|chefen|senast|klar)\b/i);

describe('somebody who reads English leaves', () => {
  it('opens the checklist and one item of it, and ticks', async () => {
    await sara.say('my checklist');
    const list = await cardOf(sara, /Your checklist/);
    inEnglish(await readCard(list));
    await picture(list, 'exit-english-checklist');
    await press(list, 'Open 6');
    const item = await cardOf(sara, /Item 6[\s\S]*What has been said/);
    inEnglish((await readCard(item)).replace('Planen ligger i enhetens mapp.', ''));
    await picture(item, 'exit-english-item');
    await item.getByText('Done', { exact: true }).click();
    await press(item, 'Save and next');
    await shows(item, /Item 6 is saved/);
  });

  it('asks when something is due and what is left, and is answered from the own case', async () => {
    await sara.say('when should I return the computer?');
    const due = await sara.newCard();
    await shows(due, /26 November 2026/);
    inEnglish(await readCard(due));
    await picture(due, 'exit-english-due');
    await sara.say('what is left on my checklist?');
    const left = await cardOf(sara, /Left to do/);
    inEnglish(await readCard(left));
    await picture(left, 'exit-english-left');
  });

  it('is offered the survey and a conversation by itself, and chooses', async () => {
    await walk.at(OFFERED);
    await reminded('2026-11-05', karin, sara);
    const survey = await cardOf(sara, /Survey for you who are leaving/);
    inEnglish(await readCard(survey));
    await picture(survey, 'exit-english-survey');
    const offer = await cardOf(sara, /Would you like an exit conversation/);
    inEnglish(await readCard(offer));
    await press(offer, 'With my manager');
    await shows(offer, /You would like to talk with your manager/);
    await picture(offer, 'exit-english-offer');
    await picture(await cardOf(sara, /To do when somebody leaves/), 'exit-english-reminder');
  });

  it('sees what the manager books in Swedish, and gets an English file of it and the areas in English', async () => {
    const lead = await cardOf(karin, /Medarbetaren vill ha samtalet med dig/);
    await picture(lead, 'exit-english-manager');
    await press(lead, 'Boka samtalet');
    const form = await cardOf(karin, /Boka avslutssamtal[\s\S]*Förslag:/);
    await fillDays(form, { Dag: '2026-11-16', Klockslag: '14:00', Plats: 'Rum 3' });
    await press(form, 'Boka');
    const booked = await cardOf(sara, /Your exit conversation is booked[\s\S]*Monday 16 November 2026 at 14:00/);
    await picture(booked, 'exit-english-booked');
    await press(booked, 'Get a calendar file');
    expect((await bookingOf(sara, /Exit conversation 2026-11-16\.ics/)).summary).toBe(
      'Exit conversation with Karin Lindqvist',
    );
    await walk.at(AREAS);
    const areas = await cardOf(sara, /Before the exit conversation/);
    inEnglish(await readCard(areas));
    await picture(areas, 'exit-english-areas');
  });
});
