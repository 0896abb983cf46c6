import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../src/local/seed.js';
import { type Chat, readCard } from './support/chat.js';
import { checklistOf, leadOf, prepareExit } from './support/exit-steps.js';
import { press } from './support/press.js';
import { cardOf, lastCard, picture, shows, startWalk, type Walk } from './support/walk.js';

const NOW = '2026-09-02T07:00:00Z';

let walk: Walk;
let [karin, sara, hr] = [] as unknown as [Chat, Chat, Chat];

beforeAll(async () => {
  walk = await startWalk(NOW, ({ connectionString }) => seedDemo({ connectionString, now: new Date(NOW) }));
  ({ karin, sara, hr } = walk);
}, 180_000);
afterAll(() => walk?.end());

describe('an exit in the Playground', () => {
  it('the manager says who and how, and sees what is missing beside it', async () => {
    await karin.say('nytt avslut');
    const form = await karin.newCard();
    await form.getByText('Egen uppsägning').click();
    await press(form, 'Nästa');
    await shows(lastCard(karin), /⚠ Välj vem det gäller/);
    await karin.screenshot('exit-start');
    await lastCard(karin).getByRole('combobox').first().click();
    await karin.page.getByRole('option', { name: /^Maja Strandhäll/ }).click();
    await press(lastCard(karin), 'Nästa');
    await shows(lastCard(karin), /Maja Strandhäll, Förskollärare, Förskolorna Solberga/);
  });

  it('gives the days, and confirms what will be sent', async () => {
    for (const [label, day] of [
      ['Dag då uppsägningen kom', '2026-09-01'],
      ['Sista arbetsdag', '2026-12-01'],
      ['Sista anställningsdag', '2026-11-30'],
    ] as const)
      await lastCard(karin).getByLabel(label).fill(day);
    await press(lastCard(karin), 'Granska');
    await shows(lastCard(karin), /⚠ Sista arbetsdagen kan inte ligga efter/);
    await karin.screenshot('exit-days');
    await lastCard(karin).getByLabel('Sista arbetsdag').fill('2026-11-27');
    await lastCard(karin).getByText('Äger team, funktionsbrevlåda eller system').click();
    await press(lastCard(karin), 'Granska');
    await shows(lastCard(karin), /Maja Strandhäll får \d+ punkter/);
    await shows(lastCard(karin), /Äger team/);
    await karin.screenshot('exit-confirm');
  });

  it('sends, sees where it stands, changes a day, and recalls it all with one press', async () => {
    // Maja has not opened the bot: the list comes as Word, below the card.
    await press(lastCard(karin), 'Medarbetaren vet om det, skicka');
    await cardOf(karin, /Checklista avslut Maja Strandhäll\.docx/);
    // The manager's own checklist comes by itself.
    await cardOf(karin, /Checklista: Maja Strandhäll[\s\S]*0 av \d+ klara/);
    const led = await cardOf(karin, /Avslut: Maja Strandhäll/);
    await shows(led, /Öppet · 0 av \d+ punkter klara/);
    await karin.screenshot('exit-lead');
    await press(led, 'Ändra datum');
    await led.getByLabel('Sista anställningsdag').fill('2026-12-31');
    await press(led, 'Spara');
    await shows(led, /Ändringen är sparad[\s\S]*2026-12-31/);
    await karin.say('mina avslut');
    const list = await karin.newCard();
    await shows(list, /Maja Strandhäll/);
    await shows(list, /Sara Ekman/);
    await press(led, 'Återkalla, det blev fel');
    await shows(led, /Avslutet är återkallat/);
  });

  it('HR finds the person by name, and is stopped at what is handled outside the bot', async () => {
    await hr.say('nytt avslut');
    const form = await hr.newCard();
    await form.getByLabel(/namn eller e-postadress/).fill('s');
    await form.getByText('Pension').click();
    await press(form, 'Nästa');
    await shows(lastCard(hr), /\d+ personer stämmer/);
    await hr.screenshot('exit-search');
    await lastCard(hr)
      .getByText(/^Annat: uppsägning/)
      .click();
    await press(lastCard(hr), 'Nästa');
    await shows(lastCard(hr), /Utanför assistenten/);
    await hr.screenshot('exit-stop');
  });
});

describe('a case that comes to nothing', () => {
  it('the employee stays: the manager is asked once more, and everybody’s list closes with a kind line', async () => {
    expect(await checklistOf(sara)).toMatch(/Din checklista inför sista dagen/);
    const own = await cardOf(sara, /Din checklista inför sista dagen/);
    const led = await leadOf(karin, 'Sara Ekman');
    await press(led, 'Medarbetaren stannar');
    await shows(led, /Stannar medarbetaren\?[\s\S]*Det går inte att ångra/);
    await picture(led, 'exit-stays-ask');
    await press(led, 'Ja, medarbetaren stannar');
    await shows(led, /Sara Ekman stannar/);
    await picture(led, 'exit-stays');
    await press(own, 'Uppdatera');
    await shows(own, /Du stannar kvar\. Roligt!/);
    await picture(own, 'exit-stays-employee');
  });

  it('a mistake is taken back from the chats with one press', async () => {
    const form = await prepareExit(karin, 'Sara Ekman', {
      'Dag då uppsägningen kom': '2026-09-01',
      'Sista arbetsdag': '2026-11-27',
      'Sista anställningsdag': '2026-11-30',
    });
    await press(form, 'Medarbetaren vet om det, skicka');
    const theirs = await cardOf(sara, /Din checklista inför sista dagen[\s\S]*0 av \d+ klara/);
    const own = await cardOf(karin, /Checklista: Sara Ekman/);
    await press(form, 'Återkalla, det blev fel');
    await shows(form, /Avslutet är återkallat/);
    for (const card of [theirs, own]) await shows(card, /har dragits tillbaka/);
    expect(await readCard(theirs)).not.toMatch(/klara/);
    await picture(theirs, 'exit-recalled-employee');
  });
});
