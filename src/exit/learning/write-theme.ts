import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Reply, Turn } from '../../actions/index.js';
import { isConflict } from '../../errors.js';
import { organisationOf, type PeopleDirectory } from '../../people/index.js';
import { type GuardText, judge, verdictText } from '../../privacy/index.js';
import type { TextBatch } from '../picture/store.js';
import { faultsOf, type Said, supportOf } from './check.js';
import type { SaveInput, themeSchema, withdrawSchema } from './forms.js';
import { MOST_THEMES, signOf, type Theme } from './learning.js';
import type { LearningParts } from './lookup.js';
import type { Show } from './show.js';
import { learningTexts } from './texts.js';
import { type FormAbout, themeView } from './views.js';

/** More typed text than this, in bytes, does not fit on a card beside the rest: then the client keeps it. */
const MOST_TYPED = 12 * 1024;

export interface WriteParts extends LearningParts {
  readonly guard: GuardText;
  readonly directory: Pick<PeopleDirectory, 'inOrganisation'>;
}

/** HR writes, changes and withdraws themes. Whatever is refused keeps all that was typed. */
export function createWriteTheme({ learning, picture, limits, guard, directory }: WriteParts, show: Show) {
  /** The theme, if there is one, and the texts that it is or may be of, newest first. */
  async function look(turn: Turn, id: string) {
    const organisation = organisationOf(turn.asker);
    const [{ themes, ties }, batches] = await Promise.all([learning.read(organisation), picture.batches(organisation)]);
    const theme = themes.find((one) => one.id === id);
    const own = batches.find((one) => one.id === theme?.batch);
    const left = theme && { id: theme.batch, tertials: theme.tertials, texts: Array<string>(theme.texts).fill('') };
    return { organisation, themes, ties, theme, batches: theme ? [own ?? left!] : [...batches].reverse() };
  }

  const formOf = (turn: Turn, about: Omit<FormAbout, 'locale' | 'least'>): Reply => ({
    replace: themeView({ ...about, locale: turn.locale, least: limits.cell }),
    ...(about.theme !== '' && { touched: { theme: about.theme } }),
  });

  const formFor = (turn: Turn, theme: Theme | undefined, batches: FormAbout['batches'], batch: string): Reply =>
    formOf(turn, {
      ...{ theme: theme?.id ?? '', form: randomUUID(), seen: theme ? signOf(theme) : '', batches },
      said: { name: theme?.name ?? '', description: theme?.description ?? '', support: String(theme?.support ?? '') },
      batch: (batches.find(({ id }) => id === batch) ?? batches[0]!).id,
    });

  return {
    /** A form, of a new theme or of one that is there. */
    async edit(turn: Turn, { theme: id, batch }: z.infer<typeof themeSchema>): Promise<Reply> {
      const { theme, batches } = await look(turn, id);
      if (id !== '' && !theme) return show.gone(turn);
      if (batches.length === 0) return { toast: learningTexts[turn.locale].noTexts, outcome: 'learning-refused' };
      return formFor(turn, theme, batches, batch);
    },

    async save(turn: Turn, input: SaveInput): Promise<Reply> {
      const texts = learningTexts[turn.locale];
      const said = saidOf(input);
      const id = input.theme || input.form;
      const { organisation, themes, theme: before, batches } = await look(turn, id);
      if (input.theme !== '' && !before) return show.gone(turn);
      const batch = batches.find((one) => one.id === (before?.batch ?? input.batch));
      if (!batch) return show.gone(turn);
      const back = (about: {
        readonly problems: readonly string[];
        readonly shown?: string;
        readonly seen?: string;
      }) => {
        if (Buffer.byteLength(JSON.stringify(said)) > MOST_TYPED)
          return { toast: texts.tooLong, outcome: 'learning-refused' };
        const { theme, form, seen, shown } = input;
        const whole = { theme, form, seen, shown, said, batch: batch.id, batches, ...about };
        return { ...formOf(turn, whole), outcome: 'learning-refused' };
      };
      const names = directory.inOrganisation(organisation).map(({ name }) => name);
      const verdict = judge(guard([said.name, said.description].join('\n'), { names }), input.shown);
      const guarded = verdictText(verdict, turn.locale);
      if (guarded !== undefined)
        return back({ problems: [guarded], ...(verdict.kind === 'ask' && { shown: verdict.shown }) });
      const others = themes.filter((one) => one.id !== id && one.batch === batch.id);
      const faults = faultsOf(said, { texts: batch.texts, count: batch.texts.length, least: limits.cell, others });
      if (faults.length > 0)
        return back({ problems: faults.map((fault) => texts.faults[fault](limits.cell, batch.texts.length)) });
      const theme = themeOf(said, { organisation, id, batch });
      if (before && signOf(before) === signOf(theme)) return show.overview(turn, { note: texts.already });
      if (before && signOf(before) !== input.seen)
        return back({ problems: [texts.conflict(before.name, before.description)], seen: signOf(before) });
      if (!before && themes.length >= MOST_THEMES) return back({ problems: [texts.full] });
      try {
        await learning.putTheme(theme, before);
      } catch (error) {
        if (!isConflict(error)) throw error;
        // Whoever wrote at the same moment is shown; the next press decides.
        const now = (await look(turn, id)).theme;
        if (now && signOf(now) !== signOf(theme))
          return back({ problems: [texts.conflict(now.name, now.description)], seen: signOf(now) });
      }
      return { ...(await show.overview(turn, { note: texts.saved })), outcome: 'theme-saved', touched: { theme: id } };
    },

    async withdraw(turn: Turn, { theme: id, sure }: z.infer<typeof withdrawSchema>): Promise<Reply> {
      const { organisation, theme, ties, batches } = await look(turn, id);
      const note = learningTexts[turn.locale].withdrawn;
      if (!theme) return show.overview(turn, { note });
      if (sure === '') {
        const said = { name: theme.name, description: theme.description, support: String(theme.support) };
        const own = ties.filter((tie) => tie.kind === 'theme' && tie.subject === id).length;
        const about = { theme: id, form: randomUUID(), seen: signOf(theme), said, batch: theme.batch, batches };
        return { ...formOf(turn, { ...about, ties: own }), outcome: 'theme-withdraw-asked' };
      }
      await learning.removeTheme(organisation, id);
      return { ...(await show.overview(turn, { note })), outcome: 'theme-withdrawn', touched: { theme: id } };
    },
  };
}

/** What was typed, in one line each, without the blanks around it. */
function saidOf({ name, description, support }: SaveInput): Said {
  const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
  return { name: inOneLine(name), description: inOneLine(description), support: support.trim() };
}

function themeOf(
  { name, description, support }: Said,
  { organisation, id, batch }: { readonly organisation: string; readonly id: string; readonly batch: TextBatch },
): Theme {
  return {
    ...{ organisation, id, name, description, support: supportOf(support)! },
    ...{ texts: batch.texts.length, batch: batch.id, tertials: [...batch.tertials] },
  };
}
