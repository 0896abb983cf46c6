import type { ExitKind, Owner, Trait } from '../checklist/item.js';
import type { DayFault } from './read-days.js';

const kinds: Readonly<Record<ExitKind, string>> = {
  'egen uppsägning': 'Egen uppsägning',
  pension: 'Pension',
  visstid: 'Visstidsanställning som tar slut',
  'intern rörlighet': 'Byter tjänst inom staden',
};
const noticeLabels: Readonly<Record<ExitKind, string>> = {
  'egen uppsägning': 'Dag då uppsägningen kom',
  pension: 'Dag då pensionen anmäldes',
  visstid: '',
  'intern rörlighet': 'Dag då bytet blev bestämt',
};
const traits: Readonly<Record<Trait, string>> = {
  chef: 'Är chef',
  attest: 'Har attesträtt, delegation eller inköpskort',
  systemroll: 'Äger team, funktionsbrevlåda eller system',
  myndighetsutövning: 'Har ärenden om enskilda',
  vård: 'Har delegering för hälso- och sjukvård',
  facklig: 'Har ett uppdrag som en annan måste väljas till (skyddsombud, facklig)',
  kontor: 'Har diarieförda ärenden eller handlingar',
  konto: 'Har dator- eller e-postkonto',
  'fyller 69': 'Når LAS-åldern (69 år) i samband med avslutet',
  begäran: 'Har bett om intyg eller betyg',
  'sex månader': 'Anställd i minst sex månader',
};
const owners: Readonly<Record<Owner, string>> = {
  medarbetare: 'Medarbetaren',
  chef: 'Chefen',
  överordnad: 'Chefens chef',
  hr: 'HR',
  lön: 'Lön',
  it: 'IT',
  registrator: 'Registrator',
  mas: 'MAS',
};
const dayFaults: Readonly<Record<DayFault, string>> = {
  missing: 'Välj ett datum.',
  unreadable: 'Datumet går inte att läsa. Skriv det som 2026-09-30.',
  past: 'Dagen har redan varit. Kontakta HR om ett avslut i efterhand.',
  'too-far': 'Dagen ligger mer än ett år fram. Kontrollera årtalet.',
  'notice-ahead': 'Dagen har inte varit än. Skriv dagen då du fick beskedet.',
  'notice-old': 'Dagen ligger mer än ett år tillbaka. Kontrollera årtalet.',
  'notice-late': 'Dagen ligger efter sista anställningsdagen.',
  'working-late': 'Sista arbetsdagen kan inte ligga efter sista anställningsdagen.',
};
const items = (count: number) => (count === 1 ? '1 punkt' : `${count} punkter`);

export const sv = {
  kinds,
  noticeLabels,
  traits,
  owners,
  dayFaults,
  items,
  formTitle: 'Nytt avslut',
  onlyInPersonalChat: 'Avslut handlar om en person. Skriv det till mig i vår egen chatt.',
  gone: 'Det avslutet finns inte, eller är inte ditt att leda. Inget är ändrat.',
  choosePerson: 'Välj vem det gäller.',
  chooseKind: 'Välj hur medarbetaren slutar.',
  typePerson: 'Skriv namn eller e-postadress.',
  notReport: 'Välj någon i listan: du kan starta avslut för dem som har dig som närmaste chef.',
  yourself: 'Ditt eget avslut startar din chef eller en kollega på HR.',
  foundNobody: 'Ingen i din förvaltning heter så. Kontrollera stavningen eller skriv e-postadressen.',
  foundSeveral: (count: number) => `${count} personer stämmer. Välj en av dem nedan.`,
  foundTooMany: (count: number) => `${count} personer stämmer. Skriv mer av namnet, eller e-postadressen.`,
  noReportsTitle: 'Ingen att starta avslut för',
  noReportsLine: 'Ingen i personalkatalogen har dig som närmaste chef. Kontakta HR om det inte stämmer.',
  droppedTitle: 'Inget avslut är startat',
  droppedLine: 'Inget är sparat och ingen har fått veta något. Skriv ”nytt avslut” när du vill börja om.',
  already: (name: string) => `Det finns redan ett öppet avslut för ${name}. Det visas här.`,
  alreadySent: 'Avslutet var redan skickat.',
  draftChanged: 'Utkastet ändrades på ett annat ställe. Läs igenom det igen innan du skickar.',
  you: 'Du',
  gets: (who: string, count: number) => `${who} får ${items(count)}`,
  employeeGets: (name: string, count: number) => `${name} får ${items(count)}`,
  due: (day: string, what: string) => `senast ${day}: ${what}`,
  unreachable: (name: string) =>
    `${name} har ingen chatt med assistenten och kan inte få kortet. Du får listan som Word när du skickar, så att du kan lämna över den.`,
  managerUnreachable: (name: string) =>
    `Chefen, ${name}, har ingen chatt med assistenten än och får sitt kort dagen efter att den har öppnats.`,
  sent: 'Skickat. Korten är på väg till medarbetaren och chefen.',
  sentWithList: (name: string) =>
    `Startat. ${name} kan inte nås av assistenten, så du får listan som Word här nedanför att lämna över.`,
  progress: (done: number, all: number) => `${done} av ${all} punkter klara`,
  allDone: 'Alla punkter är klara',
  next: (day: string, what: string) => `Närmast: ${day} ${what}`,
  nobody: 'Finns inte längre i personalkatalogen',
  statuses: {
    draft: 'Utkast, inte skickat',
    open: 'Öppet',
    ended: 'Avslutat',
    withdrawn: 'Medarbetaren stannar',
    recalled: 'Återkallat',
  },
  notReached: (name: string) => `${name} har ingen chatt med assistenten. Lämna över listan som Word.`,
  listTitle: 'Mina avslut',
  listNone: 'Du har inga öppna avslut. Skriv ”nytt avslut” för att starta ett.',
  lastDay: (day: string) => `sista dag ${day}`,
  changed: 'Ändringen är sparad. Det som inte är klart har fått nya datum hos alla.',
  changedAlready: 'Så stod det redan.',
  conflict: (days: string) =>
    `Någon annan har ändrat avslutet sedan du öppnade det: ${days}. Spara igen om det som står här ska gälla.`,
  conflictDays: (working: string, last: string) => `sista arbetsdag ${working}, sista anställningsdag ${last}`,
  notOpen: 'Avslutet är inte öppet längre, så inget är ändrat.',
  withdrawnTitle: (name: string) => `${name} stannar`,
  withdrawnLine: 'Checklistan är stängd för alla, med en vänlig rad om varför. Inga fler påminnelser skickas.',
  recalledTitle: 'Avslutet är återkallat',
  recalledLine:
    'Korten byts ut mot en rad som säger att utskicket är tillbakadraget, och den som inte har fått kortet än får det inte.',
  stopTitle: 'Kontakta HR',
  stopLine:
    'Det här gör HR tillsammans med dig, utan assistenten. Inget är sparat om vem det gäller, och ingen får något kort, någon påminnelse eller någon enkät.',
  stopHrTitle: 'Utanför assistenten',
  stopHrLine:
    'Uppsägning från arbetsgivaren, avsked, misskötsamhet, dödsfall, skyddade personuppgifter och pågående rehabilitering handläggs utanför assistenten. Inget är sparat om vem det gäller.',
  managerChangedTitle: (name: string) => `Ny chef leder avslutet för ${name}`,
  managerChanged: (name: string, manager: string, unit: string, day: string) =>
    `${manager} leder nu avslutet för ${name}, ${unit}, sista dag ${day}, och har fått checklistan. Katalogen säger att chefen är en annan, eller att den förra har slutat.`,
  hrLeads: (name: string, manager: string, unit: string, day: string) =>
    `Ingen chef finns kvar i katalogen för ${name}, ${unit}, sista dag ${day}. ${manager} på HR har fått chefens checklista. Lägg in en chef i katalogen, så tar den chefen över.`,
  employeeGoneTitle: 'En medarbetare med öppet avslut saknas i katalogen',
  employeeGone: (manager: string, day: string) =>
    `Avslutet leds av ${manager} och har sista dag ${day}, men personen finns inte längre i personalkatalogen. Inget mer skickas dit. Chefens lista är kvar: kontrollera sista dagen, och vad som ska lämnas tillbaka.`,
  wordFile: 'Checklista avslut',
  wordBelow: 'Listan som Word: vad, vem, när och hjälp.',
  word: {
    language: 'sv-SE' as 'sv-SE' | 'en-GB',
    words: { page: 'Sida', of: 'av', table: 'Tabell' },
    author: 'UBARA-assistenten',
    subject: 'Checklista när någon slutar',
    title: (name: string) => `Checklista inför avslut: ${name}`,
    about: 'Om avslutet',
    fact: 'Uppgift',
    value: 'Värde',
    unit: 'Arbetsplats',
    kind: 'Hur',
    lastWorkingDay: 'Sista arbetsdag',
    lastDay: 'Sista anställningsdag',
    manager: 'Chef',
    intro:
      'Det här är hela listan. Där två står som ansvariga bockar båda av för sin del. Samtal och enkät är frivilliga, och ingen behöver säga varför.',
    does: (who: string) => `${who} gör`,
    what: 'Vad',
    who: 'Vem',
    due: 'Senast',
    help: 'Hjälp',
    state: 'Läge',
    done: 'Klart',
    open: 'Kvar',
    contradicted: 'Ni säger olika',
  },
};
export type StartTexts = typeof sv;
