import type { Person } from '../../../src/people/index.js';
import { AISHA, AMIR, CECILIA, CHEF, DANIEL, INGRID, type Ids, LEAVER, PETER, YASMIN } from './world.js';

/** A button, whose thing it names, and others who send the same. */
export interface Row {
  readonly verb: string;
  readonly what?: string;
  readonly owner: Person;
  readonly strangers: readonly Person[];
  /** Which of the world's ids stands in a field, where that is not the one of the same name. */
  readonly named?: Readonly<Record<string, keyof Ids>>;
  readonly more?: Readonly<Record<string, unknown>>;
  /** It makes something new of the stranger's own: then what is there must stay as it is, and no more is asked here. */
  readonly makes?: boolean;
  /** What one of the strangers is told in words of its own. */
  readonly says?: { readonly to: Person; readonly toast: string };
  /** The test that shows what the owner's press does, where this one cannot: it takes a message that has arrived. */
  readonly ownersTest?: string;
}

/** Fields that name something of somebody's. */
export const IDS: ReadonlySet<string> = new Set(
  'broadcast question round item plan file case exit draft form part ticket employee person answer theme tie activity subject'.split(
    ' ',
  ),
);

/** Every other field of every button, with something that it may hold; undefined where it may be left out. */
export const VALUES: Readonly<Record<string, unknown>> = {
  ...{ page: 1, press: '2026-11-10T08:30:00.000Z', version: 'x', edition: 0, seen: '', shown: '', basis: 0 },
  ...{ openedAt: '2026-11-10T08:30:00.000Z', scope: 'own', isLive: false, isLeaving: true, owner: 'medarbetare' },
  ...{ text: 'Hej', title: 'Hej', reason: 'Finns redan', what: 'Nycklar', to: 'Karin', by: '2026-11-19' },
  ...{ mark: 'given', sure: 'yes', wish: 'none', date: '2026-11-17', time: '10:00', minutes: '30', place: 'Rum 1' },
  ...{
    status: 'pågår',
    ...{ outcome: '', outcomeWomen: '', outcomeMen: '' },
    comment: '',
    newDue: '',
    resources: '',
    leaving: '',
    state: 'done',
    delegatedTo: '',
  },
  ...{ kind: 'egen uppsägning', notice: '2026-11-01', lastWorkingDay: '2027-01-29', lastDay: '2027-01-31', traits: '' },
  ...{ document: 'd', section: 's', subject: 'sick-leave', origin: undefined, rating: 'up', wordings: 'Friskvård' },
  ...{
    phase: 'behålla',
    department: undefined,
    unit: undefined,
    units: undefined,
    departments: undefined,
    roles: 'alla',
  },
  ...{
    persons: undefined,
    plans: undefined,
    titleEn: undefined,
    textEn: undefined,
    confirm: undefined,
    year: undefined,
  },
  ...{
    deadline: '2026-12-31',
    sendDate: undefined,
    sendTime: undefined,
    email: undefined,
    all: undefined,
    who: undefined,
  },
  ...{
    choice: undefined,
    format: 'docx',
    period: undefined,
    message: undefined,
    reminds: undefined,
    asksGoals: undefined,
  },
  ...{
    name: undefined,
    presetFor: undefined,
    themes: undefined,
    tertial: undefined,
    batch: 1,
    about: 'x',
    kept: undefined,
  },
  ...{
    occupation: undefined,
    tenure: undefined,
    gender: undefined,
    description: '',
    support: '4',
    search: '',
    stay: undefined,
  },
  ...Object.fromEntries(Array.from({ length: 15 }, (_, n) => [`Q${n + 1}`, undefined])),
  Q1main: undefined,
};

/** What anybody may name: nothing of anybody's is behind it. */
export const PUBLIC: Readonly<Record<string, string>> = {
  'ask.question': 'the question is typed text',
  'questions.compose': 'the question is typed text',
  'broadcast.close': 'closes the card that asks whether to recall; looks nothing up and changes nothing',
  'feedback.rate': 'an answer of a chat, rated once and without person; its id is random and stored nowhere else',
};

const hr = (verbs: string, more: Partial<Row> = {}): Row[] => rows(verbs, INGRID, [PETER], more);
/** HR's own, which other officers of the same HR may not touch either. */
const own = (verbs: string, more: Partial<Row> = {}): Row[] => rows(verbs, INGRID, [AMIR, PETER], more);
const manager = (verbs: string, more: Partial<Row> = {}): Row[] => rows(verbs, CHEF, [YASMIN, AISHA], more);
const leaver = (verbs: string, more: Partial<Row> = {}): Row[] => rows(verbs, LEAVER, [DANIEL, CECILIA], more);

function rows(verbs: string, owner: Person, strangers: readonly Person[], more: Partial<Row>): Row[] {
  return verbs.split(/\s+/).map((verb) => ({ verb, owner, strangers, ...more }));
}

/** Beside Karin all managers of her unit are asked in the round: these are not. */
const NOT_ASKED = [DANIEL, AISHA];
const PLACE = { department: CHEF.department, unit: CHEF.unit };
/** Whoever has the random token has seen the card that Ingrid got; to help them, colleagues are told that it is hers. */
const FOREIGN_FILE = { to: AMIR, toast: 'Den filen skickade någon annan, så bara den personen kan läsa in den.' };
/** The form of a round that Ingrid rehearsed. */
const ROUND_FORM: Partial<Row> = { named: { form: 'roundForm' } };

export const ROWS: readonly Row[] = [
  ...hr('broadcast.open broadcast.refresh broadcast.pause broadcast.resume broadcast.cancel broadcast.cancel-yes'),
  ...hr('broadcast.recall broadcast.recall-yes broadcast.resend broadcast.accept-uncertain broadcast.resend-uncertain'),
  ...hr('broadcast.remind broadcast.correct broadcast.correct-save'),
  ...rows('broadcast.confirm', LEAVER, [CECILIA], { ownersTest: 'test/broadcast/hr/press.test.ts' }),
  ...own('broadcast.edit broadcast.discard broadcast.send'),
  ...own('broadcast.rehearse', { makes: true }),
  ...hr('questions.open questions.claim questions.release questions.close'),
  ...hr('questions.answer', { more: { answer: 'Fråga din chef.' } }),
  ...hr('publishing.open publishing.publish', { named: { question: 'answered' } }),
  ...hr('publishing.withdraw', { named: { question: 'published' }, more: { basis: 1 } }),
  ...leaver('questions.send', { makes: true, more: { question: 'Vad gäller?' } }),
  ...rows('plan.respond.overview', CHEF, NOT_ASKED, {}),
  ...rows('plan.respond.open plan.respond.deputise', CHEF, NOT_ASKED, { more: PLACE }),
  ...rows('plan.respond.save', CHEF, NOT_ASKED, { more: { ...PLACE, seen: 0 } }),
  ...rows('plan.respond.leave', CHEF, NOT_ASKED, { more: { ...PLACE, to: 'overview' } }),
  ...own('plan.round.edit plan.round.discard plan.round.send plan.round.stand-in plan.round.choose', ROUND_FORM),
  ...own('plan.round.nobody plan.round.back plan.round.preview', ROUND_FORM),
  ...own('plan.round.rehearse', { makes: true, named: { form: 'roundForm' } }),
  ...hr(
    'plan.round.open plan.round.refresh plan.round.people plan.round.people-page plan.round.reopen plan.round.pick',
  ),
  ...hr('plan.round.reopen-item plan.round.remind plan.round.close plan.round.close-yes plan.round.keep'),
  ...hr('plan.round.open-again plan.round.extend plan.round.extend-save plan.round.resend'),
  ...hr('plan.report.open plan.report.file'),
  ...own('plan.import.show plan.import.cancel', { says: FOREIGN_FILE }),
  ...own('plan.import.save', { says: FOREIGN_FILE, more: { basis: '2026-hela-forvaltningen|' } }),
  ...hr('exit.learn.theme', { more: { batch: '' } }),
  ...hr('exit.learn.withdraw', { more: { sure: '' } }),
  ...hr('exit.learn.save', { more: { batch: '2026-1', name: 'Introduktion', seen: 'x' } }),
  ...hr('exit.learn.ties exit.learn.tie exit.learn.untie', { named: { subject: 'theme' }, more: { kind: 'theme' } }),
  ...manager('exit.start.edit exit.start.resume exit.start.send', { named: { case: 'draft' } }),
  ...manager('exit.start.drop'),
  ...manager('exit.start.next exit.start.back exit.start.review'),
  ...manager('exit.lead.open exit.lead.word exit.lead.change exit.lead.save exit.lead.withdraw exit.lead.withdraw-yes'),
  ...manager('exit.lead.recall'),
  ...hr('exit.hr.documents'),
  ...leaver('exit.list.open exit.list.item exit.list.done exit.list.save exit.list.leave', { named: { item: 'slot' } }),
  ...manager('exit.talk.guide exit.talk.form exit.talk.outcome exit.talk.calendar exit.talk.record'),
  ...manager('exit.talk.book', { more: { seen: 0 } }),
  ...leaver('exit.talk.wish'),
  ...leaver('exit.handover.open exit.handover.edit exit.handover.remove exit.handover.mark exit.handover.file'),
  ...leaver('exit.handover.save', { more: { part: '' } }),
  ...leaver('exit.survey.open exit.survey.send exit.survey.contact'),
  ...leaver('exit.survey.page', { more: { to: 2 } }),
];

/** Buttons of the asker's own that name a person, who may not be of another board. */
export const NAMING_PEOPLE: readonly (Row & { readonly field: string })[] = [
  ...own('plan.round.choose plan.round.preview', ROUND_FORM).map((row) => ({ ...row, field: 'person' })),
  ...rows('plan.respond.deputise', CHEF, [], { more: PLACE }).map((row) => ({ ...row, field: 'person' })),
  ...manager('exit.start.next exit.start.back exit.start.review').map((row) => ({ ...row, field: 'employee' })),
];
