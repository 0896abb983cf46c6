/** What a column of a plan holds. */
export type Role =
  'phase' | 'goal' | 'activity' | 'start' | 'due' | 'responsible' | 'resources' | 'followUp' | 'number';

/**
 * What people write over each column: the city's template first, then what other plans have. Small letters, one phrase after the other;
 * a heading is one when it is made of these phrases and nothing else.
 */
const PHRASES: Readonly<Record<Role, string>> = {
  phase: 'område, fas, ubara, ubara område, ubara fas, ubara steg, process, processteg, fokusområde, phase, ' + 'area',
  goal:
    'vad ska vi uppnå, vad skall vi uppnå, vad vill vi uppnå, vad ska uppnås, vad vill vi åstadkomma, ' +
    'vad, mål, målsättning, målbild, syfte, önskat resultat, önskat läge, förväntat resultat, förväntade ' +
    'resultat, delmål, effektmål, goal, goals, objective, objectives, what, what do we want to achieve',
  activity:
    'aktivitet, aktiviteter, hur gör vi det, hur gör vi, hur ska vi göra det, hur ska vi göra, hur, hur ' +
    'når vi dit, åtgärd, åtgärder, insats, insatser, vad ska vi göra, vad gör vi, vad ska göras, att ' +
    'göra, genomförande, arbetssätt, activity, activities, action, actions, how, how do we do it',
  start: 'startdatum, start, starttid, påbörjas, från, start date',
  due:
    'måldatum, när ska det vara klart, när skall det vara klart, när är det klart, när ska det göras, ' +
    'när, klart, klart när, klart senast, klar senast, senast klart, senast, slutdatum, sluttid, datum, ' +
    'tid, tidplan, tidsplan, tidsram, tidpunkt, deadline, due, due date, when, target date, end date',
  responsible:
    'ansvarig, ansvariga, ansvar, ansvarig funktion, ansvariga funktioner, funktion, funktioner, roll, ' +
    'ansvarig roll, ansvarig person, ansvarig chef, vem, vem gör det, vem gör vad, vem ansvarar, vem är ' +
    'ansvarig, ägare, utförare, responsible, owner, who',
  resources:
    'resurser, resurs, resursbehov, resursåtgång, kostnad, kostnader, budget, ekonomi, timmar, tim, ' +
    'kronor, kr, personal, pengar, resources, cost, costs',
  followUp:
    'uppföljning, uppföljningar, uppfölj, kommentar, kommentarer, anmärkning, anmärkningar, notering, ' +
    'noteringar, övrigt, hur följer vi upp, hur följs det upp, hur ska det följas upp, utvärdering, ' +
    'status, follow up, comment, comments, notes',
  number: 'nr, nummer, id, rad, no, number',
};

const FILLERS = new Set(['och', 'eller', 'samt', 'and', 'or']);
const LONGEST_PHRASE = 6;
const LONGEST_HEADING = 80;
const ROLE_OF = new Map(
  (Object.entries(PHRASES) as [Role, string][]).flatMap(([role, phrases]) =>
    phrases.split(', ').map((phrase) => [phrase, role] as const),
  ),
);

/** The role of a column by its heading: "Aktivitet – Hur gör vi det?" -> activity. Undefined when a word of it is none of ours. */
export function roleOf(heading: string): Role | undefined {
  if (heading.length > LONGEST_HEADING) return undefined;
  const outside = heading.replace(/\([^)]*\)?/gu, ' ');
  const words = (/\p{L}/u.test(outside) ? outside : heading).toLowerCase().match(/\p{L}+/gu) ?? [];
  let first: Role | undefined;
  for (let at = 0; at < words.length;) {
    const hit = phraseAt(words, at);
    if (hit) first ??= hit.role;
    else if (!FILLERS.has(words[at]!)) return undefined;
    at += hit?.length ?? 1;
  }
  return first;
}

function phraseAt(words: readonly string[], at: number): { role: Role; length: number } | undefined {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length--) {
    const role = ROLE_OF.get(words.slice(at, at + length).join(' '));
    if (role) return { role, length };
  }
  return undefined;
}
