import { describe, expect, it } from 'vitest';
import type { Round } from '../../../src/plan/index.js';
import { buttonOf, pressButton, read, replaced, say } from '../../bot/support/press.js';
import { buttonsOf, invokeBody } from '../../bot/support/seen.js';
import type { User } from '../../support/connector/index.js';
import { ELIN, INGRID, KARIN, MILAN, PETRA } from './support/plan-people.js';
import { usePlanStage } from './support/plan-stage.js';

const stage = usePlanStage();

/** A round that was sent, by way of the form, about the preschools. */
async function sent(ingrid: User, changes: object = {}): Promise<Round> {
  const form = await say(ingrid, 'ny uppföljning');
  const typed = { plans: '2026-forskola', period: 'T1', year: '2026', title: 'T1 2026', deadline: '2026-04-30' };
  const rehearsal = replaced(
    await pressButton(ingrid, form, 'Granska', { ...typed, reminds: 'true', asksGoals: 'false', ...changes }),
  );
  const { form: draft } = buttonOf(rehearsal, 'Ändra').data;
  const decided = replaced(await ingrid.press('plan.round.nobody', { form: draft }));
  await pressButton(ingrid, decided, 'Skicka');
  await stage.shows(ingrid, /Uppföljning: T1 2026\nÖppen\nBesvarat: 0 av 3[\s\S]*Kort som kommit fram: \d av 2/);
  return stage.round('T1 2026');
}

/** Karin answers all that she is asked, or the first of it. */
async function answer(round: Round, all = true): Promise<void> {
  const items = await stage.rounds.itemsOf(round.organisation, round.id, KARIN.id);
  for (const item of all ? items : items.slice(0, 1)) {
    const said = { status: 'pågår' as const, reason: '', comment: '', resources: '' };
    const at = new Date('2026-04-14T08:00:00Z');
    expect(await stage.rounds.respond({ item, seen: 0, said, by: KARIN.id, at })).toMatchObject({ kind: 'saved' });
  }
  stage.answered(round);
}

const status = (ingrid: User, more: RegExp) => stage.shows(ingrid, more);
const pressOn = async (ingrid: User, pattern: RegExp, title: string) =>
  pressButton(ingrid, await status(ingrid, pattern), title);

describe('a round that was sent', () => {
  it('shows who has answered and who has not, by department, with functions', async () => {
    const ingrid = await stage.arrive(INGRID);
    await answer(await sent(ingrid));
    await pressOn(
      ingrid,
      /Besvarat: 2 av 3[\s\S]*Personer som är klara: 1\nHar börjat: 0\nHar inte svarat: 1/,
      'Vilka har svarat',
    );
    const waiting = stage.newest(ingrid);
    expect(read(waiting)).toMatch(
      /Svar per person: T1 2026\nInte klara: 1 personer\nFörskola\nElin Vätterborg, Rektor, Förskolorna Fruängen\n0 av 1 besvarade/,
    );
    const done = replaced(await pressButton(ingrid, waiting, 'Visa', { who: 'done', department: 'alla' }));
    expect(read(done)).toMatch(
      /Klara: 1 personer[\s\S]*Karin Lindqvist, Enhetschef, Förskolorna Solberga\n✓ 2 av 2 besvarade/,
    );
  });

  it('reminds those who have not answered, once a day', async () => {
    const [elin, karin, ingrid] = [await stage.arrive(ELIN), await stage.arrive(KARIN), await stage.arrive(INGRID)];
    const round = await sent(ingrid);
    await stage.shows(ingrid, /Kort som kommit fram: 2 av 2/);
    await answer(round);
    const reminded = await pressOn(ingrid, /Besvarat: 2 av 3/, 'Påminn dem som inte svarat');
    expect(invokeBody(reminded.body).value).toBe('1 får en påminnelse.');
    await expect.poll(() => stage.count(elin, /^T1 2026\nopen/)).toBe(2);
    expect(stage.count(karin, /^T1 2026\nopen/)).toBe(1);
    const again = await pressOn(ingrid, /Besvarat: 2 av 3/, 'Påminn dem som inte svarat');
    expect(invokeBody(again.body).value).toMatch(/Ingen påminns nu/);
  });

  it('is closed after asking once, takes no answers, and opens again', async () => {
    const [karin, ingrid] = [await stage.arrive(KARIN), await stage.arrive(INGRID)];
    const round = await sent(ingrid);
    await pressOn(ingrid, /Besvarat: 0 av 3/, 'Stäng uppföljningen');
    const ask = stage.newest(ingrid);
    expect(read(ask)).toMatch(/Stänga uppföljningen\?\nT1 2026\n3 svar saknas/);
    expect(read(replaced(await pressButton(ingrid, ask, 'Ändra ingenting')))).toContain('Ingenting är ändrat');
    expect((await stage.round('T1 2026')).state).toBe('open');
    for (const answered of await Promise.all([1, 2].map(() => pressButton(ingrid, ask, 'Ja, stäng'))))
      expect(read(replaced(answered))).toContain('Uppföljningen är stängd');
    const closed = await status(ingrid, /T1 2026\nStängd\n[\s\S]*Stängdes: 2026-04-13/);
    expect(buttonsOf(closed).map(({ title }) => title)).toEqual([
      'Vilka har svarat',
      'Rapport',
      'Uppdatera',
      'Öppna igen',
    ]);
    await stage.shows(karin, /T1 2026\nclosed/);
    for (const verb of ['remind', 'extend', 'close'])
      expect(String(invokeBody((await ingrid.press(`plan.round.${verb}`, { round: round.id })).body).value)).toMatch(
        /inte öppen|Ingen påminns/,
      );
    expect(read(replaced(await pressButton(ingrid, closed, 'Öppna igen')))).toMatch(/T1 2026\nÖppen/);
    await stage.shows(karin, /T1 2026\nopen/);
  });

  it('opens one item again: the answer stays in the history, and the card goes out anew', async () => {
    const [karin, ingrid] = [await stage.arrive(KARIN), await stage.arrive(INGRID)];
    const round = await sent(ingrid);
    await stage.shows(karin, /T1 2026\nopen/);
    const none = await ingrid.press('plan.round.reopen', { round: round.id });
    expect(invokeBody(none.body).value).toBe('Det finns inget svar att öppna igen än.');
    await answer(round);
    await pressOn(ingrid, /Besvarat: 2 av 3/, 'Öppna en fråga igen');
    const pick = stage.newest(ingrid);
    // One department and one unit alone have answered.
    expect(read(pick)).toMatch(/Öppna en fråga igen\nT1 2026\nFörskola, Förskolorna Solberga/);
    const missing = replaced(await pressButton(ingrid, pick, 'Öppna frågan igen'));
    expect(read(missing)).toContain('Öppna en fråga igen');
    const opened = replaced(await pressButton(ingrid, pick, 'Öppna frågan igen', { choice: '2026-forskola/1' }));
    expect(read(opened)).toContain('”Utbilda handledare” (Förskola, Förskolorna Solberga) är obesvarad igen');
    await status(ingrid, /Besvarat: 1 av 3[\s\S]*Har börjat: 1/);
    await expect.poll(() => stage.count(karin, /^T1 2026\nopen/)).toBe(2);
    const twice = replaced(await pressButton(ingrid, pick, 'Öppna frågan igen', { choice: '2026-forskola/1' }));
    expect(read(twice)).toBe(read(opened));
    await status(ingrid, /Besvarat: 1 av 3/);
  });

  it('gets a later last day: the cards say so; a past one is refused and kept', async () => {
    const [karin, ingrid] = [await stage.arrive(KARIN), await stage.arrive(INGRID)];
    await sent(ingrid);
    await stage.shows(karin, /T1 2026\nopen 2026-04-30/);
    await pressOn(ingrid, /Besvarat: 0 av 3/, 'Flytta sista dag');
    const form = stage.newest(ingrid);
    const refused = replaced(await pressButton(ingrid, form, 'Spara ny sista dag', { deadline: '2026-04-01' }));
    expect(read(refused)).toContain('Sista dag (2026-04-01) har passerat');
    expect(JSON.stringify(refused)).toContain('"value":"2026-04-01"');
    const saved = replaced(await pressButton(ingrid, refused, 'Spara ny sista dag', { deadline: '2026-05-08' }));
    expect(read(saved)).toContain('Nu är sista dag 2026-05-08');
    await stage.shows(karin, /T1 2026\nopen 2026-05-08/);
    await status(ingrid, /Sista dag: 2026-05-08/);
  });

  it('goes again to those who had no chat', async () => {
    const ingrid = await stage.arrive(INGRID);
    await sent(ingrid);
    const before = await status(ingrid, /Kort som kommit fram: 0 av 2 \(0 %\)\nUtan chatt med assistenten: 2/);
    const karin = await stage.arrive(KARIN);
    await pressButton(ingrid, before, 'Skicka igen till ej nådda');
    await stage.shows(karin, /T1 2026\nopen/);
    await status(ingrid, /Kort som kommit fram: 1 av 2/);
  });
});

describe('the list of rounds', () => {
  it('has the newest first, opens a card, and shows nothing of another board', async () => {
    const [ingrid, petra] = [await stage.arrive(INGRID), await stage.arrive(PETRA)];
    await stage.arrive(MILAN);
    const round = await sent(ingrid);
    const list = await say(ingrid, 'follow-ups');
    expect(read(list)).toMatch(
      /Uppföljningar\n[\s\S]*T1 2026\n2026-04-13 · Öppen · Sista dag 2026-04-30\nBesvarat: 0 av 3/,
    );
    await pressButton(ingrid, list, 'Öppna');
    await expect.poll(() => stage.count(ingrid, /^Uppföljning: T1 2026/)).toBe(2);

    expect(read(await say(petra, 'uppföljningar'))).toContain('Inga uppföljningar än');
    const data = { round: round.id };
    for (const verb of [
      'open',
      'refresh',
      'people',
      'remind',
      'close',
      'close-yes',
      'open-again',
      'extend',
      'reopen',
      'keep',
    ])
      expect(invokeBody((await petra.press(`plan.round.${verb}`, data)).body).value).toBe(
        'Den uppföljningen finns inte i din organisation.',
      );
    const others = {
      'extend-save': { deadline: '2026-06-01' },
      resend: { press: 'x' },
      'people-page': {},
      pick: { department: '', unit: '', page: 1, choice: '' },
    };
    for (const [verb, more] of Object.entries(others))
      expect(invokeBody((await petra.press(`plan.round.${verb}`, { ...data, ...more })).body).value).toBe(
        'Den uppföljningen finns inte i din organisation.',
      );
    expect((await stage.round('T1 2026')).state).toBe('open');
  });
});
