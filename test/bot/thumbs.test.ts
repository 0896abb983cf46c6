import { describe, expect, it } from 'vitest';
import type { AdaptiveCardJson } from '../../src/cards/index.js';
import type { User } from '../support/connector/index.js';
import { DANIEL, INGRID, KARIN, ORGANISATION, SARA, STRANGER } from './support/people.js';
import { buttonOf, pressButton, read, replaced, say } from './support/press.js';
import { buttonsOf, cardOf, invokeBody, seen } from './support/seen.js';
import { useStage } from './support/stage.js';

const stage = useStage();
const QUESTION = 'Hur hög är sjukfrånvaron i förskolan?';
const NUMBER = '850709-9805';

async function ask(user: User, question = QUESTION): Promise<AdaptiveCardJson> {
  return say(user, question);
}

async function press(user: User, card: unknown, title: string, typed: object = {}): Promise<AdaptiveCardJson> {
  return replaced(await pressButton(user, card, title, typed));
}

describe('a thumb on an answer', () => {
  it('says thanks in place, with the whole answer still there', async () => {
    const karin = stage.user(KARIN);
    const before = await ask(karin);
    expect(read(before)).toContain('Hjälpte svaret dig?');
    const answer = await karin.press(buttonOf(before, '👍 Ja').verb, buttonOf(before, '👍 Ja').data);
    const after = read(replaced(answer));
    expect(after).toContain('Tack! Du svarade 👍 Ja.');
    expect(after).not.toContain('Hjälpte svaret dig?');
    // Everything above the thumbs is as it was.
    const [figures] = read(before).split('Hjälpte svaret dig?');
    expect(after.startsWith(figures!)).toBe(true);
    expect(answer.replies).toEqual([]);
  });

  it('is stored with what it is about and the day, and without person', async () => {
    const karin = stage.user(KARIN);
    const card = await ask(karin);
    await press(karin, card, '👎 Nej');
    const [rating, ...others] = await stage.ratings();
    expect(others).toEqual([]);
    expect(rating).toEqual({
      organisation: ORGANISATION,
      answer: buttonOf(card, '👎 Nej').data.answer,
      subject: 'measure:sjukfranvaro',
      rating: 'down',
      day: expect.any(Date) as Date,
    });
    expect(rating!.day.toISOString()).toMatch(/T00:00:00\.000Z$/);
  });

  it('leaves nothing that leads from the person to the rating', async () => {
    const karin = stage.user(KARIN);
    const card = await ask(karin);
    await press(karin, card, '👎 Nej', { reason: 'Det stod inte vem.' });
    const { answer } = buttonOf(card, '👎 Nej').data;
    expect(await stage.audit()).toEqual([]);
    const rows = JSON.stringify([await stage.conversations(), stage.log.text()]);
    expect(rows).toContain(KARIN.id);
    expect(rows).not.toContain(answer);
    expect(rows).not.toContain('Det stod inte vem');
    expect(JSON.stringify(await stage.ratings())).not.toMatch(new RegExp(`${KARIN.id}|${KARIN.name}`));
  });

  it('pressed again changes the rating instead of adding one', async () => {
    const karin = stage.user(KARIN);
    const card = await ask(karin);
    const up = await press(karin, card, '👍 Ja');
    const down = await press(karin, up, 'Ändra till 👎 Nej');
    expect(read(down)).toContain('Tack! Du svarade 👎 Nej.');
    expect(buttonsOf(down).map(({ title }) => title)).toContain('Ändra till 👍 Ja');
    // Also on the old card, to which a client may have gone back.
    await press(karin, card, '👎 Nej');
    expect((await stage.ratings()).map(({ rating }) => rating)).toEqual(['down']);
  });

  it('counts each answer by itself, the same question asked twice too', async () => {
    const karin = stage.user(KARIN);
    for (let time = 0; time < 2; time += 1) await press(karin, await ask(karin), '👍 Ja');
    expect(await stage.ratings()).toHaveLength(2);
  });

  it.each([
    ['routine', 'Vem håller avslutssamtalet?', 'routine:ha-avslutssamtal'],
    ['refusal', 'Vilken färg har månen?', 'not-understood'],
  ])('works on a %s', async (_what, question, subject) => {
    const sara = stage.user(SARA);
    const card = await press(sara, await ask(sara, question), '👍 Ja');
    expect(read(card)).toContain('Tack! Du svarade 👍 Ja.');
    expect((await stage.ratings()).map((row) => row.subject)).toEqual([subject]);
  });

  it('keeps a follow-up the same answer although the conversation has gone on', async () => {
    const karin = stage.user(KARIN);
    await ask(karin);
    const followUp = await ask(karin, 'Och för äldreomsorgen?');
    await ask(karin, 'Vem håller avslutssamtalet?');
    const after = read(await press(karin, followUp, '👍 Ja'));
    expect(after.startsWith(read(followUp).split('Hjälpte svaret dig?')[0]!)).toBe(true);
  });

  it('leaves the question that a button asked above the card, in the first line of the message', async () => {
    const karin = stage.user(KARIN);
    const { replies } = await karin.press('ask.question', { question: QUESTION });
    expect(replies[0]!.text!.split('\n')[0]).toBe(`Din fråga: ${QUESTION}`);
    const after = read(await press(karin, cardOf(replies[0]), '👍 Ja'));
    expect(after).toContain('Tack! Du svarade 👍 Ja.');
    expect(after).not.toContain(QUESTION);
  });

  it('stands beside the citations of Teams, in the same message', async () => {
    const [reply] = (await stage.user(KARIN).say(QUESTION)).replies;
    expect(reply!.channelData).toEqual({ feedbackLoop: { type: 'default' } });
    expect(reply!.entities).toHaveLength(1);
    expect(buttonsOf(cardOf(reply)).map(({ title }) => title)).toContain('👍 Ja');
  });

  it('answers in the language of the answer, not of the conversation', async () => {
    const karin = stage.user(KARIN);
    const card = await ask(karin, 'How high is sickness absence in preschool?');
    expect(read(await press(karin, card, '👍 Yes'))).toContain('Thank you! You answered 👍 Yes.');
    const daniel = stage.user(DANIEL);
    expect(read(await press(daniel, await ask(daniel), '👍 Ja'))).toContain('Tack! Du svarade 👍 Ja.');
  });

  it('is open to somebody whom the directory does not know', async () => {
    const stranger = stage.user(STRANGER);
    await press(stranger, await ask(stranger), '👍 Ja');
    expect((await stage.ratings()).map(({ organisation }) => organisation)).toEqual(['okänd']);
  });

  it('costs three storage calls: the conversation, what was there, the rating', async () => {
    const karin = stage.user(KARIN);
    const card = await ask(karin);
    const before = stage.storage.calls();
    await press(karin, card, '👍 Ja');
    expect(stage.storage.calls() - before).toBe(3);
  });
});

describe('the reason', () => {
  it('is asked for after the thumb, and stored with it', async () => {
    const karin = stage.user(KARIN);
    const asked = await press(karin, await ask(karin), '👎 Nej');
    expect(read(asked)).toContain('Vill du säga varför? (frivilligt)');
    const saved = await press(karin, asked, 'Skicka kommentar', { reason: '  Det stod inte vem som bokar. ' });
    expect(read(saved)).toContain('Din kommentar är sparad, utan ditt namn.');
    expect(read(saved)).not.toContain('Vill du säga varför?');
    expect(await stage.ratings()).toMatchObject([{ rating: 'down', reason: 'Det stod inte vem som bokar.' }]);
  });

  it('is refused with a personal number in it; what was typed is still there and the thumb stays', async () => {
    const karin = stage.user(KARIN);
    const typed = `Fel om ${NUMBER}, som "slutade" i *maj*`;
    const asked = await press(karin, await ask(karin), '👎 Nej');
    const refused = await press(karin, asked, 'Skicka kommentar', { reason: typed });
    expect(read(refused)).toContain('ser ut att innehålla ett personnummer');
    expect(JSON.stringify(refused)).toContain(JSON.stringify({ value: typed }).slice(1, -1));
    expect(await stage.ratings()).toMatchObject([{ rating: 'down' }]);
    expect(JSON.stringify(await stage.ratings())).not.toContain(NUMBER);
    const mended = await press(karin, refused, 'Skicka kommentar', { reason: 'Fel om en som slutade' });
    expect(read(mended)).toContain('Din kommentar är sparad');
    expect(await stage.ratings()).toMatchObject([{ rating: 'down', reason: 'Fel om en som slutade' }]);
  });

  it('with a delicate word is asked about once; the second press keeps it', async () => {
    const karin = stage.user(KARIN);
    const reason = 'Svaret gäller inte den som är sjukskriven';
    const asked = await press(karin, await ask(karin), '👎 Nej');
    const once = await press(karin, asked, 'Skicka kommentar', { reason });
    expect(read(once)).toContain('Kommentaren är inte sparad än: den kan säga något känsligt om någon');
    expect(JSON.stringify(once)).toContain(`"value":"${reason}"`);
    expect((await stage.ratings()).map((row) => row.reason)).toEqual([undefined]);
    expect(read(await press(karin, once, 'Skicka kommentar', { reason }))).toContain('Din kommentar är sparad');
    expect(await stage.ratings()).toMatchObject([{ rating: 'down', reason }]);
  });

  it('typed before the other thumb is pressed is taken with it', async () => {
    const karin = stage.user(KARIN);
    const asked = await press(karin, await ask(karin), '👎 Nej');
    await press(karin, asked, 'Ändra till 👍 Ja', { reason: 'Nu såg jag det.' });
    expect(await stage.ratings()).toMatchObject([{ rating: 'up', reason: 'Nu såg jag det.' }]);
  });

  it('stays when the same thumb is pressed again, and goes with the other', async () => {
    const karin = stage.user(KARIN);
    const card = await ask(karin);
    await press(karin, await press(karin, card, '👎 Nej'), 'Skicka kommentar', { reason: 'Fel' });
    expect(read(await press(karin, card, '👎 Nej'))).toContain('Din kommentar är sparad');
    expect(await stage.ratings()).toMatchObject([{ rating: 'down', reason: 'Fel' }]);
    await press(karin, card, '👍 Ja');
    expect((await stage.ratings()).map(({ rating, reason }) => [rating, reason])).toEqual([['up', undefined]]);
  });
});

describe('a thumb that is not right', () => {
  it.each([
    ['an answer that is no id', { answer: 'Karin' }, 'answer'],
    ['another thumb', { rating: 'sideways' }, 'rating'],
    ['something more', { person: KARIN.id }, '(data)'],
  ])('is refused for %s, and nothing is stored', async (_what, change, field) => {
    const karin = stage.user(KARIN);
    const { verb, data } = buttonOf(await ask(karin), '👍 Ja');
    const { body } = await karin.press(verb, { ...data, ...change });
    expect(invokeBody(body)).toMatchObject({ statusCode: 400, value: { code: 'invalid_data' } });
    expect(JSON.stringify(body)).toContain(field);
    expect(await stage.ratings()).toEqual([]);
  });

  it('about something that the knowledge has not is told, and nothing is stored', async () => {
    const karin = stage.user(KARIN);
    const { verb, data } = buttonOf(await ask(karin), '👍 Ja');
    const { body } = await karin.press(verb, { ...data, subject: 'routine:hittepå' });
    expect(String(invokeBody(body).value)).toContain('Kortet hör till en äldre version');
    expect(await stage.ratings()).toEqual([]);
  });

  it.each([
    ['unreadable', 'nonsense'],
    ['of another answer', JSON.stringify({ question: 'Vem håller avslutssamtalet?', context: {} })],
  ])('is stored, and the card left alone, when its question is %s', async (_what, origin) => {
    const karin = stage.user(KARIN);
    const { verb, data } = buttonOf(await ask(karin), '👍 Ja');
    const { body } = await karin.press(verb, { ...data, origin });
    expect(invokeBody(body)).toMatchObject({ statusCode: 200, value: 'Tack, ditt omdöme är sparat utan ditt namn.' });
    expect(await stage.ratings()).toHaveLength(1);
  });

  it('is answered with an error when storage fails, never with thanks', async () => {
    const ingrid = stage.user(INGRID);
    const { verb, data } = buttonOf(await ask(ingrid), '👍 Ja');
    stage.storage.fails = (table) => table === 'ratings';
    const { body } = await ingrid.press(verb, data);
    expect(invokeBody(body).statusCode).toBe(500);
  });
});

describe('what is no answer', () => {
  it.each(['hej', 'hjälp', 'tack'])('has no thumbs: %s', async (text) => {
    const { replies } = await stage.user(KARIN).say(text);
    expect(seen(replies[0])).not.toContain('👍');
    expect(replies[0]?.channelData).toBeUndefined();
  });
});
