import type { Locale } from '../../calendar/index.js';

/** The sentences that ask/ can say, in one place, so that they can be read and reviewed as a whole. */
export const askTexts = {
  sv: {
    helpTitle: 'Det här kan du fråga mig',
    noSource: 'Källan finns inte längre i det jag har.',
    greetingTitle: 'Hej',
    greeting:
      'Hej! Jag svarar på frågor om kompetensförsörjning enligt UBARA (Utveckla, Behålla, Attrahera, Rekrytera, Avsluta): rutiner och personalstatistik, alltid med källa. Ställ en fråga eller välj ett exempel.',
    thanksTitle: 'Varsågod',
    thanks: 'Varsågod, hör gärna av dig igen när du undrar något.',
    farewellTitle: 'Hej då',
    farewell: 'Hej då, ha det så bra.',
    unknownTitle: 'Det har jag inget svar på',
    unknown:
      'Jag hittar inget svar på det i de planer och rutiner jag har, och jag gissar inte. Fråga HR, eller prova att ställa frågan på ett annat sätt.',
    notHeld: (what: string) =>
      `Uppgifter om ${what} finns inte i de dokument jag har, så det kan jag inte svara på. Fråga HR.`,
    noFigure: (what: string) => `Jag har ingen siffra för ${what}.`,
    nearest: (what: string) => `Det närmaste jag har är något annat: ${what}.`,
    whichTitle: 'Vilken menar du?',
    which: 'Det finns siffror för flera. Välj en:',
    assumedPeriod: (period: string) => `Du nämnde ingen tid, så svaret gäller den senaste: ${period}.`,
    assumedPopulation: (population: string) => `Du nämnde ingen avdelning, så svaret gäller ${population}.`,
    carriedPopulation: (population: string) => `Jag utgår från att du fortfarande menar ${population}.`,
    outcome: 'utfall',
    askedOutcome: 'utfall',
    ownDepartment: (own: string, others: string) => `Så gör din avdelning, ${own}. Andra gör på annat sätt: ${others}.`,
    otherDepartments: (others: string) => `Det finns avdelningar som gör på annat sätt: ${others}.`,
    howOthersDo: (department: string) => `Så gör ${department}`,
    uncertain: 'Jag är inte säker på vad du menar. Gäller det något av det här?',
    uncertainTitle: 'Menar du något av det här?',
    kinds: { utfall: '', årsmål: 'årsmål', 'KF:s årsmål': 'KF:s årsmål', mål: 'mål', prognos: 'prognos' },
  },
  en: {
    helpTitle: 'What you can ask me',
    noSource: 'The source is no longer among what I have.',
    greetingTitle: 'Hello',
    greeting:
      'Hello! I answer questions about competence supply by UBARA (Utveckla, Behålla, Attrahera, Rekrytera, Avsluta: develop, retain, attract, recruit, end): routines and workforce statistics, always with the source. Ask a question or choose an example.',
    thanksTitle: 'You are welcome',
    thanks: 'You are welcome, ask again whenever you wonder about something.',
    farewellTitle: 'Goodbye',
    farewell: 'Goodbye, take care.',
    unknownTitle: 'I have no answer to that',
    unknown:
      'I do not find an answer to that in the plans and routines I have, and I do not guess. Ask HR, or try to put the question another way.',
    notHeld: (what: string) =>
      `The documents I have do not hold anything about ${what}, so I cannot answer that. Ask HR.`,
    noFigure: (what: string) => `I do not have a figure for ${what}.`,
    nearest: (what: string) => `The closest I have is something else: ${what}.`,
    whichTitle: 'Which one do you mean?',
    which: 'There are figures for several. Choose one:',
    assumedPeriod: (period: string) => `You named no period, so this is the latest: ${period}.`,
    assumedPopulation: (population: string) => `You named no department, so this is about ${population}.`,
    carriedPopulation: (population: string) => `I take it that you still mean ${population}.`,
    outcome: 'outcome',
    askedOutcome: 'outcome',
    ownDepartment: (own: string, others: string) =>
      `This is how your department, ${own}, does it. Others do otherwise: ${others}.`,
    otherDepartments: (others: string) => `Some departments do otherwise: ${others}.`,
    howOthersDo: (department: string) => `How ${department} does it`,
    uncertain: 'I am not sure what you mean. Is it one of these?',
    uncertainTitle: 'Do you mean one of these?',
    kinds: {
      utfall: '',
      årsmål: 'annual target',
      'KF:s årsmål': "the council's annual target",
      mål: 'target',
      prognos: 'forecast',
    },
  },
} as const satisfies Record<Locale, object>;
