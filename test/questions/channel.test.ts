import { describe, expect, it } from 'vitest';
import { startChannel } from '../bot/support/group-chat.js';
import { INGRID, SARA } from '../bot/support/people.js';
import { buttonOf, pressButton, read, replaced } from '../bot/support/press.js';
import { buttonsOf, cardOf } from '../bot/support/seen.js';
import { AMIR, PETER, QUESTION, sendToHr, useOffice } from './support/office.js';

const office = useOffice();

/** Sara, who asks, and a channel of HR that Ingrid chose for the questions. */
async function setUp() {
  const [sara, ingrid, amir] = [await office.met(SARA), await office.met(INGRID), await office.met(AMIR)];
  const channel = startChannel(office.connector, [ingrid, amir, sara]);
  await channel.say(ingrid, '<at>UBARA</at> frågor hit');
  const asked = cardOf(channel.messages()[0]);
  expect(read(asked)).toContain('Alla som är med här ser vem som frågar och vad.');
  return { sara, ingrid, amir, channel, asked };
}

const press = (
  channel: ReturnType<typeof startChannel>,
  by: Parameters<typeof channel.press>[0],
  card: unknown,
  title: string,
) => {
  const { verb, data } = buttonOf(card, title);
  return channel.press(by, verb, data);
};

describe('a channel for the questions to HR', () => {
  it('gets each question once; who takes it answers in the own chat, and the channel shows who has it', async () => {
    const { sara, ingrid, amir, channel, asked } = await setUp();
    expect(read(replaced(await press(channel, ingrid, asked, 'Ja, skicka frågorna hit')))).toContain(
      'kommer hit från och med nu',
    );
    await sendToHr(sara);
    const inChannel = await office.card(
      { ...sara, conversationId: channel.id },
      QUESTION,
      'Väntar på att någon på HR tar den',
    );
    expect(
      office.connector
        .current(ingrid.conversationId)
        .map((one) => JSON.stringify(one))
        .join(),
    ).not.toContain(QUESTION);

    // Neither who asked nor HR of another board can take it, though both are in the channel.
    for (const other of [sara, await office.met(PETER)]) await press(channel, other, inChannel, 'Jag tar den');
    const taken = replaced(await press(channel, amir, inChannel, 'Jag tar den'));
    expect(read(taken)).toContain(`${AMIR.name} har den sedan`);
    expect(buttonsOf(taken).map(({ title }) => title)).toEqual(['Lämna tillbaka']);
    await office.card({ ...sara, conversationId: channel.id }, QUESTION, `${AMIR.name} har den sedan`);
    // A second press and the platform's repeat of the first: one card all the same.
    await press(channel, amir, inChannel, 'Jag tar den');
    const mine = await office.card(amir, QUESTION, 'Du har den sedan');
    await pressButton(amir, mine, 'Svara', { answer: 'Den är grå.', reason: '' });
    await office.card(sara, 'HR har svarat på din fråga', 'Den är grå.');
    const over = await office.card({ ...sara, conversationId: channel.id }, `Besvarad av ${AMIR.name}`);
    expect(buttonsOf(over)).toEqual([]);
    const own = office.connector.current(amir.conversationId).filter((one) => JSON.stringify(one).includes(QUESTION));
    expect(own).toHaveLength(1);
  });

  it('is chosen by HR alone, and taken back by HR', async () => {
    const { sara, ingrid, channel, asked } = await setUp();
    await press(channel, sara, asked, 'Ja, skicka frågorna hit');
    await sendToHr(sara);
    await office.card(ingrid, QUESTION);

    await press(channel, ingrid, asked, 'Ja, skicka frågorna hit');
    await channel.say(ingrid, '<at>UBARA</at> frågor i chatten');
    await sendToHr(sara, 'Vilken färg har solen över förvaltningen?');
    await office.card(ingrid, 'Vilken färg har solen över förvaltningen?');
    expect(
      channel
        .messages()
        .map((one) => JSON.stringify(one))
        .join(),
    ).not.toContain('Vilken färg');
  });

  it('that does not take the question: each of HR gets it in the own chat', async () => {
    const { sara, ingrid, amir, channel, asked } = await setUp();
    await press(channel, ingrid, asked, 'Ja, skicka frågorna hit');
    office.connector.blockChat(channel.id);
    await sendToHr(sara);
    for (const one of [ingrid, amir]) await office.card(one, QUESTION, 'Väntar på att någon på HR tar den');
  });

  it('says in the own chat where to type it', async () => {
    const ingrid = await office.met(INGRID);
    expect((await ingrid.say('frågor hit')).replies[0]!.text).toContain('i den kanal där HR vill ha frågorna');
  });
});
