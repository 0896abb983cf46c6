import { beforeAll, describe, expect, it } from 'vitest';
import type { Reply, Turn } from '../../../src/actions/index.js';
import { createDispatcher } from '../../../src/bot/index.js';
import type { Outcome } from '../../../src/bot/dispatcher.js';
import { makeAnswering } from '../../../src/composition/answering.js';
import { makeFeatures } from '../../../src/composition/features.js';
import { makeSending } from '../../../src/composition/sending.js';
import { parsePeopleCsv, type Person, planImport } from '../../../src/people/index.js';
import {
  openAudit,
  openBroadcasts,
  openExitCases,
  openPeople,
  openPublished,
  openQuestions,
  openStorage,
} from '../../../src/storage/index.js';
import { createLogLines } from '../../bot/support/log-lines.js';
import { INGRID, KARIN, ORGANISATION, SARA } from '../../bot/support/people.js';
import { testConfig } from '../../bot/support/stage.js';
import { someCase } from '../../exit/case/some-case.js';
import { acting, actingIn, isShown, messagesOf, viewsOf } from './acting.js';
import { inputOf } from './input-of.js';
import { PAYLOADS } from './payloads.js';
import { layFoundation } from '../../support/start.js';

const NOW = new Date('2026-11-18T09:00:00Z');
const [SIGN] = PAYLOADS;
/** Somebody who may do everything, so that every handler is reached; even the name is one. */
const SUPER: Person = {
  ...KARIN,
  name: SIGN!.slice(0, 90),
  unit: PAYLOADS[1]!.slice(0, 90),
  roles: ['medarbetare', 'chef', 'hr', 'hr-analytiker'],
};
const LEAVER: Person = { ...SARA, name: `Sara ${PAYLOADS[2]!.slice(0, 120)}`, managerId: SUPER.id };

const storage = openStorage({ kind: 'memory' });
let house: Awaited<ReturnType<typeof build>>;

async function build() {
  const { log } = createLogLines();
  const foundation = await layFoundation(testConfig({ TEST_NOW: NOW.toISOString() }), log, storage);
  const sending = makeSending(foundation, { composers: {}, handlers: {}, onProgress: () => undefined });
  const answering = makeAnswering(foundation);
  const features = makeFeatures(foundation, sending, answering);
  await answering.prepare();
  const { registry, answer, loop } = features;
  const dispatcher = createDispatcher({ registry, audit: openAudit(storage), answer, loop });
  return { ...foundation, ...features, sending, dispatcher };
}

/** Everything that is stored says something that must not act. */
async function fill(): Promise<Record<string, unknown>> {
  await storage.prepare();
  const people = planImport({ current: [], incoming: [SUPER, LEAVER, INGRID], removeMissing: false });
  await openPeople(storage).apply(people, { generation: undefined, now: NOW });
  const part = { what: PAYLOADS[0]!, to: PAYLOADS[1]!.slice(0, 150), by: '2026-11-20', addedBy: 'chef' as const };
  const tick = {
    state: 'delegated' as const,
    delegatedTo: PAYLOADS[0]!,
    comment: PAYLOADS[1]!,
    at: NOW,
    due: '2026-11-20',
  };
  const exitCase = someCase({
    ...{ organisation: ORGANISATION, employee: LEAVER.id, manager: SUPER.id, startedBy: SUPER.id },
    handover: [{ ...part, id: 'part-1' }],
    ticks: { 'AVS-03': { chef: { ...tick, form: 'f1' } } },
    talk: { bookedFor: new Date('2026-11-20T09:00:00Z'), minutes: 60, place: PAYLOADS[0]!.slice(0, 100) },
  });
  await openExitCases(storage).create(exitCase);
  const asked = { organisation: ORGANISATION, openedAt: NOW, personId: LEAVER.id, sentAt: NOW };
  const questions = openQuestions(storage);
  const { question } = await questions.add({ ...asked, form: 'f1', question: PAYLOADS[0]! });
  await questions.handle(question, { state: 'answered', by: SUPER.id, at: NOW, text: PAYLOADS[1]! }, undefined);
  const published = {
    ...{ organisation: ORGANISATION, id: question.id, version: 1, title: PAYLOADS[0]!, questions: [PAYLOADS[2]!] },
    ...{ text: PAYLOADS[1]!, phase: 'avsluta' as const, by: SUPER.id, publishedAt: NOW, isWithdrawn: false },
  };
  await openPublished(storage).save(published, undefined);
  house = await build();
  const { broadcast } = await house.sending.engine.broadcasts.create({
    ...{ organisation: ORGANISATION, name: 'b1', createdAt: NOW, kind: 'announcement', title: PAYLOADS[0]! },
    content: {
      sv: { title: PAYLOADS[0], text: PAYLOADS[1] },
      en: { title: PAYLOADS[2], text: PAYLOADS[0] },
      from: { function: PAYLOADS[0], organisation: ORGANISATION },
      confirm: true,
    },
    ...{ audience: { persons: [SUPER.id] }, createdBy: SUPER.id },
  });
  return {
    ...{ case: exitCase.id, question: question.id, published: question.id, id: question.id, broadcast: broadcast.id },
    ...{ employee: LEAVER.id, kind: 'egen uppsägning', item: 'AVS-03', side: 'chef', part: 'part-1', page: 1 },
  };
}

const turn: Turn = {
  asker: { kind: 'person', id: SUPER.id, person: SUPER },
  locale: 'sv',
  now: NOW,
  conversation: 'personal',
  context: {},
};

/** What acts in anything that a reply shows, with where it is. */
function actingInReply(reply: Reply): string[] {
  const cards = viewsOf(reply).flatMap((view) =>
    actingIn(house.bind(view, view.locale ?? 'sv')).map((what) => `${view.template}: ${what}`),
  );
  const texts = messagesOf(reply).flatMap(({ text }) => (text === undefined ? [] : acting(text)));
  return [...cards, ...texts, ...(reply.toast === undefined ? [] : acting(reply.toast))];
}

const shown = (reply: Reply) => viewsOf(reply).some((view) => isShown(house.bind(view, view.locale ?? 'sv')));

describe('what people type', () => {
  let known: Record<string, unknown>;
  beforeAll(async () => {
    known = await fill();
  });

  it('is shown as text by every command, from what is stored', async () => {
    const faults: string[] = [];
    let echoes = 0;
    for (const command of house.registry.commands) {
      const outcome = await house.dispatcher.command(turn, command.phrases[0]!);
      if (outcome?.kind !== 'done') continue;
      if (shown(outcome.reply)) echoes += 1;
      faults.push(...actingInReply(outcome.reply).map((what) => `${command.id}: ${what}`));
    }
    expect(faults).toEqual([]);
    expect(echoes).toBeGreaterThan(5);
  });

  it('is shown as text in the messages that are sent unasked, in both languages', async () => {
    const faults: string[] = [];
    let made = 0;
    for await (const stored of openBroadcasts(storage).list(ORGANISATION))
      for (const [kind, compose] of Object.entries(house.composers))
        for (const locale of ['sv', 'en'] as const) {
          const subject = kind.startsWith('exit.')
            ? known.case
            : kind.startsWith('question')
              ? known.question
              : stored.id;
          const content = { ...stored.content, subject, of: stored.id, tertial: '2026-3', told: [''] };
          const broadcast = { ...stored, kind, content };
          const message = await compose(broadcast, { person: SUPER.id, locale });
          made += 1;
          const card = message.card && house.bind(message.card, locale);
          faults.push(...[...actingIn(card), ...acting(message.text ?? '')].map((what) => `${kind}: ${what}`));
        }
    expect(faults).toEqual([]);
    expect(made).toBeGreaterThan(10);
  });

  it.each(PAYLOADS)('is shown as text when it is a question: %j', async (payload) => {
    const outcome = await house.dispatcher.question(turn, payload);
    expect(outcome.kind).toBe('done');
    // HR's own knowledge may be set out in lists; nothing of it may lead anywhere.
    const leads = /html|link|image|code/;
    if (outcome.kind === 'done') expect(actingInReply(outcome.reply).filter((what) => leads.test(what))).toEqual([]);
  });

  it('is shown as text when it comes in a plan’s file, and refused or read as text in the directory’s', async () => {
    const cells = PAYLOADS.map((payload) => payload.replaceAll('\n', ' ').replaceAll(';', ',').replaceAll('"', "'"));
    const plan = [
      'Mål;Aktivitet;Tidplan;Ansvarig;Resurser;Uppföljning',
      ...cells.map((cell) => [cell, cell, 'våren 2027', cell, cell, cell].map((one) => `"${one}"`).join(';')),
    ].join('\n');
    const intake = house.registry.findIntake('plan.csv')!;
    const reply = await intake.handle({ name: `Plan ELAK ${cells[0]!}.csv`, bytes: Buffer.from(plan) }, turn);
    expect(viewsOf(reply).length + messagesOf(reply).length).toBeGreaterThan(0);
    expect(actingInReply(reply)).toEqual([]);
    const csv = `id;name;email\n${LEAVER.id};"${cells[0]!}";a@ubara.example\n`;
    expect(() => parsePeopleCsv(csv)).not.toThrow();
  });

  it('is shown as text by every button, whatever is typed into every field of it', async () => {
    // Last, since some of them end what the others show.
    const faults: string[] = [];
    const invalid: string[] = [];
    let echoes = 0;
    for (const action of house.registry.actions) {
      for (const payload of PAYLOADS) {
        const data = inputOf(action.schema, payload, known);
        let outcome: Outcome;
        try {
          outcome = await house.dispatcher.press(turn, action.verb, data);
        } catch (error) {
          faults.push(`${action.verb} threw: ${String(error)}`);
          continue;
        }
        if (outcome.kind === 'invalid') invalid.push(`${action.verb} (${outcome.fields.join()})`);
        if (outcome.kind !== 'done') continue;
        if (shown(outcome.reply)) echoes += 1;
        faults.push(...actingInReply(outcome.reply).map((what) => `${action.verb}: ${what}`));
      }
    }
    expect(faults).toEqual([]);
    expect([...new Set(invalid)]).toEqual([]);
    // Much of it is seen again: forms keep what was typed, lists and cards show what is stored.
    expect(echoes).toBeGreaterThan(40);
  });
});
