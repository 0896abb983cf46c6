import { beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../../src/calendar/index.js';
import type { AdaptiveCardJson } from '../../../src/cards/index.js';
import type { ExitCase } from '../../../src/exit/index.js';
import type { Person } from '../../../src/people/index.js';
import { INGRID, KARIN, PEOPLE, SARA } from '../../bot/support/people.js';
import { pressButton, read, say } from '../../bot/support/press.js';
import { buttonsOf, cardOf, seen } from '../../bot/support/seen.js';
import { expectBytes, inputsOf, press } from '../../plan/respond/support/department.js';
import { openPicture, openThemeCounts } from '../../../src/storage/index.js';
import { ORGANISATION, PETER, useOffice } from '../../questions/support/office.js';
import type { User } from '../../support/connector/index.js';
import { storeCase } from '../support/store-case.js';

/** The autumn of 2026: the first two tertials are over, the third is running. */
const office = useOffice({ TEST_NOW: '2026-11-13T09:00:00Z' });
const colleague = (n: number, department: string): Person => ({
  ...SARA,
  id: `a0000000-0000-4000-8000-0000000001${String(n).padStart(2, '0')}`,
  name: `Kollega ${n}`,
  email: `kollega${n}@ubara.example`,
  department,
  unit: `Enhet ${department}`,
});
const NURSERY = Array.from({ length: 8 }, (_, n) => colleague(n, 'Förskola'));
const CARE = Array.from({ length: 8 }, (_, n) => colleague(20 + n, 'Äldreomsorg'));
let ingrid: User;

beforeEach(async () => {
  await office.people([...PEOPLE, PETER, ...NURSERY, ...CARE]);
  await office.restart();
  ingrid = await office.met(INGRID);
});

const store = (employee: string, changes: Partial<ExitCase> = {}) =>
  storeCase(office.storage, { employee, ...changes });
const titles = (card: AdaptiveCardJson) => buttonsOf(card).map(({ title }) => title);

describe('HR’s list of exits', () => {
  it('shows the board’s open cases, the next to leave first, and opens each', async () => {
    await store(SARA.id, { lastWorkingDay: '2026-12-18', talk: { bookedFor: new Date() } });
    const first = await store(NURSERY[0]!.id, { lastWorkingDay: '2026-11-27' });
    await store(CARE[0]!.id, { status: 'draft' });
    await store(PETER.id, { organisation: PETER.organisation, manager: PETER.id });
    const list = await say(ingrid, 'avslut');
    const text = read(list);
    expect(text).toContain('2 avslut pågår');
    expect(text).toMatch(
      /1\. Kollega 0\nEnhet Förskola, Förskola\nSista arbetsdag 2026-11-27\n0 av \d+ klara · ! \d+ försenade/,
    );
    expect(text).toContain('2. Sara Ekman');
    expect(text).toContain('Samtal: bokat');
    expect(text).not.toContain('Peter');
    expect(titles(list).slice(0, 4)).toEqual(['Öppna 1', 'Checklista 1', 'Överlämning 1', 'Begäran om handling 1']);
    expect(buttonsOf(list).slice(0, 3)).toMatchObject([
      { verb: 'exit.lead.open', data: { case: first.id } },
      { verb: 'exit.list.open', data: { exit: first.id, isLive: true, page: 1, scope: 'all' } },
      { verb: 'exit.handover.open', data: { case: first.id } },
    ]);
    const { replies } = await pressButton(ingrid, list, 'Överlämning 1');
    expect(seen(replies[0])).toContain('Överlämning: Kollega 0');
  });

  it('has pages and is narrowed by department', async () => {
    for (const { id } of NURSERY) await store(id);
    for (const { id } of CARE.slice(0, 3)) await store(id);
    const list = await say(ingrid, 'alla avslut');
    expect(read(list)).toContain('11 avslut pågår · sida 1 av 2');
    expectBytes(list);
    const second = await press(ingrid, list, 'Nästa sida', inputsOf(list));
    expect(read(second)).toContain('sida 2 av 2');
    const care = await press(ingrid, second, 'Visa', { department: 'Äldreomsorg' });
    expect(read(care)).toContain('3 avslut pågår');
    expect(read(care)).not.toContain('Enhet Förskola');
    const none = await press(ingrid, care, 'Visa', { department: 'Rymden' });
    expect(read(none)).toContain('11 avslut pågår');
  });

  it('tells HR and the registrar what there is of a case when its documents are asked for, once a day', async () => {
    const registrar = { ...colleague(50, 'Stab'), function: 'Registrator' };
    await office.people([...PEOPLE, PETER, registrar]);
    await office.restart();
    ingrid = office.user(INGRID);
    const arkiv = await office.met(registrar);
    const tick = { state: 'done', at: new Date(), due: '2026-11-13', form: 'x' } as const;
    await store(SARA.id, {
      ticks: { 'AVS-01': { chef: { ...tick, comment: 'Inlagt i schemat.' }, medarbetare: tick } },
    });
    const list = await say(ingrid, 'avslut');
    for (const _ of [1, 2]) {
      const { body } = await pressButton(ingrid, list, 'Begäran om handling 1');
      expect(JSON.stringify(body)).toContain('HR och registratorn får en lista över vad som finns.');
    }
    for (const user of [ingrid, arkiv]) {
      const card = await office.card(user, 'Begäran om handling i ett avslutsärende');
      expect(read(card)).toMatch(/2 svar, varav 1 med kommentar[\s\S]*samma dag eller inom några dagar/);
      expect(read(card)).not.toMatch(/Sara|Inlagt/);
      const all = office.connector.current(user.conversationId).map((activity) => JSON.stringify(activity));
      expect(all.filter((text) => text.includes('Det här finns hos assistenten'))).toHaveLength(1);
    }
  });

  it('is nobody else’s: not another board’s, not a manager’s', async () => {
    await store(SARA.id);
    const peter = await office.met(PETER);
    expect(read(await say(peter, 'avslut'))).toContain('0 avslut pågår');
    const karin = await office.met(KARIN);
    expect(seen((await karin.say('avslut')).replies[0])).not.toContain('Sara Ekman');
    for (const verb of ['exit.hr.list', 'exit.hr.figures', 'exit.hr.file']) {
      const { body } = await karin.press(verb, {});
      expect(JSON.stringify(body)).not.toContain('Sara Ekman');
      expect(JSON.stringify(body)).not.toContain('adaptive');
    }
  });
});

describe('the process figures', () => {
  const ended = (person: Person, lastDay: string, outcome?: 'held' | 'declined') =>
    store(person.id, {
      ...{ status: 'ended', notice: '2026-03-02', opened: '2026-03-02' },
      ...{
        lastWorkingDay: addDays(lastDay, -1),
        lastDay,
        talk: outcome ? { outcomes: { chef: { outcome, at: new Date(), themes: [] } } } : {},
      },
    });

  it('are told of a tertial that is over, by department without small counts, with what they mean', async () => {
    for (const [at, person] of NURSERY.entries()) await ended(person, '2026-06-30', at < 7 ? 'held' : 'declined');
    for (const person of CARE) await ended(person, '2026-07-31', 'held');
    await ended(SARA, '2026-10-30');
    const figures = await press(ingrid, await say(ingrid, 'leavers'), 'Så går avsluten');
    const text = read(figures);
    expect(text).toContain('Tertial 2 2026 · Sista anställningsdag 2026-05-01–2026-08-31');
    expect(text).toContain('Samtal hållet: 15 av 16 (94 %)');
    expect(text).toContain('Samtal avböjt: 1 av 16 (6 %)');
    expect(text).toContain('Checklistan klar i tid: 0 av 16 (0 %)');
    expect(text).toContain('Enkäten besvarad: visas när tertialet är slut och tillräckligt många har svarat');
    const [, nursery = ''] = text.split('\nFörskola\n');
    expect(nursery).toContain('Avslut: 8');
    expect(nursery).toContain('Samtal avböjt: <5');
    expect(nursery).not.toContain('Samtal hållet: 7');
    expect(text).toContain('Checklistan klar i tid: allt som skulle göras till och med sista anställningsdagen');
    expectBytes(figures);
    const released = (tertials: string[]) => ({
      ...{ organisation: ORGANISATION, tertials, invited: 14, departments: {}, classes: {} },
      whole: { answers: 12, figures: {} },
    });
    await openPicture(office.storage).close(ORGANISATION, { tertial: '2026-2', scores: released(['2026-2']) });
    const answered = await press(ingrid, figures, 'Visa', { tertial: '2026-2' });
    expect(read(answered)).toContain('Enkäten besvarad: 12 av 14 (86 %)');
    const running = await press(ingrid, figures, 'Visa', { tertial: '2026-3' });
    expect(read(running)).toContain('Tertial 3 2026, pågår');
    expect(read(running)).toContain('Per avdelning visas när tertialet är slut.');
    const { replies } = await pressButton(ingrid, figures, 'Som Excel', { tertial: '2026-2' });
    expect(seen(replies[0])).toContain('Processmåtten som Excel: Avslut 2026-2.xlsx');
    expect(titles(await press(ingrid, running, 'Till avsluten'))).toContain('Så går avsluten');
  });

  it('tell what the conversations of a tertial were about once all of them are counted', async () => {
    for (const person of [...NURSERY, ...CARE]) await ended(person, '2026-03-31', 'held');
    const themeCounts = openThemeCounts(office.storage);
    for (const [n, person] of NURSERY.entries())
      await themeCounts.add({
        ...{ organisation: ORGANISATION, tertial: '2026-T1', exitCase: person.id },
        themes: n < 4 ? ['R5', 'R7'] : ['R5'],
      });
    const text = read(await press(ingrid, await say(ingrid, 'leavers'), 'Så går avsluten'));
    expect(text).toContain('Det samtalen handlade om\nArbetsbelastning och bemanning: 8\n');
    expect(text).not.toContain('Närmaste chef');
  });

  it('are none before anybody has left, and of the own board alone', async () => {
    await ended(SARA, '2026-06-30', 'held');
    const peter = await office.met(PETER);
    const none = await press(peter, await say(peter, 'avslut'), 'Så går avsluten');
    expect(read(none)).toContain('Inget avslut har nått sin sista anställningsdag än');
    const one = cardOf((await ingrid.say('avslut')).replies[0]);
    expect(read(await press(ingrid, one, 'Så går avsluten'))).toContain('Alla som slutade kom från samma avdelning');
  });
});
