import { beforeAll, describe, expect, it } from 'vitest';
import { comparePlan } from '../../src/plan/index.js';
import { openPlans, openRounds, questionCountsTable } from '../../src/storage/index.js';
import { someItem, someResponse, someRound } from '../plan/round/some-items.js';
import { startGroupChat } from './support/group-chat.js';
import { INGRID, KARIN, ORGANISATION, SARA, STRANGER } from './support/people.js';
import { pressButton } from './support/press.js';
import { cardOf, seen } from './support/seen.js';
import { useStage } from './support/stage.js';

const stage = useStage();
const COMMENT = 'Kursen är [bokad](https://example.org) till hösten.';

beforeAll(async () => {
  const drafts = ['Utbilda chefer i rehabilitering', 'Utbilda handledare för VFU'].map((activity, at) => ({
    ...{ phase: 'utveckla' as const, area: '', goal: 'Fler kan mer', activity, responsible: ['Enhetschef'] },
    due: { kind: 'period' as const, to: '2026-12-31', as: '2026' },
    ...{ resources: '', followUp: { at: [], comment: '' }, place: { table: '', row: at + 2, part: 1 } },
  }));
  const head = { organisation: ORGANISATION, id: '2026-forskola', title: 'Plan 2026', department: 'Förskola' };
  const now = new Date('2026-01-10T09:00:00Z');
  const plan = comparePlan({ head: { ...head, year: 2026, file: 'plan.xlsx' }, drafts, before: undefined, now }).result;
  await openPlans(stage.storage).put(plan, undefined);
  const rounds = openRounds(stage.storage);
  await rounds.create(someRound({ organisation: ORGANISATION, state: 'open' }));
  const own = { organisation: ORGANISATION, unit: KARIN.unit, persons: [KARIN.id] };
  const said = { by: KARIN.id, function: 'Enhetschef', at: new Date('2026-04-22T08:00:00Z') };
  await rounds.addUnit([
    someItem(1, {
      ...own,
      text: drafts[0]!.activity,
      response: someResponse(1, { ...said, status: 'försenad', comment: COMMENT }),
    }),
    someItem(2, { ...own, text: drafts[1]!.activity }),
  ]);
});

describe('a question of the plan in chat', () => {
  it('gets a card with what was answered, as it was written, and buttons that are answered', async () => {
    const ingrid = stage.user(INGRID);
    const { replies } = await ingrid.say('vad svarade förskolan om rehab?');
    expect(replies).toHaveLength(1);
    const text = seen(replies[0]);
    expect(text).toContain('Det här har svarats: Förskola');
    expect(text).toContain('försenad');
    expect(text).toContain('Karin Lindqvist, Enhetschef, 22 april 2026');
    // A comment is no Markdown: what looks like a link shows as it was typed and is none.
    expect(JSON.stringify(cardOf(replies[0]))).toContain(String.raw`\\[bokad](https://example.org)`);
    expect(text).toContain('T1 2026 · öppen, svar senast 8 maj 2026');
    const pressed = await pressButton(ingrid, cardOf(replies[0]), 'Vem har inte svarat?');
    expect(seen(pressed.replies[0])).toContain('1 av 2 obesvarade');
  });

  it('goes on over the conversation, of which no typed text is kept', async () => {
    const ingrid = stage.user(INGRID);
    await ingrid.say('Hur går det för aktiviteterna i förskolan?');
    const { replies } = await ingrid.say('vilka är försenade?');
    expect(seen(replies[0])).toContain('1 av 2 aktiviteter är försenad (50 %).');
    const [conversation] = await stage.conversations();
    expect(conversation!.context).toMatchObject({
      ask: {
        source: { kind: 'plan', about: { want: 'list', statuses: ['försenad'], places: [{ department: 'Förskola' }] } },
      },
    });
    expect(JSON.stringify(conversation)).not.toMatch(/vilka|aktiviteterna/);
  });

  it('is told to a manager of the own line, and to others not at all', async () => {
    expect(seen((await stage.user(KARIN).say('Vilka är försenade?')).replies[0])).toContain(
      'du, Enhetschef, 22 april 2026',
    );
    expect(seen((await stage.user(SARA).say('Vilka är försenade?')).replies[0])).toContain('Det får du inte se.');
    const stranger = seen((await stage.user(STRANGER).say('Vilka är försenade?')).replies[0]);
    expect(stranger).not.toMatch(/T1 2026|Enhetschef|försenad \(/);
  });

  it('is not answered where others read', async () => {
    const chat = startGroupChat(stage.connector, [stage.user(INGRID), stage.user(SARA)]);
    await chat.say(stage.user(INGRID), 'vilka är försenade?');
    const text = chat.messages().map(seen).join('\n');
    expect(text).toContain('bara om i din egen chatt');
    expect(text).not.toContain('Enhetschef');
  });

  it('has no thumbs, and leaves whoever tells of a case with the careful text', async () => {
    const { replies } = await stage.user(INGRID).say('vilka är försenade?');
    expect(seen(replies[0])).not.toContain('Hjälpte svaret dig?');
    const told = await stage.user(SARA).say('Jag blir hotad, vem har inte svarat?');
    expect(seen(told.replies[0])).toContain('Hot och våld ska du inte möta ensam');
  });

  it('is counted by its kind, without text', async () => {
    await stage.user(INGRID).say('vilka är försenade?');
    await stage.user(INGRID).say('frågor');
    const rows: { kind: string; subject: string; count: number }[] = [];
    for await (const { row } of stage.storage.table(questionCountsTable).list()) rows.push(row);
    expect(rows.find(({ kind }) => kind === 'plan')).toMatchObject({ organisation: ORGANISATION, subject: 'plan' });
    expect(JSON.stringify(rows)).not.toContain('försenad');
  });
});
