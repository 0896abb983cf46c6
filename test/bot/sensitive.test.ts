import { describe, expect, it } from 'vitest';
import { startGroupChat } from './support/group-chat.js';
import { DANIEL, KARIN, SARA } from './support/people.js';
import { buttonsOf, cardOf, invokeBody, seen } from './support/seen.js';
import { useStage } from './support/stage.js';

const stage = useStage();
const CASE = 'En kollega hotade mig på Kabelverket igår';

describe('somebody who tells of a delicate case', () => {
  it('reads where to turn, on a card without buttons', async () => {
    const { status, replies } = await stage.user(SARA).say(CASE);
    expect([status, replies.length]).toEqual([200, 1]);
    expect(seen(replies[0])).toBe(
      [
        'Hot och våld ska du inte möta ensam',
        'Berätta för din chef.',
        'Hit kan du vända dig',
        '- Ring 112: om någon är i fara nu.',
        '- HR: för stöd.',
        'Jag är en automatisk assistent och har inte sparat det du skrev. Meddelandet står kvar i din chatt i Teams.',
      ].join('\n'),
    );
    expect(buttonsOf(cardOf(replies[0]))).toEqual([]);
    expect(replies[0]?.channelData).toBeUndefined();
  });

  it('is answered in the language of the words', async () => {
    const { replies } = await stage.user(DANIEL).say('I have been threatened');
    expect(seen(replies[0])).toContain('You should not face threats and violence alone');
    expect(replies[0]?.locale).toBe('en-GB');
  });

  it('leaves nothing in storage but where to reach the chat, and no audit line', async () => {
    await stage.user(SARA).say(CASE);
    expect((await stage.conversations()).map(({ context }) => context)).toEqual([{}]);
    expect(await stage.audit()).toEqual([]);
  });

  it('leaves nothing of it in the log', async () => {
    await stage.user(SARA).say(CASE);
    expect(stage.log.text()).not.toMatch(/kollega|hotade|Kabelverket|igår|hot-vald/);
    expect(stage.log.lines('turn')).toHaveLength(1);
  });

  it('changes nothing of what the conversation remembers, not even when it was', async () => {
    const sara = stage.user(SARA);
    await sara.say('Hur hög är sjukfrånvaron i förskolan?');
    const before = await stage.conversations();
    const calls = stage.storage.calls();
    await sara.say(CASE);
    expect(await stage.conversations()).toEqual(before);
    expect(stage.storage.calls()).toBe(calls + 2);
    expect(seen((await sara.say('Och för IFO?')).replies[0])).toContain('6,8 %');
  });

  it('is not repeated by a button that carries it', async () => {
    const sara = stage.user(SARA);
    const { body, replies } = await sara.press('ask.question', { question: CASE });
    expect(invokeBody(body).statusCode).toBe(200);
    expect(seen(replies[0])).toContain('Hit kan du vända dig');
    expect(JSON.stringify([body, replies])).not.toContain('Kabelverket');
    expect(JSON.stringify(await stage.audit())).not.toMatch(/Kabelverket|hot-vald|sensitive/);
  });

  it('is told nothing of it in a group either', async () => {
    const chat = startGroupChat(stage.connector, [stage.user(KARIN), stage.user(SARA)]);
    await chat.say(stage.user(SARA), `<at>UBARA-assistenten</at> ${CASE}`);
    expect(seen(chat.messages()[0])).toContain('Hit kan du vända dig');
    expect(JSON.stringify(chat.messages())).not.toContain('Kabelverket');
  });
});

describe('somebody who asks how we work with it', () => {
  it('reads the answer, then where to turn', async () => {
    const { replies } = await stage.user(KARIN).say('Hur många rutiner har vi mot hot och våld?');
    expect(seen(replies[0])).not.toContain('Hit kan du vända dig');
    expect(seen(replies[0])).toContain('Har det hänt något? Ring 112 vid fara.');
  });
});
