import type { Locale } from '../../calendar/index.js';

const sv = {
  language: 'sv-SE' as 'sv-SE' | 'en-GB',
  words: { page: 'Sida', of: 'av', table: 'Tabell' },
  author: 'UBARA-assistenten',
  subject: 'Avgångsenkäten: varför medarbetare slutar och vad planerna gör åt det',
  why: 'Varför visas inga siffror?',
  columns: { about: 'Uppgift', value: 'Värde' },
  facts: 'Enkäten i korthet',
  indexes: 'Index per påstående, 0–100',
  subjects: 'Teman och kopplingar till planerna',
  sheet: 'Teman och kopplingar',
  sheetColumns: ['Slag', 'Namn', 'Period', 'Beskrivning', 'Texter', 'Av texter', 'Aktivitet', 'Plan', 'Finns i planen'],
  kinds: { theme: 'tema', reason: 'skäl' },
  yes: 'ja',
  no: 'nej, tappad',
  noSubjects: 'Inga teman är skrivna och inga skäl är kopplade till planerna.',
  untied: 'Inte kopplat till någon aktivitet.',
  definitions: 'Så räknas det',
  /** Of an administration of this size it is no fault that nothing shows. */
  tiny: (group: number) =>
    `En grupp visas när minst ${group} har svarat. Den som är så liten att det sällan händer får sina siffror mer sällan: svaren väntar tills de är tillräckligt många.`,
  nobodyYet:
    'Inget tertial är slut än sedan enkäten började skickas. Den skickas till den som har ett avslut, har varit anställd i sex månader och har tre veckor kvar.',
};

export type ExitReportTexts = typeof sv;

const en: ExitReportTexts = {
  language: 'en-GB',
  words: { page: 'Page', of: 'of', table: 'Table' },
  author: 'UBARA-assistenten',
  subject: 'The exit survey: why employees leave, and what the plans do about it',
  why: 'Why are there no figures?',
  columns: { about: 'Item', value: 'Value' },
  facts: 'The survey in short',
  indexes: 'Index of each statement, 0–100',
  subjects: 'Themes, and their ties to the plans',
  sheet: 'Themes and ties',
  sheetColumns: ['Kind', 'Name', 'Period', 'Description', 'Texts', 'Of texts', 'Activity', 'Plan', 'In the plan'],
  kinds: { theme: 'theme', reason: 'reason' },
  yes: 'yes',
  no: 'no, lost',
  noSubjects: 'No themes are written, and no reasons are tied to the plans.',
  untied: 'Not tied to any activity.',
  definitions: 'How it is counted',
  tiny: (group) =>
    `A group is shown when at least ${group} have answered. Where people are so few that this seldom happens figures come more seldom: the answers wait until there are enough.`,
  nobodyYet:
    'No tertial is over since the survey was first sent. It is sent to those who have an exit, have been employed for six months and have three weeks left.',
};

export const exitReportTexts: Readonly<Record<Locale, ExitReportTexts>> = { sv, en };
