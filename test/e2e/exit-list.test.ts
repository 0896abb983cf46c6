import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../src/local/seed.js';
import { type Chat, readCard } from './support/chat.js';
import { press } from './support/press.js';
import { lastCard, shows, startWalk, type Walk } from './support/walk.js';

/** A day on which nothing comes by itself while the test fills in a form. */
const NOW = '2026-11-14T08:00:00Z';

let walk: Walk;
let [karin, sara] = [] as unknown as [Chat, Chat];

beforeAll(async () => {
  walk = await startWalk(NOW, ({ connectionString }) => seedDemo({ connectionString, now: new Date(NOW) }));
  ({ karin, sara } = walk);
}, 180_000);
afterAll(() => walk?.end());

describe('the two-sided checklist in the Playground', () => {
  it('shows the manager the list of the employee who leaves, with what they disagree about on top', async () => {
    await karin.say('min checklista');
    await shows(await karin.newCard(), /Checklista: Sara Ekman[\s\S]*Barnskötare, Förskolorna Solberga/);
    await shows(lastCard(karin), /Punkt 8, Stäm av semester.*du säger ”klar” och medarbetaren säger ”inte än”/);
    await karin.screenshot('exit-list-manager');
  });

  it('takes one press to tick, and the employee sees it', async () => {
    const title = /Klar \d+/.exec(await readCard(lastCard(karin)))![0];
    await press(lastCard(karin), title);
    await shows(lastCard(karin), new RegExp(`Punkt ${title.slice(5)} är sparad\\. \\d+ kvar\\.`));
    await sara.say('checklista');
    await shows(
      await sara.newCard(),
      /Din checklista inför sista dagen[\s\S]*Punkt 8, .*du säger ”inte än” och chefen säger ”klar”/,
    );
    await sara.screenshot('exit-list-employee');
  });

  it('stops a personal identity number, keeps what was typed, and goes on to the next when it is gone', async () => {
    await press(lastCard(sara), 'Öppna 8');
    await shows(lastCard(sara), /Punkt 8[\s\S]*Chefen: ✓ Klar/);
    await lastCard(sara).getByText('Klar', { exact: true }).click();
    const comment = lastCard(sara).getByLabel(/^Kommentar/);
    await comment.fill('Avstämt med 850709-9805.');
    await press(lastCard(sara), 'Spara och nästa');
    await shows(lastCard(sara), /Inte sparat[\s\S]*personnummer/);
    expect(
      await lastCard(sara)
        .getByLabel(/^Kommentar/)
        .inputValue(),
    ).toBe('Avstämt med 850709-9805.');
    await sara.screenshot('exit-item');
    await lastCard(sara)
      .getByLabel(/^Kommentar/)
      .fill('Avstämt med lönen.');
    await press(lastCard(sara), 'Spara och nästa');
    await shows(lastCard(sara), /Punkt 8 är sparad/);
    await press(lastCard(karin), 'Uppdatera');
    await shows(lastCard(karin), /^(?![\s\S]*Ni har sagt olika)[\s\S]*klara/);
  });
});
