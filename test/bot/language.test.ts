import { describe, expect, it } from 'vitest';
import { conversationsTable } from '../../src/storage/index.js';
import { DANIEL, KARIN, STRANGER } from './support/people.js';
import { seen } from './support/seen.js';
import { useStage } from './support/stage.js';

const stage = useStage();
const SWEDISH = 'Det här kan du fråga mig';
const ENGLISH = 'What you can ask me';

describe('the language of an answer', () => {
  it.each([
    ["the directory's for a known person", DANIEL, 'sv-SE', ENGLISH],
    ["the directory's, whatever the client's is", KARIN, 'en-GB', SWEDISH],
    ["the client's for an unknown person", STRANGER, 'en-US', ENGLISH],
    ["the client's for an unknown person", STRANGER, 'sv-SE', SWEDISH],
    ["the installation's for an unknown person with another client", STRANGER, 'fi-FI', SWEDISH],
  ])('is %s', async (_which, person, locale, title) => {
    const { replies } = await stage.user(person, { locale }).say('hjälp');
    expect(seen(replies[0])).toContain(title);
  });

  it("follows the question's language, the card's own words as well", async () => {
    const { replies } = await stage.user(KARIN).say('How high is the sickness absence in the preschools?');
    const text = seen(replies[0]);
    expect(text).toContain('9.8%');
    expect(text).toContain('Source: [1] Hägersten-Älvsjö, kompetensförsörjningsplan, 2025, section Sjukfrånvaro');
    expect(text).not.toMatch(/Källa|avsnittet|utfall/);
    expect(replies[0]?.locale).toBe('en-GB');
  });

  it('follows a Swedish question of an English person', async () => {
    const { replies } = await stage.user(DANIEL).say('Hur hög är sjukfrånvaron i förskolan?');
    expect(seen(replies[0])).toContain('Källa: [1]');
    expect(replies[0]?.locale).toBe('sv-SE');
  });

  it('is not changed for the conversation by one question', async () => {
    const karin = stage.user(KARIN);
    await karin.say('Who holds the exit conversation?');
    expect(seen((await karin.say('hjälp')).replies[0])).toContain(SWEDISH);
  });
});

describe('the commands for language', () => {
  it('"english" switches the conversation, and it stays', async () => {
    const karin = stage.user(KARIN);
    const { replies } = await karin.say('English');
    expect(replies.map(seen)).toEqual(['I answer in English in this chat from now on. Type "svenska" for Swedish.']);
    expect(seen((await karin.say('hjälp')).replies[0])).toContain(ENGLISH);
    expect(seen((await karin.press('ask.question', { question: 'sick leave IFO' })).replies[0])).toContain(
      'Your question:',
    );
  });

  it('"svenska" switches it back', async () => {
    const karin = stage.user(KARIN);
    await karin.say('english');
    const { replies } = await karin.say('svenska');
    expect(replies.map(seen)).toEqual(['Nu svarar jag på svenska i den här chatten. Skriv "english" för engelska.']);
    expect(seen((await karin.say('hjälp')).replies[0])).toContain(SWEDISH);
  });

  it('outlive the idle time that makes the bot forget the topic', async () => {
    const karin = stage.user(KARIN);
    await karin.say('english');
    const [row] = await stage.conversations();
    await stage.storage.table(conversationsTable).upsert({ ...row!, contextAt: new Date('2020-01-01T08:00:00Z') });
    expect(seen((await karin.say('hjälp')).replies[0])).toContain(ENGLISH);
  });

  it('hold for one conversation only', async () => {
    await stage.user(KARIN).say('english');
    expect(seen((await stage.user(STRANGER).say('hjälp')).replies[0])).toContain(SWEDISH);
  });
});
