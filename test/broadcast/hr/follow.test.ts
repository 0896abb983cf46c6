import { describe, expect, it } from 'vitest';
import type { User } from '../../support/connector/index.js';
import { invokeBody } from '../../bot/support/seen.js';
import { buttonOf, pressButton, read, replaced, say } from './support/hr-tools.js';
import { INGRID, KARIN, MESSAGE, PETRA, useHrStage } from './support/hr-stage.js';

const stage = useHrStage();

async function send(ingrid: User, about: object = {}): Promise<void> {
  const form = await say(ingrid, 'nytt utskick');
  const rehearsal = replaced(await pressButton(ingrid, form, 'Granska', { ...MESSAGE, ...about }));
  replaced(await pressButton(ingrid, rehearsal, 'Skicka'));
}

describe('a message that was sent', () => {
  it('is corrected everywhere, the confirmed card stays confirmed, and the progress card says how many', async () => {
    const karin = await stage.arrive(KARIN);
    const ingrid = await stage.arrive(INGRID);
    await send(ingrid);
    await pressButton(karin, await stage.shows(karin, /Ny rutin/), 'Jag har läst');
    await stage.shows(karin, /✓ Du bekräftade/);
    const progress = await stage.shows(ingrid, /Klart\nLevererat till 1 av 1/);
    await pressButton(ingrid, progress, 'Rätta texten');
    const form = stage.newest(ingrid);
    expect(JSON.stringify(form)).toContain('*Viktigt* före fredag.');
    const number = { title: 'Ny rutin', text: 'Gäller 850709-9805' };
    const refused = replaced(await pressButton(ingrid, form, 'Spara rättelsen', number));
    expect(read(refused)).toMatch(/personnummer/);
    expect(JSON.stringify(refused)).toContain('Gäller 850709-9805');
    const ill = { title: 'Ny rutin', text: 'Sara är sjukskriven.' };
    const asked = replaced(await pressButton(ingrid, form, 'Spara rättelsen', ill));
    expect(read(asked)).toMatch(/något känsligt om någon: ”sjukskriven”/);
    expect(JSON.stringify(asked)).toContain('Sara är sjukskriven.');
    const saved = replaced(await pressButton(ingrid, refused, 'Spara rättelsen', { ...number, text: 'Före torsdag.' }));
    expect(read(saved)).toContain('Rättelsen är sparad');
    expect(read(await stage.shows(karin, /Före torsdag\.[\s\S]*✓ Du bekräftade/))).not.toContain('Viktigt');
    await stage.shows(ingrid, /Rättade kort: 1 av 1 \(100 %\)/);

    // A sensitive word that is meant is kept, and whoever corrects it later is asked about new ones alone.
    await pressButton(ingrid, await stage.shows(ingrid, /Rättade kort: 1 av 1/), 'Rätta texten');
    const next = stage.newest(ingrid);
    const meant = replaced(await pressButton(ingrid, next, 'Spara rättelsen', ill));
    expect(read(replaced(await pressButton(ingrid, meant, 'Spara rättelsen', ill)))).toContain('Rättelsen är sparad');
    await pressButton(ingrid, await stage.shows(ingrid, /Rättade kort: 1 av 1/), 'Rätta texten');
    const last = { title: 'Ny rutin', text: 'Före torsdag, sjukskriven eller inte.' };
    const kept = replaced(await pressButton(ingrid, stage.newest(ingrid), 'Spara rättelsen', last));
    expect(read(kept)).toContain('Rättelsen är sparad');
    await pressButton(ingrid, await stage.shows(ingrid, /Rättade kort: 1 av 1/), 'Rätta texten');
    const end = { title: 'Ny rutin', text: 'Före torsdag.' };
    expect(read(replaced(await pressButton(ingrid, stage.newest(ingrid), 'Spara rättelsen', end)))).toContain('sparad');

    // Somebody with the old form does not write over the correction unseen.
    const late = replaced(
      await pressButton(ingrid, form, 'Spara rättelsen', { title: 'Ny rutin', text: 'Före onsdag.' }),
    );
    expect(read(late)).toMatch(/Någon annan har rättat[\s\S]*Före torsdag\./);
    expect(JSON.stringify(late)).toContain('Före onsdag.');
  });

  it('is recalled after asking once: the card becomes a line, and a late press gets the line as well', async () => {
    const karin = await stage.arrive(KARIN);
    const ingrid = await stage.arrive(INGRID);
    await send(ingrid);
    const card = await stage.shows(karin, /Ny rutin/);
    const progress = await stage.shows(ingrid, /Klart\nLevererat till 1 av 1/);
    await pressButton(ingrid, progress, 'Dra tillbaka');
    const ask = stage.newest(ingrid);
    expect(read(ask)).toMatch(/Dra tillbaka utskicket\?[\s\S]*Korten hos 1 mottagare/);
    expect(read(stage.newest(karin))).toContain('Läs rutinen.');
    expect(read(replaced(await pressButton(ingrid, ask, 'Ja, dra tillbaka')))).toContain('Utskicket dras tillbaka');
    const line = 'Utskicket ”Ny rutin” har dragits tillbaka.';
    expect(read(await stage.shows(karin, /har dragits tillbaka/))).toBe(line);
    expect(read(replaced(await pressButton(karin, card, 'Jag har läst')))).toBe(line);
    await stage.shows(ingrid, /Tillbakadragna kort: 1 av 1 \(100 %\)/);
  });

  it('says why somebody was not reached and what to do, and goes again to those alone', async () => {
    const karin = await stage.arrive(KARIN);
    const ingrid = await stage.arrive(INGRID);
    stage.connector.respond = ({ conversationId, raw }) =>
      conversationId === karin.conversationId && raw.includes('Ny rutin')
        ? { kind: 'status', status: 403, body: { error: { code: 'MessageWritesBlocked', message: 'blocked' } } }
        : undefined;
    await send(ingrid, { roles: 'alla' });
    const progress = await stage.shows(ingrid, /Klart\nLevererat till 1 av 4 \(25 %\)/);
    expect(read(progress)).toMatch(
      /Kom inte fram: 1[\s\S]*Därför kom det inte fram\n- 1 har blockerat assistenten\nBe dem ta bort blockeringen/,
    );
    stage.connector.respond = undefined;
    await pressButton(ingrid, progress, 'Skicka igen till ej nådda');
    await stage.shows(ingrid, /Klart\nLevererat till 2 av 4 \(50 %\)/);
    await stage.shows(karin, /Ny rutin/);
  });
});

describe('who may', () => {
  it('a manager may neither write nor press what is HR’s, whatever ids the client sends', async () => {
    const karin = await stage.arrive(KARIN);
    const ingrid = await stage.arrive(INGRID);
    await send(ingrid);
    const progress = await stage.shows(ingrid, /Klart\nLevererat/);
    const { replies } = await karin.say('nytt utskick');
    expect(replies.map(({ text }) => text ?? '').join()).toMatch(/får din roll inte göra/);
    for (const title of ['Rätta texten', 'Dra tillbaka', 'Uppdatera']) {
      const { verb, data } = buttonOf(progress, title);
      expect(invokeBody((await karin.press(verb, data)).body).statusCode).toBe(403);
    }
  });

  it('HR of another board sees nothing of it, and its id is as unknown as nothing', async () => {
    const karin = await stage.arrive(KARIN);
    const ingrid = await stage.arrive(INGRID);
    const petra = await stage.arrive(PETRA);
    await send(ingrid);
    const progress = await stage.shows(ingrid, /Klart\nLevererat/);
    expect(read(await say(petra, 'utskick'))).toContain('Inga utskick än.');
    const { data } = buttonOf(progress, 'Uppdatera');
    for (const verb of ['open', 'refresh', 'pause', 'cancel-yes', 'recall', 'recall-yes', 'correct', 'remind'])
      expect(invokeBody((await petra.press(`broadcast.${verb}`, data)).body).value).toBe(
        'Det utskicket finns inte i din organisation.',
      );
    expect(invokeBody((await petra.press('broadcast.confirm', data)).body).value).toMatch(/inte bland mottagarna/);
    expect(read(await stage.shows(karin, /Ny rutin/))).toContain('Läs rutinen.');
  });

  it('the cards that the bot itself sends are no messages of HR', async () => {
    await stage.arrive(KARIN);
    const ingrid = await stage.arrive(INGRID);
    await send(ingrid);
    await stage.shows(ingrid, /Klart\nLevererat/);
    const list = await say(ingrid, 'messages');
    expect(read(list).match(/Ny rutin/g)).toHaveLength(1);
  });
});
