import type { View } from '../../actions/index.js';
import type { Locale } from '../../calendar/index.js';
import type { CaseStatus, ExitCase } from '../case/exit-case.js';
import type { Owner } from '../checklist/item.js';
import { noteView } from './note-view.js';

type Closing = Readonly<
  Record<Exclude<CaseStatus, 'draft' | 'open'>, { title: string; leaver: string; others: string }>
>;

const closingSv: Closing = {
  ended: {
    title: 'Checklistan är avslutad',
    leaver: 'Allt det praktiska är avslutat. Tack för ditt arbete, och lycka till!',
    others: 'Checklistan är avslutad och går bara att läsa.',
  },
  withdrawn: {
    title: 'Checklistan är stängd',
    leaver: 'Du stannar kvar. Roligt! Du behöver inte göra något med listan.',
    others: 'Uppsägningen är återtagen. Ni behöver inte göra något mer med listan.',
  },
  recalled: {
    title: 'Checklistan är återkallad',
    leaver: 'Kortet skickades av misstag. Du behöver inte göra något. Fråga din chef om du undrar.',
    others: 'Kortet skickades av misstag. Ingen behöver göra något.',
  },
};
const closingEn: Closing = {
  ended: {
    title: 'The checklist is closed',
    leaver: 'All that is practical is closed. Thank you for your work, and good luck!',
    others: 'The checklist is closed and can only be read.',
  },
  withdrawn: {
    title: 'The checklist is closed',
    leaver: 'You are staying. How nice! You need not do anything with the list.',
    others: 'The resignation is withdrawn. You need not do anything more with the list.',
  },
  recalled: {
    title: 'The checklist is recalled',
    leaver: 'The card was sent by mistake. You need not do anything. Ask your manager if you wonder.',
    others: 'The card was sent by mistake. Nobody needs to do anything.',
  },
};

const closing = { sv: closingSv, en: closingEn } as const satisfies Record<Locale, Closing>;

/** What stands in the place of the list once the case is no longer open; what was ticked can still be read of one that has ended. */
export function closedView(
  { id, status }: Pick<ExitCase, 'id' | 'status'>,
  sides: readonly Owner[],
  { locale, isLive }: { readonly locale: Locale; readonly isLive: boolean },
): View | undefined {
  if (status === 'draft' || status === 'open') return undefined;
  const { title, leaver, others } = closing[locale][status];
  const problem = sides.includes('medarbetare') ? leaver : others;
  return noteView({ title, problem, isLive, reads: status === 'ended' ? id : undefined });
}
