import { beforeEach, describe, expect, it } from 'vitest';
import { startChannel, startGroupChat } from '../../bot/support/group-chat.js';
import { INGRID, KARIN, SARA } from '../../bot/support/people.js';
import { pressButton, read, say } from '../../bot/support/press.js';
import { buttonsOf, cardOf, seen } from '../../bot/support/seen.js';
import { PETER, useOffice } from '../../questions/support/office.js';
import { EVERYBODY, storeCase, YASMIN } from '../support/store-case.js';

const office = useOffice({ TEST_NOW: '2026-11-13T09:30:00Z' });

beforeEach(async () => {
  await office.people(EVERYBODY);
  await office.restart();
  await storeCase(office.storage, { lastWorkingDay: '2026-11-27', lastDay: '2026-11-30' });
});

describe('in the chat', () => {
  it('the leaver gets the own case’s answer as a card, and goes on by its buttons and by words', async () => {
    const sara = await office.met(SARA);
    const card = await say(sara, 'När ska datorn lämnas tillbaka?');
    expect(read(card)).toContain('Senast 27 november 2026.');
    expect(read(card)).toContain('Lämna tillbaka dator, telefon och hemlånad utrustning; kvittera');
    expect(buttonsOf(card).map(({ title }) => title)).toEqual([
      'Vad är kvar?',
      'Vad är försenat?',
      'När är min sista dag?',
    ]);
    const { replies } = await pressButton(sara, card, 'När är min sista dag?');
    expect(seen(replies[0])).toContain('Sista arbetsdagen är 27 november 2026');
    // The bot remembers what it was about, and no text.
    expect(read(await say(sara, 'och nycklarna?'))).toContain('Lämna tillbaka nycklar');
  });

  it('the manager and HR get theirs, another manager and another board nothing of it', async () => {
    const question = 'Har Sara lämnat nycklarna?';
    for (const person of [KARIN, INGRID])
      expect(read(await say(await office.met(person), question))).toContain('Nej, inte än.');
    for (const person of [YASMIN, PETER]) {
      const [answer] = (await (await office.met(person)).say(question)).replies;
      expect(seen(answer)).not.toContain('november');
    }
  });

  it('nobody is told of a person where others read along', async () => {
    const sara = await office.met(SARA);
    const group = startChannel(office.connector, [sara]);
    await group.say(sara, 'När är min sista dag?');
    const answer = group.messages().at(-1);
    expect(read(cardOf(answer))).toContain('Inte här');
    expect(seen(answer)).not.toContain('november');
    await group.say(sara, 'överlämning');
    expect(seen(group.messages().at(-1))).toContain('Överlämningen visar jag bara i vår egen chatt.');
    const ingrid = await office.met(INGRID);
    const hr = startGroupChat(office.connector, [ingrid]);
    await hr.say(ingrid, 'avslut');
    expect(seen(hr.messages().at(-1))).toContain('Avsluten visar jag bara i vår egen chatt.');
  });
});
