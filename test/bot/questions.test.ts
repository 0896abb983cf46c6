import { describe, expect, it } from 'vitest';
import type { WireActivity } from '../support/connector/index.js';
import { KARIN, SARA, STRANGER } from './support/people.js';
import { buttonsOf, cardOf, invokeBody, seen } from './support/seen.js';
import { useStage } from './support/stage.js';

const stage = useStage();
const QUESTION = 'Hur hög är sjukfrånvaron i förskolan?';

/** The first thing on the card, as text. */
function firstLine(message: WireActivity | undefined): string {
  return seen(message).split('\n')[0]!;
}

describe('a typed question', () => {
  it('is answered by one card with the figure and its source', async () => {
    const { status, replies } = await stage.user(KARIN).say(QUESTION);
    expect(status).toBe(200);
    expect(replies).toHaveLength(1);
    expect(seen(replies[0])).toContain('9,8 %');
    expect(seen(replies[0])).toContain('juli 2023–juni 2024 (R12)');
    expect(seen(replies[0])).toContain(
      'Källa: [1] Hägersten-Älvsjö, kompetensförsörjningsplan, 2025, avsnittet Sjukfrånvaro',
    );
  });

  it('shows the figure in the notification as well', async () => {
    const { replies } = await stage.user(KARIN).say(QUESTION);
    expect(replies[0]?.summary).toMatch(/9,8\u00a0%$/);
  });

  it('gets a routine with who does what', async () => {
    const { replies } = await stage.user(SARA).say('Vem håller avslutssamtalet?');
    expect(replies).toHaveLength(1);
    expect(seen(replies[0])).toContain('Den närmaste chefen håller i första hand samtalet.');
    expect(seen(replies[0])).toContain('avsnittet 3. Avdelningen för förskola › Avsluta');
  });

  it.each([
    [
      'that no document holds',
      'Vad är lönen för en rektor?',
      'Uppgifter om löner och lönenivåer finns inte i de dokument jag har',
    ],
    [
      'about something else',
      'Vilken färg har månen?',
      'Jag hittar inget svar på det i de planer och rutiner jag har, och jag gissar inte.',
    ],
  ])('%s is refused plainly', async (_about, question, refusal) => {
    const { status, replies } = await stage.user(KARIN).say(question);
    expect(status).toBe(200);
    expect(replies).toHaveLength(1);
    expect(seen(replies[0])).toContain(refusal);
    expect(seen(replies[0])).not.toMatch(/\d+[.,]\d+ ?%/);
  });

  it('is answered for somebody whom the directory does not know', async () => {
    const { replies } = await stage.user(STRANGER).say(QUESTION);
    expect(seen(replies[0])).toContain('9,8 %');
  });
});

describe('what the bot can do', () => {
  it.each(['hej', 'Hej!', 'hjälp', 'Hjälp! 🙂', 'help', 'meny'])(
    'is told after "%s", with buttons that work',
    async (word) => {
      const karin = stage.user(KARIN);
      const { replies } = await karin.say(word);
      expect(replies).toHaveLength(1);
      expect(seen(replies[0])).toContain('Det här kan du fråga mig');
      const buttons = buttonsOf(cardOf(replies[0]));
      expect(buttons.map(({ title }) => title)).toEqual([
        'Sjukfrånvaron i förskolan',
        'Vem håller avslutssamtalet?',
        'Introduktion i äldreomsorgen',
      ]);
      for (const { verb, data } of buttons) {
        const pressed = await karin.press(verb, data);
        expect(invokeBody(pressed.body).statusCode).toBe(200);
        expect(buttonsOf(cardOf(pressed.replies[0])).map((button) => button.verb)).toContain('ask.source');
      }
    },
  );
});

describe('a button that asks', () => {
  it('posts a new message that repeats the question in its first line', async () => {
    const karin = stage.user(KARIN);
    await karin.say('hjälp');
    const { status, body, replies } = await karin.press('ask.question', { question: QUESTION });
    expect(status).toBe(200);
    expect(replies).toHaveLength(1);
    expect(firstLine(replies[0])).toBe(`Din fråga: ${QUESTION}`);
    expect(seen(replies[0])).toContain('9,8 %');
    expect(body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Svaret kommer nedanför.',
    });
  });

  it('leaves the old card as it was', async () => {
    const karin = stage.user(KARIN);
    const { replies } = await karin.say('hjälp');
    await karin.press('ask.question', { question: QUESTION });
    expect(stage.connector.current(karin.conversationId)[0]).toEqual(replies[0]);
    expect(stage.connector.received.map(({ method }) => method)).toEqual(['POST', 'POST']);
  });

  it('is one of the answer, and leads on to the next figure', async () => {
    const karin = stage.user(KARIN);
    const { replies } = await karin.say(QUESTION);
    const [next] = buttonsOf(cardOf(replies[0])).filter(({ verb }) => verb === 'ask.question');
    const pressed = await karin.press(next!.verb, next!.data);
    expect(firstLine(pressed.replies[0])).toBe(`Din fråga: ${String(next!.data.question)}`);
    expect(seen(pressed.replies[0])).toMatch(/\d,\d %/);
  });
});

describe('the button of a source', () => {
  it('opens the card of the source that was cited', async () => {
    const karin = stage.user(KARIN);
    const answer = await karin.say('Vem håller avslutssamtalet?');
    const [source] = buttonsOf(cardOf(answer.replies[0])).filter(({ verb }) => verb === 'ask.source');
    expect(source!.title).toBe('Visa källa 1');
    const { body, replies } = await karin.press(source!.verb, source!.data);
    expect(invokeBody(body)).toMatchObject({ statusCode: 200, value: 'Svaret kommer nedanför.' });
    expect(replies).toHaveLength(1);
    const text = seen(replies[0]);
    expect(text).toContain('Hägersten-Älvsjö, kompetensförsörjningsplan');
    expect(text).toContain('Organisation: Hägersten-Älvsjö');
    expect(text).toContain('Avsnitt: 3. Avdelningen för förskola › Avsluta');
    expect(text).toContain('- Vem håller avslutssamtalet?');
  });

  it.each([
    ['source', { document: 'ha-2019', section: 'Sjukfrånvaro' }],
    ['section', { document: 'ha-2025', section: 'Avsluta' }],
  ])('says so when the %s is gone, and posts nothing', async (_what, data) => {
    const { body, replies } = await stage.user(KARIN).press('ask.source', data);
    expect(replies).toHaveLength(0);
    expect(invokeBody(body).value).toBe('Källan finns inte längre i det jag har.');
  });
});

describe('storage calls', () => {
  it.each([1, 2, 3])('a typed question costs two at most (question %i of the conversation)', async (nth) => {
    const sara = stage.user(SARA);
    for (let earlier = 1; earlier < nth; earlier += 1) await sara.say(QUESTION);
    const before = stage.storage.calls();
    await sara.say('Och för äldreomsorgen?');
    expect(stage.storage.calls() - before).toBe(2);
  });
});
