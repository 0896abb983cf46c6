import { describe, expect, it } from 'vitest';
import { SARA } from '../../bot/support/people.js';
import { buttonOf, buttonsOf, pressButton, read, replaced, say } from './support/hr-tools.js';
import { INGRID, KARIN, MESSAGE, useHrStage } from './support/hr-stage.js';

const stage = useHrStage();

describe('HR in its chat', () => {
  it('sends from form over rehearsal to the progress card, the manager confirms, and the card follows', async () => {
    const karin = await stage.arrive(KARIN);
    const ingrid = await stage.arrive(INGRID);
    const form = await say(ingrid, 'nytt utskick');
    const rehearsal = replaced(await pressButton(ingrid, form, 'Granska', MESSAGE));
    expect(read(rehearsal)).toMatch(/Granska utskicket[\s\S]*Mottagare: 1\n[\s\S]*Skickas: genast/);
    expect(read(rehearsal)).toContain('Så här ser kortet ut\nNy rutin\nLäs rutinen.\n*Viktigt* före fredag.');
    const sent = replaced(await pressButton(ingrid, rehearsal, 'Skicka'));
    expect(read(sent)).toContain('Utskicket är på väg');

    const card = await stage.shows(karin, /Ny rutin/);
    expect(read(card)).toBe(
      [
        'Ny rutin',
        'Läs rutinen.',
        '*Viktigt* före fredag.',
        'Från HR-konsult, Hägersten-Älvsjö stadsdelsförvaltning',
        'Jag har läst',
      ].join('\n'),
    );
    await stage.shows(ingrid, /Utskick: Ny rutin\nKlart\nLevererat till 1 av 1 \(100 %\)/);

    const confirmed = replaced(await pressButton(karin, card, 'Jag har läst'));
    expect(read(confirmed)).toMatch(/✓ Du bekräftade att du har läst det här \d{4}-\d\d-\d\d$/);
    expect(buttonsOf(confirmed)).toEqual([]);
    // Also what a client sees that opens the chat later, and HR's card by itself.
    await stage.shows(karin, /✓ Du bekräftade/);
    await stage.shows(ingrid, /Har bekräftat: 1 av 1 \(100 %\)/);
  });

  it('sends once when Skicka is pressed twice', async () => {
    const karin = await stage.arrive(KARIN);
    const ingrid = await stage.arrive(INGRID);
    const form = await say(ingrid, 'nytt utskick');
    const rehearsal = replaced(await pressButton(ingrid, form, 'Granska', MESSAGE));
    const answers = await Promise.all([1, 2].map(() => pressButton(ingrid, rehearsal, 'Skicka')));
    expect(answers.map((answer) => read(replaced(answer)).split('\n')[0])).toEqual([
      'Utskicket är på väg',
      'Utskicket är på väg',
    ]);
    await stage.shows(ingrid, /Klart\nLevererat till 1 av 1/);
    const cards = stage.connector.sent(karin.conversationId).filter((one) => JSON.stringify(one).includes('Ny rutin'));
    expect(cards).toHaveLength(1);
    const list = await say(ingrid, 'utskick');
    expect(buttonsOf(list).filter(({ title }) => title === 'Öppna')).toHaveLength(1);
  });

  it('keeps everything typed through faults, and tells all of them at once', async () => {
    const ingrid = await stage.arrive(INGRID);
    const form = await say(ingrid, 'new message');
    const typed = {
      ...MESSAGE,
      roles: '',
      text: 'Gäller 850709-9805',
      titleEn: 'A new routine',
      sendDate: '2020-01-01',
      sendTime: '08:00',
    };
    const refused = replaced(await pressButton(ingrid, form, 'Granska', typed));
    const text = read(refused);
    for (const problem of [/Välj mottagare/, /personnummer/, /både rubrik och text/, /har passerat/])
      expect(text).toMatch(problem);
    const kept = JSON.stringify(refused);
    for (const value of ['Gäller 850709-9805', 'A new routine', '2020-01-01', '08:00', 'Ny rutin'])
      expect(kept).toContain(value);
    // Nothing was asked about, so nothing more is carried.
    expect(buttonOf(refused, 'Granska').data).toEqual(buttonOf(form, 'Granska').data);
    const mended = { ...typed, roles: 'chef', text: 'Gäller alla', titleEn: '', sendDate: '', sendTime: '' };
    expect(read(replaced(await pressButton(ingrid, refused, 'Granska', mended)))).toContain('Granska utskicket');
  });

  it('asks once about a sensitive word, in any language’s text, and sends it when it is meant', async () => {
    await stage.arrive(KARIN);
    const ingrid = await stage.arrive(INGRID);
    const form = await say(ingrid, 'nytt utskick');
    const typed = {
      ...MESSAGE,
      text: 'Sara är sjukskriven.',
      titleEn: 'A new routine',
      textEn: 'Sara is on sick leave.',
    };
    const asked = replaced(await pressButton(ingrid, form, 'Granska', typed));
    expect(read(asked)).toMatch(/något känsligt om någon: ”sjukskriven”, ”on sick leave”/);
    for (const value of [typed.text, typed.textEn, 'Ny rutin']) expect(JSON.stringify(asked)).toContain(value);
    // A word that is new is asked about; what was meant is not asked about again.
    const more = { ...typed, title: 'Om en diagnos' };
    const again = replaced(await pressButton(ingrid, asked, 'Granska', more));
    expect(read(again)).toContain('”diagnos”');
    const rehearsal = replaced(await pressButton(ingrid, again, 'Granska', more));
    expect(read(rehearsal)).toContain('Granska utskicket');
    const back = replaced(await pressButton(ingrid, rehearsal, 'Ändra'));
    const anew = replaced(await pressButton(ingrid, back, 'Granska', more));
    expect(read(anew)).toContain('Granska utskicket');
    expect(read(replaced(await pressButton(ingrid, anew, 'Skicka')))).toContain('Utskicket är på väg');
    await stage.shows(ingrid, /Levererat till 1 av 1/);
  });

  it('rehearses a pasted list: duplicates, nobody, and who has no chat; and gives the form back whole', async () => {
    await stage.arrive(KARIN);
    const ingrid = await stage.arrive(INGRID);
    const form = await say(ingrid, 'nytt utskick');
    const persons = `Namn;E-post\nKarin;${KARIN.email}\nKarin igen;${KARIN.email.toUpperCase()}\nSara;${SARA.email}\nIngen;ingen@ubara.example`;
    const typed = { ...MESSAGE, roles: '', persons };
    const rehearsal = replaced(await pressButton(ingrid, form, 'Granska', typed));
    const text = read(rehearsal);
    expect(text).toContain('Mottagare: 2');
    expect(text).toContain('Nämnda flera gånger (får ett kort): 1');
    expect(text).toMatch(/1 har ingen chatt med assistenten än\nSara Ekman/);
    expect(text).toMatch(/1 rader motsvarar ingen i organisationen\n- ingen@ubara\.example/);
    expect(text).toMatch(/Kortets storlek: \d+(,\d)? KB/);
    const again = replaced(await pressButton(ingrid, rehearsal, 'Ändra'));
    expect(JSON.stringify(again)).toContain(JSON.stringify(persons).slice(1, -1));
    const sent = replaced(await pressButton(ingrid, rehearsal, 'Skicka'));
    expect(read(sent)).toContain('Utskicket är på väg');
    await stage.shows(ingrid, /Levererade: 1\nUtan chatt med assistenten: 1\nMotsvarar ingen i organisationen: 1/);
  });

  it('schedules at a wall time in Stockholm, and stops it after asking once', async () => {
    const karin = await stage.arrive(KARIN);
    const ingrid = await stage.arrive(INGRID);
    const form = await say(ingrid, 'nytt utskick');
    const later = { ...MESSAGE, sendDate: '2099-07-01', sendTime: '09:00' };
    const rehearsal = replaced(await pressButton(ingrid, form, 'Granska', later));
    expect(read(rehearsal)).toContain('Skickas: 2099-07-01 09:00');
    expect(read(replaced(await pressButton(ingrid, rehearsal, 'Schemalägg')))).toContain('Det går ut 2099-07-01 09:00');
    const progress = await stage.shows(ingrid, /Schemalagt[\s\S]*Skickas: 2099-07-01 09:00/);
    await pressButton(ingrid, progress, 'Stoppa');
    const ask = stage.newest(ingrid);
    expect(read(ask)).toContain('Stoppa utskicket?');
    expect(read(replaced(await pressButton(ingrid, ask, 'Ja, stoppa')))).toContain('Utskicket är stoppat');
    await stage.shows(ingrid, /Utskick: Ny rutin\nStoppat/);
    expect(JSON.stringify(stage.connector.sent(karin.conversationId))).not.toContain('Ny rutin');
  });
});
