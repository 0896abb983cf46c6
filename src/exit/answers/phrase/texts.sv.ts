import { OWNER_NAMES } from '../../checklist/owner-names.js';
import type { ExitTexts } from './exit-texts.js';

const points = (count: number) => (count === 1 ? '1 punkt' : `${count} punkter`);
const cases = (count: number) => `${count} avslut`;
const late = (count: number) => (count === 1 ? 'försenad' : 'försenade');

export const sv: ExitTexts = {
  titles: {
    item: 'Så står det',
    left: 'Kvar att göra',
    overdue: 'Försenat',
    cases: 'Avslut som pågår',
    lastDay: 'Sista dagen',
  },
  notHereTitle: 'Inte här',
  notHere:
    'Sådant som gäller en enskild persons avslut svarar jag bara på i din egen chatt med mig, eftersom andra läser här.',
  leaver: 'Den som slutar',
  you: 'du',
  manager: (name) => (name === '' ? 'chefen' : `chefen ${name}`),
  owners: { ...OWNER_NAMES.sv, lön: 'löneenheten', registrator: 'registratorn' },
  confirmedByManager: (owner) => `${owner} (chefen bekräftar)`,
  and: (parts) => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} och ${parts.at(-1)!}`),
  by: (day) => `senast ${day}`,
  overdue: '! försenat',
  contradicted: '≠ sagt olika',
  unticked: 'inte avbockat',
  ticked: (day) => `✓ klart ${day}`,
  notApplicable: 'gäller inte',
  notYet: 'inte än',
  delegated: (to) => (to === '' ? 'lämnat vidare' : `lämnat vidare till ${to}`),
  these: (items, left) =>
    `Det är **${points(items)}** på listan${left === 0 ? ', och allt är klart' : left < items ? `, varav ${left} kvar` : ''}:`,
  notOnList: 'Det finns inte med på den listan: det gäller inte för det här avslutet.',
  inEach: (count) => `Så står det i ${cases(count)}:`,
  doneAlready: (by) => `**Det är klart.** Det skulle vara gjort senast ${by}.`,
  dueBy: (by) => `**Senast ${by}.**`,
  isLate: 'Det är försenat.',
  doneBy: (owners) => `Det gör **${owners}**.`,
  saidBoth: '**Det är sagt olika:** den ena säger klart och den andra inte än.',
  yes: '**Ja, det är klart.**',
  no: (by) => `**Nej, inte än.** Det ska vara gjort senast ${by}.`,
  booked: (day, time) => `Samtalet är bokat till ${day} kl. ${time}.`,
  handedOver: (given, of) => `${given} av ${of} delar i överlämningsplanen är överlämnade.`,
  left: (left, of, overdue) =>
    `**${left} av ${points(of)}** är kvar${overdue > 0 ? `, varav ${overdue} ${late(overdue)}` : ''}.`,
  nothingLeft: (of) => `**Inget är kvar.** Alla ${points(of)} är avbockade.`,
  late: (items, of) => `**${points(items)}** är ${late(items)} i ${cases(of)}.`,
  nothingLate: (count) => (count === 1 ? '**Inget är försenat.**' : `**Inget är försenat** i ${cases(count)}.`),
  underWay: (count) => `**${cases(count)}** pågår.`,
  stands: (day, done, of, overdue) =>
    `sista arbetsdag ${day} · ${done} av ${of} klara${overdue > 0 ? ` · ! ${overdue} ${late(overdue)}` : ''}`,
  writeExits: 'Skriv ”avslut” för hela listan.',
  lastDays: (working, employment) =>
    `Sista arbetsdagen är **${working}** och sista anställningsdagen **${employment}**.`,
  more: (count) => `De första står här nedanför; ${count} till får inte plats.`,
  asOf: (name, day, time) => [name, `läget ${day} kl. ${time}`].filter((part) => part !== '').join(' · '),
  ask: {
    left: { title: 'Vad är kvar?', question: 'Vad är kvar på min checklista?' },
    lateMine: { title: 'Vad är försenat?', question: 'Vad är försenat på min checklista?' },
    lastDay: { title: 'När är min sista dag?', question: 'När är min sista dag?' },
    cases: { title: 'Vilka avslut pågår?', question: 'Vilka avslut har vi?' },
    lateOurs: { title: 'Vad är försenat?', question: 'Vad är försenat i våra avslut?' },
  },
};
