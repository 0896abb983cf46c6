import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/calendar/index.js';
import { loadCards } from '../../src/cards/index.js';
import { personalChatId } from '../../src/local/playground-config.js';
import { PERSONAS } from '../../src/local/personas.js';
import type { World } from '../../src/local/world.js';
import { type Chat, openChat, readCard } from './support/chat.js';
import { launchChromium } from './support/chromium.js';
import { startTestWorld } from './support/world.js';

/**
 * The gallery's renderer knows no Chart.*, so each template with one is also sent to the real client with its sample, and
 * a picture of it kept in test-results/playground/.
 */
const cards = loadCards('cards');
const withChart = cards.templates().filter(({ json }) => JSON.stringify(json).includes('"Chart.'));

let browser: Browser;
let world: World;
let chat: Chat;

beforeAll(async () => {
  browser = await launchChromium();
  world = await startTestWorld();
  chat = await openChat(browser, world.addresses.playgrounds.manager);
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

describe('a template with a chart', () => {
  it('exists, or these tests would prove nothing', () => {
    expect(withChart.map(({ name }) => name)).toContain('ask/statistic');
  });

  it.each(withChart.flatMap((template) => LOCALES.map((locale) => ({ template, locale }))))(
    'draws $template.name in $locale in the Playground',
    async ({ template, locale }) => {
      await chat.expectNew();
      await post(cards.bind({ template: template.name, data: template.samples[locale] }, locale));
      const card = await chat.newCard();
      const shown = await readCard(card);
      for (const figure of figuresOf(cards.bind({ template: template.name, data: template.samples[locale] }, locale)))
        expect(shown.split('\n')).toContain(String(figure));
      // The chart's own figures have a decimal point; the table's are written as the language does.
      if (template.name === 'ask/statistic') expect(shown).toMatch(/9\.8[\s\S]*(9,8 %|9\.8%)/);
      await chat.screenshot(`chart-${template.name.replace('/', '-')}-${locale}`);
    },
  );
});

/** The figures that the charts of a card write beside what they draw; a line writes none. */
function figuresOf(card: object): number[] {
  const figures: number[] = [];
  JSON.stringify(card, (_key, node: { type?: string; data?: unknown } | null) => {
    if (node?.type?.startsWith('Chart.') && node.type !== 'Chart.Line')
      JSON.stringify(node.data, (name, value: unknown) => {
        if ((name === 'y' || name === 'value') && typeof value === 'number') figures.push(value);
        return value;
      });
    return node;
  });
  return figures;
}

/** Sends a card into the manager's chat as the bot would, by the Playground's own connector. */
async function post(card: object): Promise<void> {
  const manager = PERSONAS.find(({ key }) => key === 'manager')!;
  const url = `${world.addresses.playgrounds.manager}/_connector/v3/conversations/${personalChatId(manager)}/activities`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    }),
  });
  expect(response.status).toBe(201);
}
