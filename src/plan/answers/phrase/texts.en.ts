import type { Part, PlanTexts } from './plan-texts.js';

/** Rounded, yet one of many is not none and all but one are not all. */
const percent = ({ count, of }: Part) => {
  const share = of === 0 ? 0 : Math.round((100 * count) / of);
  if (share === 0 && count > 0) return 'under 1%';
  return share === 100 && count < of ? 'over 99%' : `${share}%`;
};
const activities = (count: number) => (count === 1 ? '1 activity' : `${count} activities`);

const ARE = {
  'ej påbörjad': 'are not started',
  pågår: 'are in progress',
  klar: 'are done',
  försenad: 'are delayed',
  avvikelse: 'have a deviation',
  avbruten: 'are stopped',
  moved: 'had their target date moved',
  open: 'are not done',
};
const ARE_ONE = {
  'ej påbörjad': 'is not started',
  pågår: 'is in progress',
  klar: 'is done',
  försenad: 'is delayed',
  avvikelse: 'has a deviation',
  avbruten: 'is stopped',
  moved: 'had its target date moved',
  open: 'is not done',
};

export const en: PlanTexts = {
  statuses: {
    'ej påbörjad': 'not started',
    pågår: 'in progress',
    klar: 'done',
    försenad: 'delayed',
    avvikelse: 'deviation',
    avbruten: 'stopped',
    '': 'no answer yet',
  },
  goals: { 'uppfylls helt': 'fully met', 'uppfylls delvis': 'partly met', 'uppfylls inte': 'not met' },
  phases: {
    utveckla: 'Develop',
    behålla: 'Retain',
    attrahera: 'Attract',
    rekrytera: 'Recruit',
    introducera: 'Onboard',
    avsluta: 'Offboard',
  },
  moved: 'target date moved',
  you: 'you',
  count: 'Number',
  percent,
  open: (deadline) => `open, answers by ${deadline}`,
  closed: 'closed',
  sight: {
    organisation: 'the whole organisation',
    linje: 'your line and what you are asked yourself',
    eget: 'what you are asked yourself',
  },
  titles: {
    status: 'How it is going',
    list: 'Activities',
    said: 'What was answered',
    silent: 'Who has answered',
    mine: 'Left for you',
    content: 'What the plan says',
    due: 'When it should be done',
    compare: 'Compared with the previous follow-up',
    nothing: 'That I don’t have',
  },
  noRound: 'No follow-up of the plan has started yet, so there are no answers to tell of.',
  noSuchRound: (newest) => `That follow-up I don’t have. The latest I have is ${newest}.`,
  noPrevious: 'There is no earlier follow-up to compare with.',
  notYours:
    'That you may not see. Answers of the follow-up are seen by HR, and by managers of their own line. What the plan says everybody may read: ask, for instance, what the plan says about introduction.',
  notHere: 'Answers of the follow-up I only tell of in your own chat with me, since others read here.',
  nothingAsked: 'Nothing that you may see belongs there: no activity is part of that follow-up.',
  nothingAbout: 'I find no activity about that among those you may see in the follow-up.',
  are: (status, count) => (count === 1 ? ARE_ONE : ARE)[status],
  or: ' or ',
  stand: (are, part) => `**${part.count} of ${activities(part.of)}** ${are} (${percent(part)}).`,
  answered: (part) => `${part.count} of ${part.of} have an answer (${percent(part)}).`,
  perUnit: (all, units) => `Counted by answering unit: ${activities(all)} in ${units} units.`,
  goalsLine: (parts) => `Goals: ${parts.join(', ')}.`,
  ofDepartment: (done, silent) =>
    `${done.count} of ${done.of} done (${percent(done)})${silent > 0 ? `, ${silent} without an answer` : ''}`,
  more: (count) => `And ${count} more, for which there is no room here.`,
  saidLead: ({ count, of }) =>
    of === 1 ? 'One activity is about that.' : `${count} of ${of} activities about that have an answer.`,
  nobodySaid: (asked) => `Nobody has answered about that yet (${activities(asked)} asked about).`,
  units: (all, finished, silent) =>
    `**${finished} of ${all} units** have answered everything; ${silent} have answered nothing.`,
  everybodyAnswered: 'Everybody has answered everything.',
  unanswered: ({ count, of }) => `${count} of ${of} unanswered`,
  left: ({ count, of }, deadline) => `You have **${count} of ${of}** left to answer, by ${deadline}.`,
  leftClosed: ({ count, of }) => `The follow-up is closed. ${count} of ${of} were left unanswered.`,
  allDone: (of) => `You have answered everything (${of} of ${of}).`,
  contentLead: (count) => (count === 1 ? 'One activity of the plan:' : `${count} activities of the plan:`),
  newDue: (day) => `new target date ${day}`,
  wasMoved: (day) => `moved to ${day}`,
  responsible: (functions) => `responsible: ${functions}`,
  compared: (now, before) => `${now} compared with ${before}.`,
  change: (now, before) =>
    `${now.count} of ${now.of} (${percent(now)}), last time ${before.count} of ${before.of} (${percent(before)})`,
  ask: {
    delayed: { title: 'Which are delayed?', question: 'Which activities are delayed?' },
    silent: { title: 'Who has not answered?', question: 'Who has not answered in the follow-up?' },
    done: { title: 'Which are done?', question: 'Which activities are done?' },
    mine: { title: 'What is left for me?', question: 'What is left for me to answer?' },
    compare: {
      title: 'Compared with before',
      question: 'How are the activities going compared with the previous follow-up?',
    },
    status: { title: 'How is it going?', question: 'How are the activities of the plan going?' },
    deviations: { title: 'Which deviations are there?', question: 'Which deviations are there in the follow-up?' },
  },
};
