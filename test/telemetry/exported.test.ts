import { beforeAll, describe, expect, it } from 'vitest';
import { ORGANISATION, INGRID, KARIN, PEOPLE, SARA } from '../bot/support/people.js';
import { pressButton, replaced, say } from '../bot/support/press.js';
import { thumbOf } from '../bot/support/teams-thumb.js';
import { answer, NOW, offer, openCase, TITLE } from '../exit/survey/support/leavers.js';
import { sendToHr } from '../questions/support/office.js';
import type { Envelope } from '../support/ingestion.js';
import { startWatchedBot, type WatchedBot } from './support/watched-bot.js';

/** What people write here, each with a word that nothing else says. */
const QUESTION = 'Vilken färg har månen över kvittensfågeln?';
const UNKNOWN = 'Vad tjänar Alva Mangelstol, 850709-9805, alva@blabarsmossa.se?';
const DELICATE = 'jag blir hotad av Bertil Takdroppsur';
const MESSAGE = { roles: 'chef', title: 'Ljungvantens rutin', text: 'Läs om ljungvanten.', confirm: 'true' };
const SURVEY = { Q1: 'R7', Q1main: 'R7', Q6: '1', Q12: '2', Q14: 'nej', Q15: 'Det var sälgvispens fel' };
const WORDS = ['månen', 'kvittens', 'mangel', 'blabars', 'takdropp', 'ljungvant', 'sälgvisp', 'gurksallad', '850709'];

let bot: WatchedBot;
let told: readonly Envelope[];
let everything: string;
let secrets: string[];
/** While the survey was answered and an answer rated, and how many turns that took. */
let anonymous: { readonly from: Date; readonly until: Date; readonly turns: number };

beforeAll(async () => {
  bot = await startWatchedBot({ TEST_NOW: NOW }, PEOPLE);
  const [karin, ingrid, sara] = [KARIN, INGRID, SARA].map((person) => bot.user(person)) as [User, User, User];
  for (const user of [karin, ingrid, sara]) await user.say('hej');
  for (const text of ['Hur hög är sjukfrånvaron i förskolan?', UNKNOWN, DELICATE]) await karin.say(text);
  await sendToHr(karin, QUESTION);
  // HR has it: nothing goes on by itself while storage fails.
  await bot.card(ingrid, new RegExp(QUESTION));
  await karin.press('anna.andersson', { note: 'gurksallad' });
  bot.storage.fails = (table) => table === 'conversations';
  await karin.say('gurksallad');
  bot.storage.fails = undefined;

  const form = await say(ingrid, 'nytt utskick');
  const rehearsal = replaced(await pressButton(ingrid, form, 'Granska', MESSAGE));
  await pressButton(ingrid, rehearsal, 'Skicka');
  await pressButton(karin, await bot.card(karin, /Ljungvantens rutin/), 'Jag har läst');

  const exitCase = await openCase(bot.storage, SARA);
  await offer(bot.storage, exitCase);
  const survey = await bot.card(sara, new RegExp(TITLE));
  await bot.card(ingrid, /Har bekräftat: 1 av 1/);
  const [from, before] = [new Date(), turnsLogged()];
  await answer(sara, survey, SURVEY);
  await sara.say('avgångsenkät');
  await sara.raw(thumbOf(bot.connector, sara, { reaction: 'dislike', feedback: '{"feedbackText":"gurksallad"}' }));
  anonymous = { from, until: new Date(), turns: turnsLogged() - before };
  await bot.stop();

  told = bot.ingestion.envelopes();
  everything = bot.ingestion.bodies.join('\n');
  const ticket = /"ticket":"([^".]+)/.exec(JSON.stringify(survey))![1]!;
  secrets = [
    ...PEOPLE.flatMap(({ id, name, email, unit }) => [id, ...name.split(' '), email, unit]),
    ...[ORGANISATION, 'Hägersten', exitCase.id, ticket, ...WORDS],
    ...[karin, ingrid, sara].map(({ conversationId }) => conversationId),
  ];
});

type User = ReturnType<WatchedBot['user']>;
const turnsLogged = () => bot.log.lines('turn').length;
const of = (type: Envelope['data']['baseType']) => told.filter(({ data }) => data.baseType === type);
const named = (name: string) => told.filter(({ data }) => data.baseData.name === name);
const traceOf = ({ tags }: Envelope) => tags['ai.operation.id'];
const facts = ({ data }: Envelope) => data.baseData.properties ?? {};
const sum = (name: string, wanted: object = {}) =>
  of('MetricData')
    .filter((one) => Object.entries(wanted).every(([key, value]) => facts(one)[`ubara.${key}`] === value))
    .flatMap(({ data }) => data.baseData.metrics ?? [])
    .filter((metric) => metric.name === name)
    .reduce((total, { value }) => total + value, 0);

describe('what leaves the bot for Application Insights', () => {
  it('holds no name, address, id, chat, organisation or word of anybody', () => {
    expect(told.length).toBeGreaterThan(50);
    expect(secrets.filter((secret) => everything.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);
    expect(/https?:|127\.0\.0\.1|PartitionKey|RowKey|@/.exec(everything)?.[0]).toBeUndefined();
  });

  it('says nothing but our own attributes', () => {
    const names = new Set(told.flatMap((one) => Object.keys(facts(one))));
    expect([...names].filter((name) => !name.startsWith('ubara.') && name !== '_MS.links')).toEqual([]);
    expect([...of('MessageData'), ...of('ExceptionData')]).toEqual([]);
  });

  it('follows a turn from the activity to storage', () => {
    const turn = named('turn message')[0]!;
    const parts = of('RemoteDependencyData').filter((one) => traceOf(one) === traceOf(turn));
    expect(parts.map(({ data }) => data.baseData.name)).toContain('storage find conversations');
    expect(parts.map(({ tags }) => tags['ai.operation.parentId'])).toContain(turn.data.baseData.id);
  });

  it('tells of a turn that failed, by its code, and holds a verb back that no feature has', () => {
    const failed = told.filter(({ data }) => data.baseType === 'RequestData' && data.baseData.success === false);
    expect(failed.map(facts)).toContainEqual({ 'ubara.kind': 'message', 'ubara.outcome': 'failed' });
    const broken = named('storage find conversations').filter(({ data }) => !data.baseData.success);
    expect(broken.map((one) => facts(one)['ubara.error'])).toEqual(['storage_unavailable']);
    expect(named('turn press').map(facts)).toContainEqual({
      'ubara.kind': 'press',
      'ubara.outcome': 'unknown-verb',
    });
  });

  it('follows a sending from the press to each delivery by links, each a trace of its own', () => {
    const press = told.find((one) => facts(one)['ubara.verb'] === 'broadcast.send')!;
    const linked = told.filter((one) => facts(one)['_MS.links']?.includes(traceOf(press)!));
    const announced = linked.filter((one) => facts(one)['ubara.kind'] === 'announcement');
    expect(announced.map(({ data }) => data.baseData.name).sort()).toEqual(['broadcast deliver', 'broadcast prepare']);
    const delivery = announced.find(({ data }) => data.baseData.name === 'broadcast deliver')!;
    expect(facts(delivery)).toMatchObject({ 'ubara.state': 'delivered', 'ubara.tries': '1' });
    expect(traceOf(delivery)).not.toBe(traceOf(press));
    const parts = told.filter((one) => one !== delivery && traceOf(one) === traceOf(delivery));
    expect(parts.map(({ data }) => data.baseData.name)).toEqual(
      expect.arrayContaining(['teams post', 'storage transact deliveries', 'storage remove deliveries']),
    );
  });

  it('counts turns, answers by kind, requests, deliveries and failed storage', () => {
    expect(sum('ubara.turns')).toBe(turnsLogged());
    expect(sum('ubara.turns', { kind: 'message', outcome: 'failed' })).toBe(1);
    expect(sum('ubara.answers', { kind: 'statistic' })).toBe(1);
    expect(sum('ubara.answers', { kind: 'unknown' })).toBe(2);
    expect(sum('ubara.deliveries', { state: 'delivered' })).toBeGreaterThanOrEqual(3);
    expect(sum('ubara.sends', { outcome: 'sent' })).toBeGreaterThanOrEqual(3);
    expect(sum('ubara.jobs', { outcome: 'done' })).toBeGreaterThanOrEqual(1);
    expect(sum('ubara.storage.failures', { kind: 'read', table: 'conversations' })).toBe(1);
    expect(sum('ubara.turn.duration')).toBeGreaterThan(0);
  });
});

describe('an attack by what telemetry holds', () => {
  it('finds no trace, verb, table or outcome of an answer to the survey, nor of a rating', () => {
    const [from, until] = [anonymous.from, anonymous.until].map((moment) => moment.toISOString()) as [string, string];
    const during = told.filter(({ time, data }) => data.baseType !== 'MetricData' && time >= from && time <= until);
    const names = during.map(({ data }) => data.baseData.name ?? '');
    expect(names.filter((name) => /^turn|conversations|survey|ratings|audit/.test(name))).toEqual([]);
    const verbs = told.map((one) => facts(one)['ubara.verb'] ?? '');
    expect(verbs.filter((verb) => /^(exit\.survey|feedback)\./.test(verb))).toEqual([]);
    const outcomes = told.map((one) => facts(one)['ubara.outcome'] ?? '');
    expect(outcomes.filter((outcome) => /survey|rat(ed|ing)/.test(outcome))).toEqual([]);
    // Seven presses, a typed word and a thumb, counted among the others.
    expect(anonymous.turns).toBe(9);
    expect(sum('ubara.turns', { kind: 'message', outcome: 'done' })).toBe(1);
    expect(sum('ubara.turns', { kind: 'thumb', outcome: 'done' })).toBe(1);
    expect(sum('ubara.turns', { kind: 'press', outcome: 'done' })).toBe(7);
  });

  it('finds the delicate question among the others', () => {
    expect(bot.log.text()).toContain('sensitive');
    expect(everything).not.toContain('sensitive');
    expect(sum('ubara.answers', { kind: 'other' })).toBe(1);
  });
});
