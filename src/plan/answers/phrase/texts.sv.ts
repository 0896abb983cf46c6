import type { Part, PlanTexts } from './plan-texts.js';

/** Rounded, yet one of many is not none and all but one are not all. */
const percent = ({ count, of }: Part) => {
  const share = of === 0 ? 0 : Math.round((100 * count) / of);
  if (share === 0 && count > 0) return 'under 1\u00a0%';
  return share === 100 && count < of ? 'över 99\u00a0%' : `${share}\u00a0%`;
};
const activities = (count: number) => (count === 1 ? '1 aktivitet' : `${count} aktiviteter`);

const ARE = {
  'ej påbörjad': 'är inte påbörjade',
  pågår: 'pågår',
  klar: 'är klara',
  försenad: 'är försenade',
  avvikelse: 'har en avvikelse',
  avbruten: 'är avbrutna',
  moved: 'har fått måldatumet flyttat',
  open: 'är inte klara',
};
const ARE_ONE = {
  ...ARE,
  'ej påbörjad': 'är inte påbörjad',
  klar: 'är klar',
  försenad: 'är försenad',
  avbruten: 'är avbruten',
  open: 'är inte klar',
};

export const sv: PlanTexts = {
  statuses: {
    'ej påbörjad': 'ej påbörjad',
    pågår: 'pågår',
    klar: 'klar',
    försenad: 'försenad',
    avvikelse: 'avvikelse',
    avbruten: 'avbruten',
    '': 'inget svar än',
  },
  goals: { 'uppfylls helt': 'uppfylls helt', 'uppfylls delvis': 'uppfylls delvis', 'uppfylls inte': 'uppfylls inte' },
  phases: {
    utveckla: 'Utveckla',
    behålla: 'Behålla',
    attrahera: 'Attrahera',
    rekrytera: 'Rekrytera',
    introducera: 'Introducera',
    avsluta: 'Avsluta',
  },
  moved: 'flyttat måldatum',
  you: 'du',
  count: 'Antal',
  percent,
  open: (deadline) => `öppen, svar senast ${deadline}`,
  closed: 'stängd',
  sight: {
    organisation: 'hela organisationen',
    linje: 'din linje och det du själv är tillfrågad om',
    eget: 'det du själv är tillfrågad om',
  },
  titles: {
    status: 'Så går det',
    list: 'Aktiviteter',
    said: 'Det här har svarats',
    silent: 'Vem som har svarat',
    mine: 'Kvar för dig',
    content: 'Det står i planen',
    due: 'När det ska vara klart',
    compare: 'Jämfört med förra uppföljningen',
    nothing: 'Det har jag inte',
  },
  noRound: 'Ingen uppföljning av planen har startat än, så det finns inga svar att berätta om.',
  noSuchRound: (newest) => `Den uppföljningen har jag inte. Den senaste jag har är ${newest}.`,
  noPrevious: 'Det finns ingen tidigare uppföljning att jämföra med.',
  notYours:
    'Det får du inte se. Svaren i uppföljningen ser HR, och chefer i sin egen linje. Vad planen säger får alla läsa: fråga till exempel vad som står i planen om introduktion.',
  notHere: 'Svar i uppföljningen berättar jag bara om i din egen chatt med mig, eftersom andra läser här.',
  nothingAsked: 'Inget av det du får se hör dit: ingen aktivitet är med i den uppföljningen.',
  nothingAbout: 'Jag hittar ingen aktivitet om det bland dem du får se i uppföljningen.',
  are: (status, count) => (count === 1 ? ARE_ONE : ARE)[status],
  or: ' eller ',
  stand: (are, part) => `**${part.count} av ${activities(part.of)}** ${are} (${percent(part)}).`,
  answered: (part) => `${part.count} av ${part.of} har fått svar (${percent(part)}).`,
  perUnit: (all, units) => `Räknat per enhet som svarar: ${activities(all)} hos ${units} enheter.`,
  goalsLine: (parts) => `Mål: ${parts.join(', ')}.`,
  ofDepartment: (done, silent) =>
    `${done.count} av ${done.of} klara (${percent(done)})${silent > 0 ? `, ${silent} utan svar` : ''}`,
  more: (count) => `Och ${count} till, som inte får plats här.`,
  saidLead: ({ count, of }) =>
    of === 1 ? 'En aktivitet handlar om det.' : `${count} av ${of} aktiviteter om det har fått svar.`,
  nobodySaid: (asked) => `Ingen har svarat än om det (${activities(asked)} tillfrågade).`,
  units: (all, finished, silent) =>
    `**${finished} av ${all} enheter** har svarat på allt; ${silent} har inte svarat på något.`,
  everybodyAnswered: 'Alla har svarat på allt.',
  unanswered: ({ count, of }) => `${count} av ${of} obesvarade`,
  left: ({ count, of }, deadline) => `Du har **${count} av ${of}** kvar att svara på, senast ${deadline}.`,
  leftClosed: ({ count, of }) => `Uppföljningen är stängd. ${count} av ${of} blev obesvarade.`,
  allDone: (of) => `Du har svarat på allt (${of} av ${of}).`,
  contentLead: (count) => (count === 1 ? 'En aktivitet i planen:' : `${count} aktiviteter i planen:`),
  newDue: (day) => `nytt måldatum ${day}`,
  wasMoved: (day) => `flyttat till ${day}`,
  responsible: (functions) => `ansvarig: ${functions}`,
  compared: (now, before) => `${now} jämfört med ${before}.`,
  change: (now, before) =>
    `${now.count} av ${now.of} (${percent(now)}), förra gången ${before.count} av ${before.of} (${percent(before)})`,
  ask: {
    delayed: { title: 'Vilka är försenade?', question: 'Vilka aktiviteter är försenade?' },
    silent: { title: 'Vem har inte svarat?', question: 'Vem har inte svarat i uppföljningen?' },
    done: { title: 'Vilka är klara?', question: 'Vilka aktiviteter är klara?' },
    mine: { title: 'Vad är kvar för mig?', question: 'Vad är kvar för mig att svara på?' },
    compare: { title: 'Jämfört med förra', question: 'Hur går det för aktiviteterna jämfört med förra uppföljningen?' },
    status: { title: 'Hur går det?', question: 'Hur går det för aktiviteterna i planen?' },
    deviations: { title: 'Vilka avvikelser finns?', question: 'Vilka avvikelser finns i uppföljningen?' },
  },
};
