import { describe, expect, it } from 'vitest';
import { startGroupChat } from '../../bot/support/group-chat.js';
import { buttonOf, pressButton, read, replaced, say } from '../../bot/support/press.js';
import { buttonsOf, invokeBody, seen } from '../../bot/support/seen.js';
import type { User } from '../../support/connector/index.js';
import { asProposed } from './support/as-proposed.js';
import { AMIR, ELIN, INGRID, KARIN, MILAN, NILS } from './support/plan-people.js';
import { usePlanStage } from './support/plan-stage.js';

const stage = usePlanStage();

async function rehearsed(ingrid: User, changes: object = {}) {
  const form = await say(ingrid, 'ny uppföljning');
  return replaced(await pressButton(ingrid, form, 'Granska', { ...asProposed(form), ...changes }));
}

describe('HR makes a follow-up', () => {
  it('proposes this time of the year, the newest plans and the day in April', async () => {
    const ingrid = await stage.arrive(INGRID);
    const form = await say(ingrid, 'Ny uppföljning!');
    expect(asProposed(form)).toEqual({
      plans: '2026-aldreomsorg,2026-forskola',
      period: 'T1',
      year: '2026',
      title: 'T1 2026',
      deadline: '2026-04-30',
      reminds: 'true',
      asksGoals: 'true',
    });
    expect(JSON.stringify(form)).toContain('Plan 2025, Förskola');
    expect(JSON.stringify(form)).not.toContain('2026-hr');
  });

  it('by the button on the list of follow-ups, with the same form below the list, however often it is pressed', async () => {
    const ingrid = await stage.arrive(INGRID);
    const typed = await say(ingrid, 'ny uppföljning');
    const list = await say(ingrid, 'uppföljningar');
    expect(read(list)).toContain('Inga uppföljningar än. Tryck på ”Ny uppföljning” för att göra en.');
    const { body } = await pressButton(ingrid, list, 'Ny uppföljning');
    expect(invokeBody(body).value).toBe('Kommer nedanför.');
    const form = stage.newest(ingrid);
    expect(asProposed(form)).toEqual(asProposed(typed));
    // A form of its own: what is sent with the one is not sent with the other.
    expect(buttonOf(form, 'Granska').data.form).not.toBe(buttonOf(typed, 'Granska').data.form);
    const rehearsal = replaced(await pressButton(ingrid, form, 'Granska', asProposed(form)));
    expect(read(rehearsal)).toContain('Granska uppföljningen');
    // Another press brings another form, and the draft of the first stays what it was.
    await pressButton(ingrid, list, 'Ny uppföljning');
    const first = replaced(await pressButton(ingrid, rehearsal, 'Ändra'));
    expect(buttonOf(first, 'Granska').data).toEqual(buttonOf(form, 'Granska').data);
  });

  it('from form over functions nobody holds, preview and sending to the card that follows the answers', async () => {
    const [karin, ingrid] = [await stage.arrive(KARIN), await stage.arrive(INGRID)];
    await stage.arrive(ELIN);
    const rehearsal = await rehearsed(ingrid, { message: 'Svara kort.' });
    const text = read(rehearsal);
    expect(text).toMatch(/Aktiviteter: 3\nMål: 1\nIndikatorer: 0\nEnheter som svarar: 3\nPersoner som får kortet: 3/);
    expect(text).toContain('Aktiviteter som ingen svarar på: 2');
    expect(text).toMatch(/Utvecklingsenheten: inte bestämt\nPlan 2026, Förskola · 1 fråga/);
    expect(text).toContain('2 funktioner som ingen har återstår');
    expect(text).toMatch(/1 har ingen chatt med assistenten än\nMilan Petronijević/);
    expect(buttonsOf(rehearsal).map(({ title }) => title)).not.toContain('Skicka');

    const first = replaced(await pressButton(ingrid, rehearsal, 'Välj vem som svarar'));
    expect(read(first)).toMatch(/Utvecklingsenheten\nPlan 2026, Förskola · 1 av 2[\s\S]*- Starta ett nätverk/);
    expect(JSON.stringify(first)).toContain('Elin Vätterborg, Rektor, Förskolorna Fruängen');
    const mistyped = replaced(
      await pressButton(ingrid, first, 'Spara', { person: ELIN.id, email: 'elin@fel.example' }),
    );
    expect(read(mistyped)).toContain('Ingen i din organisation har adressen elin@fel.example');
    expect(asProposed(mistyped)).toMatchObject({ person: ELIN.id, email: 'elin@fel.example' });
    const second = replaced(await pressButton(ingrid, mistyped, 'Spara', { email: ELIN.email.toUpperCase() }));
    expect(read(second)).toMatch(/Verksamhetsutvecklare\nPlan 2026, Förskola · 2 av 2/);
    const nothing = replaced(await pressButton(ingrid, second, 'Spara'));
    expect(read(nothing)).toContain('Välj en person eller ”Ingen svarar”');
    const decided = replaced(await pressButton(ingrid, nothing, 'Spara', { person: 'ingen' }));
    expect(read(decided)).toMatch(
      /Utvecklingsenheten: Elin Vätterborg, Rektor[\s\S]*Verksamhetsutvecklare: Ingen svarar/,
    );
    expect(read(decided)).toContain('Aktiviteter som ingen svarar på: 1');

    const preview = replaced(await pressButton(ingrid, decided, 'Förhandsvisa'));
    // Karin is the first of those who have most.
    expect(read(preview)).toMatch(/Prov: T1 2026\n.*Fler kan mer \| Utbilda handledare \| Följa upp sjukfrånvaron/);
    const below = stage.newest(ingrid);
    expect(read(below)).toContain(
      'Kortet ovanför är det som går till Karin Lindqvist, Enhetschef, Förskolorna Solberga',
    );
    const other = replaced(await pressButton(ingrid, below, 'Visa kortet', { person: MILAN.id }));
    expect(read(other)).toContain('Införa kompetensstegar');
    const sent = replaced(await pressButton(ingrid, stage.newest(ingrid), 'Skicka'));
    expect(read(sent)).toContain('Uppföljningen är på väg');

    const card = await stage.shows(karin, /T1 2026\nopen/);
    expect(read(card)).toContain('Utbilda handledare');
    await stage.shows(
      ingrid,
      /Uppföljning: T1 2026\nÖppen\nBesvarat: 0 av 7 \(0 %\)[\s\S]*Har inte svarat: 3\nKort som kommit fram: 2 av 3[\s\S]*Förskola: 0 av 6 svar · 0 av 2 personer klara\nÄldreomsorg: 0 av 1 svar/,
    );
    const round = await stage.round('T1 2026');
    expect(round).toMatchObject({ message: 'Svara kort.', plans: ['2026-aldreomsorg', '2026-forskola'], items: 7 });
    const item = (await stage.rounds.itemsOf(round.organisation, round.id, KARIN.id)).find(
      ({ kind }) => kind !== 'goal',
    )!;
    const said = { status: 'klar' as const, reason: '', comment: '', resources: '' };
    const answer = { item, seen: 0, said, by: KARIN.id, at: new Date('2026-04-14T08:00:00Z') };
    expect(await stage.rounds.respond(answer)).toMatchObject({ kind: 'saved' });
    stage.answered(round);
    await stage.shows(ingrid, /Besvarat: 1 av 7 \(14 %\)[\s\S]*Har börjat: 1/);
  });

  it('sends once when Skicka is pressed twice, and shows one card', async () => {
    const [milan, ingrid] = [await stage.arrive(MILAN), await stage.arrive(INGRID)];
    const rehearsal = await rehearsed(ingrid, { plans: '2026-aldreomsorg', title: 'Äldre' });
    const answers = await Promise.all([1, 2].map(() => pressButton(ingrid, rehearsal, 'Skicka')));
    for (const answer of answers) expect(read(replaced(answer))).toContain('Uppföljningen är på väg');
    await stage.shows(ingrid, /Kort som kommit fram: 1 av 1/);
    expect(stage.count(milan, /^Äldre\n/)).toBe(1);
    expect(stage.count(ingrid, /^Uppföljning: Äldre/)).toBe(1);
    const list = await say(ingrid, 'uppföljningar');
    expect(buttonsOf(list).filter(({ title }) => title === 'Öppna')).toHaveLength(1);
  });

  it('is not sendable before every function is decided, whatever a client sends', async () => {
    const ingrid = await stage.arrive(INGRID);
    const rehearsal = await rehearsed(ingrid);
    const { form } = buttonOf(rehearsal, 'Ändra').data;
    const preview = await pressButton(ingrid, rehearsal, 'Förhandsvisa');
    expect(read(replaced(preview))).toContain('Prov: T1 2026');
    expect(read(stage.newest(ingrid))).toContain('Det går att skicka när du har valt');
    const wrong = replaced(await ingrid.press('plan.round.send', { form, version: 'x' }));
    expect(read(wrong)).toContain('Utkastet har ändrats');
    const nobody = replaced(
      await pressButton(
        ingrid,
        replaced(await pressButton(ingrid, wrong, 'Välj vem som svarar')),
        'Ingen svarar för de övriga',
      ),
    );
    expect(read(nobody)).toMatch(/Utvecklingsenheten: Ingen svarar[\s\S]*Verksamhetsutvecklare: Ingen svarar/);
    expect(buttonsOf(nobody).map(({ title }) => title)).toContain('Skicka');
  });

  it('keeps what was chosen for functions when the form is changed', async () => {
    const ingrid = await stage.arrive(INGRID);
    const rehearsal = await rehearsed(ingrid, { plans: '2026-forskola' });
    const first = replaced(await pressButton(ingrid, rehearsal, 'Välj vem som svarar'));
    const second = replaced(await pressButton(ingrid, first, 'Spara', { person: KARIN.id }));
    const back = replaced(await pressButton(ingrid, second, 'Till granskningen'));
    const form = replaced(await pressButton(ingrid, back, 'Ändra'));
    const again = replaced(await pressButton(ingrid, form, 'Granska', { ...asProposed(form), period: 'T2' }));
    expect(read(again)).toMatch(
      /T2 2026[\s\S]*Utvecklingsenheten: Karin Lindqvist[\s\S]*Verksamhetsutvecklare: inte bestämt/,
    );
  });
});

describe('what is refused', () => {
  it('keeps everything typed, and tells all problems at once', async () => {
    const ingrid = await stage.arrive(INGRID);
    const form = await say(ingrid, 'new follow-up');
    const typed = {
      plans: '2026-hr',
      departments: 'finnsinte',
      period: 'VB',
      year: '2026',
      title: 'å'.repeat(101),
      deadline: '2026-04-12',
      message: `Gäller 850709-9805. ${'å'.repeat(1000)}`,
      asksGoals: 'false',
      reminds: 'false',
    };
    const refused = replaced(await pressButton(ingrid, form, 'Granska', typed));
    for (const problem of [
      'En plan som du valde finns inte längre',
      'En avdelning som du valde finns inte längre',
      'Namnet får ha högst 100 tecken',
      'Sista dag (2026-04-12) har passerat; i dag är det 2026-04-13',
      'Meddelandet får ha högst 1000 tecken',
      'personnummer',
    ])
      expect(read(refused)).toContain(problem);
    expect(asProposed(refused)).toMatchObject(typed);
    expect(buttonOf(refused, 'Granska').data).toEqual(buttonOf(form, 'Granska').data);
    const none = replaced(await pressButton(ingrid, refused, 'Granska', { period: 'T1', year: '2026' }));
    expect(read(none)).toMatch(/Välj minst en plan\.\n[\s\S]*Ange sista dag att svara/);
    const nonsense = replaced(
      await pressButton(ingrid, none, 'Granska', { ...asProposed(form), year: '26', deadline: '31 april' }),
    );
    expect(read(nonsense)).toMatch(/Välj år[\s\S]*Sista dag går inte att läsa/);
  });

  it('asks once about a delicate word', async () => {
    const ingrid = await stage.arrive(INGRID);
    const typed = { plans: '2026-aldreomsorg', message: 'Tänk på hennes diagnos.' };
    const asked = await rehearsed(ingrid, typed);
    expect(read(asked)).toMatch(/kan säga något känsligt om någon: ”diagnos”/);
    const meant = replaced(await pressButton(ingrid, asked, 'Granska', asProposed(asked)));
    expect(read(meant)).toContain('Granska uppföljningen');
  });

  it('a second round of the same name, and departments of which nobody is asked', async () => {
    const ingrid = await stage.arrive(INGRID);
    const rehearsal = await rehearsed(ingrid, { plans: '2026-aldreomsorg' });
    await pressButton(ingrid, rehearsal, 'Skicka');
    const form = await say(ingrid, 'ny uppföljning');
    expect(asProposed(form).title).toBe('T1 2026 (2)');
    const taken = replaced(await pressButton(ingrid, form, 'Granska', { ...asProposed(form), title: 't1 2026' }));
    expect(read(taken)).toContain('Det finns redan en uppföljning som heter ”t1 2026”');
    const preschool = JSON.stringify(form).match(/"title":"Förskola","value":"(\w+)"/)![1];
    const empty = { ...asProposed(form), plans: '2026-aldreomsorg', departments: preschool };
    expect(read(replaced(await pressButton(ingrid, form, 'Granska', empty)))).toContain('Det finns inget att fråga om');
  });

  it('somebody else’s draft, and HR’s things to a manager or in a group', async () => {
    const [amir, ingrid, karin] = [await stage.arrive(AMIR), await stage.arrive(INGRID), await stage.arrive(KARIN)];
    const rehearsal = await rehearsed(ingrid, { plans: '2026-aldreomsorg' });
    const send = buttonOf(rehearsal, 'Skicka');
    for (const { verb, data } of buttonsOf(rehearsal))
      if (verb !== 'plan.round.discard')
        expect(invokeBody((await amir.press(verb, data)).body).value).toContain('utkastet finns inte längre');
    expect(invokeBody((await karin.press(send.verb, send.data)).body).statusCode).toBe(403);
    expect(invokeBody((await karin.press('plan.round.new', {})).body).statusCode).toBe(403);
    const { replies } = await karin.say('ny uppföljning');
    expect(replies.map(({ text }) => text ?? '').join()).toMatch(/får din roll inte göra/);
    // The press of another does not even throw it away.
    await amir.press('plan.round.discard', { form: send.data.form });
    expect(read(replaced(await pressButton(ingrid, rehearsal, 'Skicka')))).toContain('på väg');
  });

  it('a group chat, and an organisation without plans, which is told how one comes in', async () => {
    const [ingrid, nils] = [await stage.arrive(INGRID), await stage.arrive(NILS)];
    const group = startGroupChat(stage.connector, [ingrid]);
    await group.say(ingrid, 'ny uppföljning');
    expect(seen(group.messages().at(-1))).toMatch(/bara i vår egen chatt/);
    const notice = await say(nils, 'ny uppföljning');
    expect(read(notice)).toMatch(/Det finns ingen plan att följa upp\n[\s\S]*ladda upp filen/);
    expect(buttonsOf(notice)).toEqual([]);
    await nils.say('english');
    expect(read(await say(nils, 'new follow-up'))).toContain('There is no plan to follow up');
  });
});
