import { unreadableTexts } from '../../documents/index.js';
import type { FilePlan, Refusal } from './plan-import.js';

type Planned = Exclude<FilePlan, { kind: 'refused' }>;

const KINDS: Record<Planned['kind'], string> = {
  new: 'nytt / new',
  changed: 'ändrat / changed',
  unchanged: 'oförändrat / unchanged',
};

const REFUSALS: Record<Exclude<Refusal, keyof typeof unreadableTexts.sv>, { sv: string; en: string }> = {
  name: {
    sv: 'filnamnet är längre än 100 tecken; korta det',
    en: 'the name is longer than 100 characters; shorten it',
  },
  'personnummer-in-name': {
    sv: 'filnamnet innehåller ett personnummer; byt namn på filen',
    en: 'the name of the file holds a personnummer; rename the file',
  },
  'personnummer-everywhere': {
    sv: 'alla avsnitt innehåller personnummer; ta bort dem ur dokumentet',
    en: 'every part holds a personnummer; take them out of the document',
  },
  'same-name': {
    sv: 'en annan fil i mappen har samma namn; byt namn på den ena',
    en: 'another file of the folder has the same name; rename one of them',
  },
  unopened: { sv: 'filen går inte att öppna', en: 'the file cannot be opened' },
};

const SHOWN = 20;

/** What would be done with one file, and what HR should know about it, as lines for the terminal. */
export function describeFile(plan: FilePlan): string[] {
  if (plan.kind === 'refused') return [describeRefusal(plan)];
  const { file, kind, document, headings, words } = plan;
  const counts = `${document.pieces.length} stycken, ${headings} rubriker, ${words} ord`;
  const english = `${document.pieces.length} passages, ${headings} headings, ${words} words`;
  return [`${file}: ${KINDS[kind]}: ${counts} / ${english}`, ...warningsOf(plan)];
}

function describeRefusal({ file, because, detail }: Extract<FilePlan, { kind: 'refused' }>): string {
  const { sv, en } = textOf(because);
  return `${file}: läses inte in: ${sv} / not imported: ${en}${detail === undefined ? '' : ` (${detail})`}`;
}

function textOf(because: Refusal): { sv: string; en: string } {
  if (because in REFUSALS) return REFUSALS[because as keyof typeof REFUSALS];
  const key = because as keyof typeof unreadableTexts.sv;
  return { sv: unreadableTexts.sv[key], en: unreadableTexts.en[key] };
}

function warningsOf({ withheld, pagesWithoutText }: Planned): string[] {
  const places = withheld.slice(0, SHOWN).map(({ heading, page }) => {
    const at = [heading === '' ? 'före första rubriken / before the first heading' : `"${heading}"`];
    if (page !== undefined) at.push(`sida / page ${page}`);
    return `  personnummer: stycket utelämnas / passage left out: ${at.join(', ')}`;
  });
  if (withheld.length > SHOWN) places.push(`  … och / and ${withheld.length - SHOWN} till / more`);
  if (pagesWithoutText.length === 0) return places;
  const pages = pagesWithoutText.slice(0, SHOWN).join(', ');
  return [...places, `  sidor utan text (inskannade?) / pages without text (scanned?): ${pages}`];
}

/** Under each heading: how many passages and words would be kept. For a dry run. */
export function describeContents({ document: { pieces } }: Planned): string[] {
  const sections = new Map<string, { passages: number; words: number }>();
  for (const { heading, text } of pieces) {
    const section = sections.get(heading) ?? { passages: 0, words: 0 };
    sections.set(heading, { passages: section.passages + 1, words: section.words + text.split(/\s+/).length });
  }
  return [...sections].map(
    ([heading, { passages, words }]) => `  ${heading || '-'} (${passages}, ${words} ord / words)`,
  );
}
