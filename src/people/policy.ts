import type { Asker, Role } from './person.js';

/**
 * Who may do what, and to what. One line a permission; every action and command names one of them to be registered.
 *
 * The cell says how far the right reaches:
 *   allt         the shared knowledge, or the whole installation
 *   organisation everything of the person's own organisation (nämnd)
 *   linje        the person's own line: units and people below them
 *   eget         only what is the person's own
 * A role that is not named may not. `okänd` is somebody of the tenant whom the directory does not know (yet);
 * guests and other tenants may nothing. Sources: domain page P9 (access by role), design section 5 (one board, one controller).
 */
export const POLICY = {
  'ask.question': {
    okänd: 'allt',
    medarbetare: 'allt',
    chef: 'allt',
    hr: 'allt',
    'hr-analytiker': 'allt',
    admin: 'allt',
  },
  'ask.help': { okänd: 'allt', medarbetare: 'allt', chef: 'allt', hr: 'allt', 'hr-analytiker': 'allt', admin: 'allt' },
  'ask.search': {
    okänd: 'allt',
    medarbetare: 'allt',
    chef: 'allt',
    hr: 'allt',
    'hr-analytiker': 'allt',
    admin: 'allt',
  },
  'feedback.rate': {
    okänd: 'eget',
    medarbetare: 'eget',
    chef: 'eget',
    hr: 'eget',
    'hr-analytiker': 'eget',
    admin: 'eget',
  },
  // Not for okänd: without an organisation there is no HR to send to.
  'questions.send': { medarbetare: 'eget', chef: 'eget', hr: 'eget', 'hr-analytiker': 'eget', admin: 'eget' },
  // With names and texts: for HR alone, and only of its own board.
  'questions.handle': { hr: 'organisation' },
  // What HR publishes is its own board's knowledge.
  'publishing.publish': { hr: 'organisation' },
  // HR speaks to its own board; the ids on its cards are looked for there alone.
  'broadcast.send': { hr: 'organisation' },
  'broadcast.read': { hr: 'organisation' },
  // Whoever got a card may answer it; the ledger knows who did.
  'broadcast.answer': { medarbetare: 'eget', chef: 'eget', hr: 'eget', 'hr-analytiker': 'eget', admin: 'eget' },
  // HR runs rounds of its own board: plans in, send, close, reopen, report.
  'plan.handle': { hr: 'organisation' },
  // Whoever is asked in a round may answer, and name a deputy, who may be anybody of the board; the items know who.
  'plan.respond': { medarbetare: 'eget', chef: 'eget', hr: 'eget', 'hr-analytiker': 'eget', admin: 'eget' },
  // What others answered: HR of the whole board, a manager of the own line.
  'plan.read': { chef: 'linje', hr: 'organisation' },
  // A manager starts a case for those whose manager they are, HR for anybody of the board; both lead what they started.
  'exit.start': { chef: 'eget', hr: 'organisation' },
  'exit.lead': { chef: 'eget', hr: 'organisation' },
  // Whoever has a side in a case (leaver, manager, a function) sees and ticks that side; the case knows who.
  'exit.own': { medarbetare: 'eget', chef: 'eget', hr: 'eget', 'hr-analytiker': 'eget', admin: 'eget' },
  // The cases of the board, and the figures of the process.
  'exit.handle': { hr: 'organisation' },
  // The survey is the leaver's own, and kept without person.
  'exit.answer': { medarbetare: 'eget', chef: 'eget', hr: 'eget', 'hr-analytiker': 'eget', admin: 'eget' },
  // The answers, in groups that are large enough.
  'exit.picture': { hr: 'organisation', 'hr-analytiker': 'organisation' },
  // What HR makes of them: themes, and ties to what is done about them. Whoever reads the picture reads these, too.
  'exit.learn': { hr: 'organisation' },
  // A file that the bot offers goes to whoever asked for it, who must still hold the right by which it was asked for.
  'files.take': { medarbetare: 'eget', chef: 'eget', hr: 'eget', 'hr-analytiker': 'eget', admin: 'eget' },
  // Who did what in the own board: ids and actions.
  'privacy.audit': { hr: 'organisation' },
  'people.language': {
    okänd: 'eget',
    medarbetare: 'eget',
    chef: 'eget',
    hr: 'eget',
    'hr-analytiker': 'eget',
    admin: 'eget',
  },
  'people.self': {
    okänd: 'eget',
    medarbetare: 'eget',
    chef: 'eget',
    hr: 'eget',
    'hr-analytiker': 'eget',
    admin: 'eget',
  },
} as const satisfies Record<string, Partial<Record<Role | 'okänd', Reach>>>;

/** How far a right may reach, the widest first. */
export const REACHES = ['allt', 'organisation', 'linje', 'eget'] as const;
export type Reach = (typeof REACHES)[number];
export type Permission = keyof typeof POLICY;

export type Decision =
  { readonly allowed: true; readonly reach: Reach } | { readonly allowed: false; readonly because: 'guest' | 'role' };

/** Whether the asker may use the permission at all, and how far: the widest reach of any role the person has. */
export function decide(asker: Asker, permission: Permission): Decision {
  if (asker.kind === 'guest') return { allowed: false, because: 'guest' };
  const rule: Partial<Record<Role | 'okänd', Reach>> = POLICY[permission];
  const roles: readonly (Role | 'okänd')[] = asker.kind === 'person' ? asker.person.roles : ['okänd'];
  const reaches = roles.map((role) => rule[role]);
  const reach = REACHES.find((candidate) => reaches.includes(candidate));
  return reach ? { allowed: true, reach } : { allowed: false, because: 'role' };
}

/** A right as it was held at some moment. */
export interface Right {
  readonly permission: Permission;
  readonly reach: Reach;
}

/** Whether the asker still holds a right, at least as far as it reached then. */
export function holds(asker: Asker, { permission, reach }: Right): boolean {
  const decision = decide(asker, permission);
  return decision.allowed && REACHES.indexOf(decision.reach) <= REACHES.indexOf(reach);
}

export function isPermission(name: string): name is Permission {
  return Object.hasOwn(POLICY, name);
}
