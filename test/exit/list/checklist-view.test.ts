import { describe, expect, it } from 'vitest';
import { loadCards, visibleText } from '../../../src/cards/index.js';
import { checklistMessage, type ListAbout } from '../../../src/exit/list/checklist-view.js';
import { itemView } from '../../../src/exit/list/item-view.js';
import { SARA } from '../../bot/support/people.js';
import { someSeat, someTick } from './support/some-seat.js';

const cards = loadCards('cards');
const EMPLOYEE = '33333333-3333-4333-8333-333333333333';
const about = (more: Partial<ListAbout> = {}): ListAbout => ({ locale: 'sv', leaver: SARA, isLive: true, ...more });
const textOf = (seat: Parameters<typeof checklistMessage>[0], more?: Partial<ListAbout>) =>
  visibleText(cards.bind(checklistMessage(seat, about(more)).card!, more?.locale ?? 'sv'));

/** Pension is a matter of HR and the employee: the manager has no part in it. */
const pension = {
  kind: 'pension',
  ticks: { 'AVS-10': { hr: someTick('done'), medarbetare: someTick('notYet') } },
} as const;

describe('the card', () => {
  it('tells whoever leads the case also of what others disagree about, and a function only of its own', () => {
    const holders = { hr: ['hr-1'], it: ['it-1'] };
    const line = 'Gå igenom pensionsansökan och starta ärendet: HR säger ”klar” och medarbetaren säger ”inte än”.';
    expect(textOf(someSeat(pension, { holders }))).toContain(line);
    expect(textOf(someSeat(pension, { holders, person: 'it-1' }))).not.toContain('pensionsansökan');
  });

  it('begins with what the reader said', () => {
    const ticks = { 'AVS-27': { medarbetare: someTick('done'), chef: someTick('notYet') } };
    expect(textOf(someSeat({ ticks }))).toContain('du säger ”inte än” och medarbetaren säger ”klar”.');
    expect(textOf(someSeat({ ticks }, { person: EMPLOYEE }))).toContain('du säger ”klar” och chefen säger ”inte än”.');
  });

  it('names three disagreements and counts the others', () => {
    const said = { chef: someTick('done'), medarbetare: someTick('notYet') };
    const ticks = Object.fromEntries(['02', '04', '06', '08', '27'].map((n) => [`AVS-${n}`, said]));
    expect(textOf(someSeat({ ticks }))).toContain('… och 2 till.');
  });

  it('says when nothing is left, and what waits for others', () => {
    const ticks = Object.fromEntries(
      someSeat({}, { person: EMPLOYEE }).own.map(({ item }) => [item.id, { medarbetare: someTick('done') }]),
    );
    const text = textOf(someSeat({ ticks }, { person: EMPLOYEE }));
    expect(text).toContain('Du har inget kvar att göra.');
    expect(text).toContain('väntar på någon annan');
  });

  it('counts of all what it shows of all', () => {
    const seat = someSeat({}, { holders: { hr: ['hr-1'] } });
    expect(textOf(seat, { isLive: false })).toContain(`0 av ${seat.own.length} klara`);
    expect(textOf(seat, { isLive: false, scope: 'all' })).toContain(`0 av ${seat.parts.length} klara`);
    // The leaver is not asked to read what the manager has to do.
    const hers = someSeat({}, { person: EMPLOYEE });
    expect(textOf(hers, { isLive: false, scope: 'all' })).toContain(`0 av ${hers.own.length} klara`);
  });

  it.each([
    ['sv', '‼ Brådskande · ○ Kvar, senast 19 november 2026'],
    ['en', '‼ Urgent · ○ Left, by 19 November 2026'],
  ] as const)(
    'says in words from 31 days before a fixed term ends that the notice of it is urgent (%s)',
    (locale, line) => {
      const ending = (lastDay: string, more = {}) =>
        someSeat({ kind: 'visstid', notice: '2026-11-14', lastDay, lastWorkingDay: lastDay, ...more });
      const listed = (seat: Parameters<typeof textOf>[0]) => textOf(seat, { locale });
      const word = locale === 'sv' ? 'Brådskande' : 'Urgent';
      // It is 18 November: 31 days before 19 December, 32 before 20 December.
      expect(listed(ending('2026-12-19'))).toContain(word);
      expect(listed(ending('2026-12-20'))).not.toContain(word);
      const done = { 'AVS-09': { chef: someTick('done'), hr: someTick('done') } };
      expect(listed(ending('2026-12-19', { ticks: done }))).not.toContain(word);
      const seat = ending('2026-12-19');
      const part = seat.own.find(({ item, owner }) => item.id === 'AVS-09' && owner === 'chef')!;
      const card = cards.bind(itemView(seat, part, { locale, page: 1, scope: 'own' }), locale);
      expect(visibleText(card)).toContain(line);
      expect(listed(seat)).toContain(line);
    },
  );

  it('goes without a name when the directory has lost the leaver', () => {
    expect(textOf(someSeat(), { leaver: undefined })).toContain('Checklista: en medarbetare');
    expect(textOf(someSeat(), { leaver: undefined, locale: 'en' })).toContain('Checklist: an employee');
  });

  it('says in a list of messages how much is left', () => {
    const { summary } = checklistMessage(someSeat({}, { person: EMPLOYEE }), about());
    expect(summary).toBe('Din checklista inför sista dagen: 11 kvar');
  });

  it.each([
    ['ended', 'lycka till', 'går bara att läsa'],
    ['withdrawn', 'Du stannar kvar', 'Det blir inget avslut'],
    ['recalled', 'skickades av misstag', 'skickades av misstag'],
  ] as const)('of a case that is %s closes with its own words on each side', (status, leaver, others) => {
    expect(textOf(someSeat({ status }, { person: EMPLOYEE }))).toContain(leaver);
    expect(textOf(someSeat({ status }))).toContain(others);
    expect(textOf(someSeat({ status }))).not.toContain('Punkt');
  });
});
