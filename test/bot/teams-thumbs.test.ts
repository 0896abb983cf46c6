import { describe, expect, it } from 'vitest';
import type { BotAnswer, User } from '../support/connector/index.js';
import { KARIN, OTHER_TENANT, SARA } from './support/people.js';
import { buttonOf, pressButton, read, replaced } from './support/press.js';
import { cardOf, seen } from './support/seen.js';
import { thumbOf } from './support/teams-thumb.js';
import { useStage } from './support/stage.js';

const stage = useStage();
const QUESTION = 'Hur hög är sjukfrånvaron i förskolan?';
const WHICH = 'Jag vet inte längre vilket svar din tumme gäller';

/** A thumb of Teams itself, under a message. */
function thumb(
  user: User,
  reaction: string,
  about: { feedback?: string; replyToId?: string } = {},
): Promise<BotAnswer> {
  return user.raw(thumbOf(stage.connector, user, { reaction, ...about }));
}

describe('the thumbs that Teams shows itself', () => {
  it('are asked for under an answer', async () => {
    const { replies } = await stage.user(KARIN).say(QUESTION);
    expect(replies[0]?.channelData).toEqual({ feedbackLoop: { type: 'default' } });
  });

  it('are stored with the answer that they stand under, and answered with 200 and no body', async () => {
    const karin = stage.user(KARIN);
    const { replies } = await karin.say(QUESTION);
    await karin.say('Vem håller avslutssamtalet?');
    const answer = await thumb(karin, 'dislike', {
      replyToId: replies[0]!.id,
      feedback: JSON.stringify({ feedbackText: 'Fel år' }),
    });
    expect(answer).toEqual({ status: 200, body: undefined, replies: [] });
    expect(await stage.ratings()).toMatchObject([
      { subject: 'measure:sjukfranvaro', rating: 'down', reason: 'Fel år' },
    ]);
    expect(await stage.audit()).toEqual([]);
  });

  it('are the same rating as the thumbs on the card', async () => {
    const karin = stage.user(KARIN);
    const { replies } = await karin.say(QUESTION);
    await pressButton(karin, cardOf(replies[0]), '👍 Ja');
    await thumb(karin, 'dislike', { replyToId: replies[0]!.id });
    expect((await stage.ratings()).map(({ rating }) => rating)).toEqual(['down']);
  });

  it('are about the last answer where the client names no message, and its text may be plain', async () => {
    const karin = stage.user(KARIN);
    await karin.say(QUESTION);
    await karin.say('Vem håller avslutssamtalet?');
    await thumb(karin, 'like', { feedback: 'Tydligt' });
    expect(await stage.ratings()).toMatchObject([
      { subject: 'routine:ha-avslutssamtal', rating: 'up', reason: 'Tydligt' },
    ]);
  });

  it('refuse a reason with a personal number and give it back to be mended', async () => {
    const karin = stage.user(KARIN);
    await karin.say(QUESTION);
    const { replies } = await thumb(karin, 'dislike', { feedback: 'Fel om 850709-9805' });
    expect(seen(replies[0])).toContain('ser ut att innehålla ett personnummer');
    expect(JSON.stringify(replies)).toContain('"value":"Fel om 850709-9805"');
    expect((await stage.ratings()).map(({ rating, reason }) => [rating, reason])).toEqual([['down', undefined]]);
    const form = cardOf(replies[0]);
    const saved = replaced(await pressButton(karin, form, 'Skicka kommentar', { reason: 'Fel om en person' }));
    expect(read(saved)).toContain('Din kommentar är sparad, utan ditt namn.');
    expect((await stage.ratings()).map(({ rating, reason }) => [rating, reason])).toEqual([
      ['down', 'Fel om en person'],
    ]);
    expect(buttonOf(saved, 'Ändra till 👍 Ja')).toBeDefined();
  });

  it.each([
    ['before any answer', {}],
    ['under a message that the bot does not remember', { replyToId: 'before-the-restart' }],
  ])('are not guessed about: %s', async (_what, about) => {
    const { replies } = await thumb(stage.user(SARA), 'like', about);
    expect(seen(replies[0])).toContain(WHICH);
    expect(await stage.ratings()).toEqual([]);
  });

  it('of somebody else in another chat are not about this answer', async () => {
    const { replies } = await stage.user(KARIN).say(QUESTION);
    await thumb(stage.user(SARA), 'like', { replyToId: replies[0]!.id });
    expect(await stage.ratings()).toEqual([]);
  });

  it('of a guest are taken and forgotten', async () => {
    const guest = stage.user(KARIN, { tenantId: OTHER_TENANT });
    expect(await thumb(guest, 'like')).toEqual({ status: 200, body: undefined, replies: [] });
    expect(await stage.ratings()).toEqual([]);
  });

  it.each(['love', ''])('are not stored when they are "%s"', async (reaction) => {
    const karin = stage.user(KARIN);
    await karin.say(QUESTION);
    expect(await thumb(karin, reaction)).toMatchObject({ status: 200, replies: [] });
    expect(await stage.ratings()).toEqual([]);
  });
});
