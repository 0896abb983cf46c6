import ICAL from 'ical.js';
import { expect } from 'vitest';
import { readTables } from '../../../src/documents/index.js';
import { type Chat, readCard } from './chat.js';
import { press } from './press.js';
import { cardOf, fetchOffered, shows } from './walk.js';

/** Fills in the days of a form that asks for them, by label. */
export async function fillDays(form: Awaited<ReturnType<Chat['newCard']>>, days: Readonly<Record<string, string>>) {
  for (const [label, day] of Object.entries(days)) await form.getByLabel(label, { exact: false }).fill(day);
}

/** The manager starts an exit of own resignation for the person, up to the confirmation; gives the card. */
export async function prepareExit(manager: Chat, name: string, days: Readonly<Record<string, string>>) {
  await manager.say('nytt avslut');
  await manager.newCard();
  const form = await cardOf(manager, /Nytt avslut/);
  await form.getByRole('combobox').first().click();
  await manager.page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
  await form.getByText('Egen uppsägning').click();
  await press(form, 'Nästa');
  await shows(form, /Sista anställningsdag/);
  await fillDays(form, days);
  await press(form, 'Granska');
  await shows(form, /Prata med medarbetaren först/);
  return form;
}

/** The newest calendar file of the talk, as a calendar would read it. */
export async function bookingOf(chat: Chat, file: RegExp): Promise<ICAL.Event> {
  const text = (await fetchOffered(chat, file)).toString('utf8');
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
}

/** The first column of the tables of a Word file that was offered. */
export async function firstColumnOf(chat: Chat, file: RegExp): Promise<readonly string[]> {
  const read = await readTables('file.docx', await fetchOffered(chat, file));
  if (!('tables' in read)) throw new Error(read.because);
  return read.tables.flatMap(({ rows }) => rows.map(({ cells }) => cells[0]!.text));
}

/** The own checklist as it stands. */
export async function checklistOf(chat: Chat): Promise<string> {
  await chat.say('min checklista');
  return readCard(await chat.newCard());
}

/** Presses "Klar" of the own checklist as long as there is one, or of these items; gives how many. */
export async function tick(chat: Chat, only?: readonly number[]): Promise<number> {
  await chat.say('min checklista');
  const list = await chat.newCard();
  await shows(list, /\d+ av \d+ klara/);
  for (let ticked = 0; ; ticked++) {
    const title = only ? `Klar ${only[ticked]}` : /Klar \d+.*/.exec(await readCard(list))?.[0];
    if (title === undefined || ticked === only?.length) return ticked;
    await press(list, title);
    await shows(list, new RegExp(`Punkt ${/\d+/.exec(title)![0]}\\b.* är sparad`));
  }
}

/** The card in which the manager leads an exit, opened from "mina avslut". */
export async function leadOf(manager: Chat, name: string) {
  await manager.say('mina avslut');
  const list = await manager.newCard();
  await shows(list, new RegExp(name));
  await press(list, 'Visa avslutet');
  const led = await cardOf(manager, new RegExp(`Avslut: ${name}`));
  expect(await readCard(led)).toContain('Sista anställningsdag');
  return led;
}
