import { describe, expect, it } from 'vitest';
import { startGroupChat } from '../bot/support/group-chat.js';
import { DANIEL, INGRID, KARIN, ORGANISATION, SARA, STRANGER } from '../bot/support/people.js';
import { buttonOf, pressButton, read, replaced, say } from '../bot/support/press.js';
import { buttonsOf, cardOf, invokeBody, seen } from '../bot/support/seen.js';
import { useStage } from '../bot/support/stage.js';
import type { AdaptiveCardJson } from '../../src/cards/index.js';
import type { User } from '../support/connector/index.js';

const stage = useStage();
const QUESTION = 'Vilken färg har månen?';
const TO_HR = 'Skicka frågan till HR';

/** The form, opened from the card of a refusal. */
async function openForm(user: User, question = QUESTION): Promise<AdaptiveCardJson> {
  const { replies } = await pressButton(user, await say(user, question), TO_HR);
  expect(replies).toHaveLength(1);
  return cardOf(replies[0]);
}

describe('a question that got no answer', () => {
  it('can be sent to HR', async () => {
    expect(buttonOf(await say(stage.user(SARA), QUESTION), TO_HR)).toMatchObject({
      verb: 'questions.compose',
      data: { question: QUESTION },
    });
  });

  it('cannot, by somebody whose HR is not known', async () => {
    const stranger = stage.user(STRANGER);
    expect(seen((await stranger.say(QUESTION)).replies[0])).not.toContain(TO_HR);
    const { body } = await stranger.press('questions.compose', { question: QUESTION });
    expect(invokeBody(body)).toMatchObject({ statusCode: 403, value: { code: 'denied' } });
  });

  it('cannot from a group chat, where another person might press the form', async () => {
    const sara = stage.user(SARA);
    const group = startGroupChat(stage.connector, [sara]);
    await group.say(sara, QUESTION);
    expect(seen(group.messages().at(-1))).toContain('👍 Ja');
    expect(seen(group.messages().at(-1))).not.toContain(TO_HR);
    const { body } = await group.press(sara, 'questions.compose', { question: QUESTION });
    expect(invokeBody(body).value).toBe('Ställ frågan i vår egen chatt, så kan du skicka den till HR därifrån.');
    expect(group.messages()).toHaveLength(1);
  });

  it('is the only one with that button: an answer has none', async () => {
    expect(read(await say(stage.user(SARA), 'Vem håller avslutssamtalet?'))).not.toContain(TO_HR);
  });
});

describe('the form', () => {
  it('says what HR will see before anything is stored, and holds the question to be edited', async () => {
    const sara = stage.user(SARA);
    const form = await openForm(sara);
    expect(read(form)).toContain('HR ser ditt namn och texten nedan');
    expect(read(form)).toContain(`HR ser ditt namn: ${SARA.name}`);
    expect(read(form)).toContain(`Läses av HR på: ${ORGANISATION}`);
    expect(read(form)).toContain('HR läser frågan i sin egen chatt och svarar dig här.');
    expect(JSON.stringify(form)).toContain(`"value":"${QUESTION}"`);
    expect(buttonsOf(form).map(({ title }) => title)).toEqual(['Skicka', 'Avbryt']);
    expect(await stage.sentQuestions()).toEqual([]);
    const kept = JSON.stringify([await stage.conversations(), await stage.audit(), stage.log.text()]);
    expect(kept).not.toContain('månen');
  });

  it('leaves the card of the answer as it was', async () => {
    const sara = stage.user(SARA);
    const { replies } = await sara.say(QUESTION);
    await pressButton(sara, cardOf(replies[0]), TO_HR);
    expect(stage.connector.current(sara.conversationId)[0]).toEqual(replies[0]);
  });

  it('cancelled stores nothing and says so in its place', async () => {
    const sara = stage.user(SARA);
    const cancelled = replaced(await pressButton(sara, await openForm(sara), 'Avbryt'));
    expect(read(cancelled)).toBe('Avbrutet\nFrågan är inte skickad och inte sparad.');
    expect(await stage.sentQuestions()).toEqual([]);
  });

  it('is in English for somebody who reads English', async () => {
    const daniel = stage.user(DANIEL);
    const card = await say(daniel, 'What colour is the moon?');
    const { replies } = await pressButton(daniel, card, 'Send the question to HR');
    expect(read(cardOf(replies[0]))).toContain('HR sees your name and the text below');
  });
});

describe('a sent question', () => {
  it('is stored as it was edited, with its asker, and the card says for whom and whom to ask meanwhile', async () => {
    const sara = stage.user(SARA);
    const sent = replaced(
      await pressButton(sara, await openForm(sara), 'Skicka', { question: '  Får jag ta ut *flextid*? ' }),
    );
    expect(read(sent)).toContain('Frågan är skickad till HR\nFår jag ta ut *flextid*?\n');
    expect(read(sent)).toContain('Behöver du svar snart? Ta kontakt direkt:');
    expect(read(sent)).toContain(`HR på: ${ORGANISATION}`);
    expect(buttonsOf(sent)).toEqual([]);
    expect(await stage.sentQuestions()).toEqual([
      {
        organisation: ORGANISATION,
        openedAt: expect.any(Date) as Date,
        id: expect.stringMatching(/^\d+-[0-9a-f]{32}$/) as string,
        personId: SARA.id,
        question: 'Får jag ta ut *flextid*?',
        sentAt: expect.any(Date) as Date,
      },
    ]);
  });

  it('is stored once when Skicka is pressed twice, even at the same moment', async () => {
    const sara = stage.user(SARA);
    const form = await openForm(sara);
    const send = () => pressButton(sara, form, 'Skicka', { question: QUESTION });
    const answers = [...(await Promise.all([send(), send()])), await send()];
    for (const answer of answers) expect(read(replaced(answer))).toContain('Frågan är skickad till HR');
    expect(await stage.sentQuestions()).toHaveLength(1);
  });

  it('sent again with another text shows both, and the new one can still be sent', async () => {
    const sara = stage.user(SARA);
    const form = await openForm(sara);
    await pressButton(sara, form, 'Skicka', { question: 'Den första?' });
    const both = replaced(await pressButton(sara, form, 'Skicka', { question: 'Den andra?' }));
    expect(read(both)).toContain('Du har redan skickat en fråga från det här formuläret: ”Den första?”.');
    expect(JSON.stringify(both)).toContain('"value":"Den andra?"');
    expect((await stage.sentQuestions()).map(({ question }) => question)).toEqual(['Den första?']);
    await pressButton(sara, both, 'Skicka', { question: 'Den andra?' });
    expect((await stage.sentQuestions()).map(({ question }) => question).sort()).toEqual(['Den andra?', 'Den första?']);
  });

  it.each([
    ['a personal number', 'Gäller 850709-9805, vad gör jag?', 'ser ut att innehålla ett personnummer'],
    ['a coordination number', 'Gäller 19850769 9802, vad gör jag?', 'ser ut att innehålla ett personnummer'],
    ['too many characters', 'a'.repeat(1001), 'den är längre än 1000 tecken'],
  ])('with %s is stopped; what was typed is still there and can be mended', async (_what, question, help) => {
    const sara = stage.user(SARA);
    const stopped = replaced(await pressButton(sara, await openForm(sara), 'Skicka', { question }));
    expect(read(stopped)).toContain(help);
    expect(JSON.stringify(stopped)).toContain(`"value":"${question}"`);
    expect(await stage.sentQuestions()).toEqual([]);
    const sent = replaced(await pressButton(sara, stopped, 'Skicka', { question: 'Vad gör jag?' }));
    expect(read(sent)).toContain('Frågan är skickad till HR');
    expect((await stage.sentQuestions()).map((row) => row.question)).toEqual(['Vad gör jag?']);
  });

  it('must hold something', async () => {
    const sara = stage.user(SARA);
    const empty = replaced(await pressButton(sara, await openForm(sara), 'Skicka', { question: '  ' }));
    expect(read(empty)).toContain('Skriv din fråga först.');
    expect(await stage.sentQuestions()).toEqual([]);
  });

  it('is not shown to another person who names its form', async () => {
    const [sara, karin] = [stage.user(SARA), stage.user(KARIN)];
    const form = await openForm(sara);
    await pressButton(sara, form, 'Skicka', { question: 'Saras fråga' });
    const { verb, data } = buttonOf(form, 'Skicka');
    const answer = replaced(await karin.press(verb, { ...data, question: 'Karins fråga' }));
    expect(read(answer)).not.toContain('Saras');
    expect((await stage.sentQuestions()).map(({ personId }) => personId).sort()).toEqual([KARIN.id, SARA.id].sort());
  });

  it('is not called saved when storage fails', async () => {
    const sara = stage.user(SARA);
    const form = await openForm(sara);
    stage.storage.fails = (table) => table === 'questions';
    const { body } = await pressButton(sara, form, 'Skicka', { question: QUESTION });
    expect(invokeBody(body).statusCode).toBe(500);
  });
});

describe("HR's list", () => {
  async function sendAs(person: typeof SARA, question: string): Promise<void> {
    const user = stage.user(person);
    await pressButton(user, await openForm(user), 'Skicka', { question });
  }

  it.each(['frågor', 'Frågor!', 'questions'])('shows HR who asked what after "%s"', async (word) => {
    await sendAs(SARA, 'Får jag ta ut flextid?');
    const text = read(await say(stage.user(INGRID), word));
    expect(text).toContain('Frågor till HR');
    expect(text).toMatch(/\d{4}-\d{2}-\d{2} · Sara Ekman, Barnskötare, Förskola\nFår jag ta ut flextid\?/);
  });

  it('is not for others', async () => {
    await sendAs(SARA, 'Får jag ta ut flextid?');
    for (const person of [SARA, KARIN, STRANGER]) {
      const user = stage.user(person);
      expect(seen((await user.say('frågor')).replies[0])).toContain('Det här får din roll inte göra.');
      expect(invokeBody((await user.press('questions.page', { page: 1 })).body).statusCode).toBe(403);
    }
  });

  it('is not shown where others read along', async () => {
    const ingrid = stage.user(INGRID);
    const group = startGroupChat(stage.connector, [ingrid]);
    await group.say(ingrid, 'frågor');
    expect(seen(group.messages().at(-1))).toContain('Frågorna visar jag bara i vår egen chatt');
  });

  it('says so when nothing has been sent', async () => {
    expect(read(await say(stage.user(INGRID), 'frågor'))).toContain('Inga frågor har skickats in.');
  });

  it('shows ten a page, newest first, and pages in place', async () => {
    const sara = stage.user(SARA);
    for (let number = 1; number <= 12; number += 1)
      await pressButton(sara, await openForm(sara), 'Skicka', { question: `Fråga nummer ${number}.` });
    const ingrid = stage.user(INGRID);
    const numbersOn = (card: AdaptiveCardJson) => [...read(card).matchAll(/nummer (\d+)/g)].map(([, n]) => Number(n));
    const first = await say(ingrid, 'frågor');
    expect(numbersOn(first)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
    const second = replaced(await pressButton(ingrid, first, 'Nästa sida'));
    expect(numbersOn(second)).toEqual([2, 1]);
    expect(numbersOn(replaced(await pressButton(ingrid, second, 'Föregående sida')))).toHaveLength(10);
  });

  it('holds the question of a moment ago', async () => {
    await say(stage.user(SARA), 'Vem håller avslutssamtalet?');
    expect(read(await say(stage.user(INGRID), 'frågor'))).toMatch(/Besvarade frågor: [1-9]\d*\n/);
  });

  it('shows what was rated worst, with a reason', async () => {
    const sara = stage.user(SARA);
    await pressButton(sara, await say(sara, 'Vem håller avslutssamtalet?'), '👎 Nej', { reason: 'För *långt*' });
    const text = read(await say(stage.user(INGRID), 'frågor'));
    expect(text).toMatch(/Minst hjälp av\n- .*avslutssamtal.*: 1 nej, 0 ja\nFör \*långt\*/i);
  });
});
