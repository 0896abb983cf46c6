import { OWNER_NAMES } from '../../checklist/owner-names.js';
import type { ExitTexts } from './exit-texts.js';

const points = (count: number) => (count === 1 ? '1 item' : `${count} items`);
const cases = (count: number) => (count === 1 ? '1 exit' : `${count} exits`);

export const en: ExitTexts = {
  titles: {
    item: 'How it stands',
    left: 'Left to do',
    overdue: 'Overdue',
    cases: 'Exits under way',
    lastDay: 'The last day',
  },
  notHereTitle: 'Not here',
  notHere: 'What concerns one person’s exit I answer only in your own chat with me, because others read here.',
  leaver: 'The leaver',
  you: 'you',
  manager: (name) => (name === '' ? 'the manager' : `the manager ${name}`),
  owners: { ...OWNER_NAMES.en, medarbetare: 'the leaver' },
  confirmedByManager: (owner) => `${owner} (the manager confirms)`,
  and: (parts) => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}`),
  by: (day) => `by ${day}`,
  overdue: '! overdue',
  contradicted: '≠ said differently',
  unticked: 'not ticked',
  ticked: (day) => `✓ done ${day}`,
  notApplicable: 'does not apply',
  notYet: 'not yet',
  delegated: (to) => (to === '' ? 'passed on' : `passed on to ${to}`),
  these: (items, left) =>
    `That is **${points(items)}** of the list${left === 0 ? ', all done' : left < items ? `, of which ${left} left` : ''}:`,
  notOnList: 'That is not on the list: it does not apply to this exit.',
  inEach: (count) => `How it stands in ${cases(count)}:`,
  doneAlready: (by) => `**It is done.** It was due by ${by}.`,
  dueBy: (by) => `**By ${by}.**`,
  isLate: 'It is overdue.',
  doneBy: (owners) => `That is for **${owners}**.`,
  saidBoth: '**It is said differently:** one says done and the other not yet.',
  yes: '**Yes, it is done.**',
  no: (by) => `**No, not yet.** It is due by ${by}.`,
  booked: (day, time) => `The conversation is booked for ${day} at ${time}.`,
  handedOver: (given, of) => `${given} of ${of} parts of the handover plan are handed over.`,
  left: (left, of, late) => `**${left} of ${points(of)}** left${late > 0 ? `, ${late} of them overdue` : ''}.`,
  nothingLeft: (of) => `**Nothing is left.** All ${points(of)} are ticked.`,
  late: (items, of) => `**${points(items)}** overdue in ${cases(of)}.`,
  nothingLate: (count) => (count === 1 ? '**Nothing is overdue.**' : `**Nothing is overdue** in ${cases(count)}.`),
  underWay: (count) => `**${cases(count)}** under way.`,
  stands: (day, done, of, late) =>
    `last working day ${day} · ${done} of ${of} done${late > 0 ? ` · ! ${late} overdue` : ''}`,
  writeExits: 'Type “leavers” for the whole list.',
  lastDays: (working, employment) =>
    `The last working day is **${working}** and the last day of employment **${employment}**.`,
  more: (count) => `The first of them stand below; ${count} more would not fit.`,
  asOf: (name, day, time) => [name, `as of ${day} ${time}`].filter((part) => part !== '').join(' · '),
  ask: {
    left: { title: 'What is left?', question: 'What is left on my checklist?' },
    lateMine: { title: 'What is overdue?', question: 'What is overdue on my checklist?' },
    lastDay: { title: 'When is my last day?', question: 'When is my last day?' },
    cases: { title: 'Which exits are under way?', question: 'Which exits do we have?' },
    lateOurs: { title: 'What is overdue?', question: 'What is overdue in our exits?' },
  },
};
