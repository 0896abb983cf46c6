import { beforeAll, describe, expect, it } from 'vitest';
import { type Asker, type Permission, POLICY, ROLES } from '../../src/people/index.js';
import { KARIN, PEOPLE } from '../bot/support/people.js';
import { buildWholeHouse, type WholeHouse } from './support/whole-house.js';

/**
 * What each permission opens: verbs, "commands" and <files>. Whoever adds one says here which rule of the policy it stands under, beside
 * its own registration, so that neither is changed without the other.
 */
const OPENS: Partial<Record<Permission, string>> = {
  'ask.question': `
    ask.question ask.source`,
  'feedback.rate': `
    feedback.rate`,
  'broadcast.send': `
    broadcast.rehearse broadcast.send broadcast.edit broadcast.discard broadcast.pause broadcast.resume
    broadcast.cancel broadcast.cancel-yes broadcast.recall broadcast.recall-yes broadcast.resend
    broadcast.accept-uncertain broadcast.resend-uncertain broadcast.remind broadcast.close broadcast.correct
    broadcast.correct-save "broadcast.new"`,
  'broadcast.read': `
    broadcast.page broadcast.open broadcast.refresh "broadcast.list"`,
  'broadcast.answer': `
    broadcast.confirm`,
  'questions.handle': `
    questions.here questions.page questions.open questions.claim questions.release questions.answer
    questions.close "questions.list" "questions.here" "questions.in-chat"`,
  'questions.send': `
    questions.compose questions.send questions.cancel`,
  'publishing.publish': `
    publishing.open publishing.publish publishing.withdraw publishing.cancel publishing.page "publishing.list"`,
  'plan.respond': `
    plan.respond.overview plan.respond.open plan.respond.save plan.respond.leave plan.respond.deputise
    "plan.mine"`,
  'plan.handle': `
    plan.round.rehearse plan.round.edit plan.round.discard plan.round.send plan.round.stand-in
    plan.round.choose plan.round.nobody plan.round.back plan.round.preview plan.rounds.page plan.round.open
    plan.round.refresh plan.round.people plan.round.people-page plan.round.reopen plan.round.pick
    plan.round.reopen-item plan.round.remind plan.round.close plan.round.close-yes plan.round.keep
    plan.round.open-again plan.round.extend plan.round.extend-save plan.round.resend plan.report.open
    plan.report.file plan.import.show plan.import.save plan.import.cancel plan.import.list plan.round.new
    "plan.round.new" "plan.rounds" "plan.report" "plan.list" <plan.import>`,
  'exit.start': `
    exit.start.next exit.start.back exit.start.drop exit.start.review exit.start.edit exit.start.resume
    exit.start.send "exit.start"`,
  'exit.lead': `
    exit.lead.list exit.lead.open exit.lead.word exit.lead.change exit.lead.save exit.lead.withdraw
    exit.lead.withdraw-yes exit.lead.recall "exit.leavers"`,
  'exit.own': `
    exit.list.open exit.list.item exit.list.done exit.list.save exit.list.leave exit.list.cases
    exit.talk.guide exit.talk.form exit.talk.outcome exit.talk.calendar exit.talk.book exit.talk.record
    exit.talk.wish exit.handover.open exit.handover.cases exit.handover.edit exit.handover.save
    exit.handover.remove exit.handover.mark exit.handover.file "exit.checklist" "exit.talk" "exit.handover"`,
  'exit.handle': `
    exit.hr.list exit.hr.figures exit.hr.file exit.hr.documents "exit.hr"`,
  'exit.answer': `
    exit.survey.open exit.survey.page exit.survey.send exit.survey.contact "exit.survey"`,
  'exit.picture': `
    exit.picture.show exit.picture.file exit.picture.texts exit.learn.show "exit.picture" "exit.learn"`,
  'exit.learn': `
    exit.learn.theme exit.learn.save exit.learn.withdraw exit.learn.ties exit.learn.tie exit.learn.untie`,
  'privacy.audit': `
    privacy.audit.page "privacy.audit"`,
  'ask.help': `
    "ask.help"`,
  'people.self': `
    "people.self"`,
  'people.language': `
    "people.language.sv" "people.language.en"`,
};
const opened = Object.entries(OPENS).flatMap(([permission, names]) =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => [name, permission as Permission] as const),
);

let whole: WholeHouse;
beforeAll(async () => void (whole = await buildWholeHouse(PEOPLE)));

/** One of each kind of asker, and the column of the policy that holds for it. */
const ASKERS: readonly (readonly [string, Asker])[] = [
  ...ROLES.map((role): readonly [string, Asker] => [
    role,
    { kind: 'person', id: KARIN.id, person: { ...KARIN, roles: [role] } },
  ]),
  ['okänd', { kind: 'unknown', id: 'somebody' }],
  // Guests and other tenants: the edge makes both to this (test/bot/incoming.test.ts).
  ['gäst', { kind: 'guest', id: KARIN.id }],
];
const mayBy = (column: string, permission: Permission) => Object.hasOwn(POLICY[permission], column);

describe('everything that can be pressed, typed or sent', () => {
  it('stands under one rule of the policy, and under no other than is said here', () => {
    const { actions, commands, files } = whole.house.registry;
    const registered = [
      ...actions.map(({ verb, allow }) => [verb, allow]),
      ...commands.map(({ id, allow }) => [`"${id}"`, allow]),
      ...files.map(({ id, allow }) => [`<${id}>`, allow]),
    ];
    expect(Object.fromEntries(registered)).toEqual(Object.fromEntries(opened));
    expect(new Set(registered.map(([name]) => name)).size).toBe(registered.length);
  });

  it.each(ASKERS)('is open to %s where the policy says so, and nowhere else', async (column, asker) => {
    const { dispatcher, turnOf, house } = whole;
    const turn = turnOf(asker);
    const outcomes: Record<string, boolean> = {};
    // What cannot be read is refused after the policy was asked, so that nothing is done.
    for (const { verb } of house.registry.actions)
      outcomes[verb] = (await dispatcher.press(turn, verb, 'unreadable')).kind !== 'denied';
    for (const { id, phrases } of house.registry.commands)
      outcomes[`"${id}"`] = (await dispatcher.command(turn, phrases[0]!))?.kind !== 'denied';
    for (const { id, endings } of house.registry.files) {
      const sent = await dispatcher.file(turn, `plan${endings[0]}`, async () => ({ fault: 'none' }));
      outcomes[`<${id}>`] = sent.kind !== 'denied';
    }
    const expected = opened.map(([name, permission]) => [name, mayBy(column, permission)]);
    expect(outcomes).toEqual(Object.fromEntries(expected));
  });

  it.each(ASKERS)('and so are questions, searches, thumbs and files to take, for %s', async (column, asker) => {
    const { dispatcher, turnOf } = whole;
    const turn = turnOf(asker);
    const denied = {
      'ask.question': (await dispatcher.question(turn, 'Hur hög är sjukfrånvaron?')).kind === 'denied',
      'ask.search': dispatcher.search(turn, 'findRoutine', { text: '', skip: 0, count: 5 }).kind === 'denied',
      'feedback.rate': (await dispatcher.rating(turn, { rating: 'up' } as never)).kind === 'denied',
      'files.take': (await dispatcher.consent(turn, 'files.accept', async () => ({}))).kind === 'denied',
    };
    for (const [permission, isDenied] of Object.entries(denied))
      expect([permission, isDenied]).toEqual([permission, !mayBy(column, permission as Permission)]);
  });

  it('no rule is there for nothing', () => {
    const used = new Set<string>([...opened.map(([, permission]) => permission), ...QUERIES]);
    // Other tests of this process may have laid rules of their own.
    const own = Object.keys(POLICY).filter((permission) => !permission.startsWith('test.'));
    expect(own.filter((permission) => !used.has(permission))).toEqual([]);
  });

  it('a guest may nothing at all, whatever the table says', async () => {
    const { dispatcher, turnOf } = whole;
    const outcome = await dispatcher.question(turnOf({ kind: 'guest', id: KARIN.id }), 'Hej');
    expect(outcome).toEqual({ kind: 'denied' });
  });
});

/** Asked for by the edge and by answers, not by a verb: `plan.read` in src/plan/answers, the others in src/bot/dispatcher. */
const QUERIES: readonly Permission[] = ['ask.question', 'ask.search', 'feedback.rate', 'files.take', 'plan.read'];
