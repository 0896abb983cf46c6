import type { z } from 'zod';
import type { IncomingFile, Reply, Turn, View } from '../../actions/index.js';
import { isConflict } from '../../errors.js';
import { type Found, MAX_FILE_BYTES } from '../../files/index.js';
import { organisationOf } from '../../people/index.js';
import { unheldFunctions } from '../functions/unheld-functions.js';
import {
  changesAnything,
  describeRefusal,
  type Planned,
  type PlanRehearsal,
  rehearsePlanImport,
} from '../import/index.js';
import { departmentsOf, personOf, type PlanUploadParts } from './parts.js';
import { countsOf } from './plan-list.js';
import { uploadTexts } from './texts.js';
import { type Chosen, type cancelSchema, type Inputs, readChosen, type saveSchema, type showSchema } from './values.js';
import { type About, basisOf, importView, type Shown } from './view.js';

/** So long a file waits for HR's decision. */
const WAITS_MS = 3_600_000;
const PURPOSE = 'plan.import';
const CONTENT_TYPE = 'application/octet-stream';

/** A file with its token and bytes, and what the card about it was told. */
interface Dropped extends IncomingFile {
  readonly token: string;
}

/** The way of a plan from a file in the chat over its rehearsal to the import. Nothing changes before the last press. */
export function createUpload({ plans, directory, files }: PlanUploadParts) {
  function rehearse(turn: Turn, file: IncomingFile, chosen: Chosen): Promise<PlanRehearsal> {
    const { organisation } = personOf(turn);
    const departments = departmentsOf(directory.inOrganisation(organisation));
    return rehearsePlanImport({ store: plans, file, organisation, departments, now: turn.now, ...chosen });
  }

  function view(turn: Turn, file: Dropped, rehearsal: Shown, about: Pick<About, 'page' | 'note' | 'typed'>): View {
    const people = directory.inOrganisation(personOf(turn).organisation);
    const unheld = () => {
      if (rehearsal.kind !== 'planned') return [];
      const { plan, activities } = rehearsal.comparison.result;
      const current = activities.filter(({ goneAt }) => goneAt === undefined);
      return unheldFunctions(current, people, plan.department === undefined ? {} : { department: plan.department });
    };
    const { locale } = turn;
    return importView(file, rehearsal, { ...about, departments: departmentsOf(people), unheld: unheld(), locale });
  }

  const claimOf = ({ asker }: Turn) =>
    ({ organisation: organisationOf(asker), person: asker.id, purpose: PURPOSE }) as const;

  function noLonger({ locale }: Turn, { kind }: Exclude<Found, { kind: 'ready' }>): Reply {
    const texts = uploadTexts[locale];
    const outcome = `plan-file-${kind}`;
    if (kind === 'used') return { replace: noteView(texts.usedTitle, texts.usedLine), outcome };
    return { toast: texts.gone[kind], outcome };
  }

  /** The file as it waits, or what to say when it does not. */
  async function waiting(turn: Turn, token: string) {
    const found = await files.find(token, claimOf(turn), turn.now);
    if (found.kind !== 'ready') return { reply: noLonger(turn, found) };
    const { file } = found.stored;
    return { stored: found.stored, dropped: { token, name: file.name, bytes: await files.bytes(file) } };
  }

  async function shown(turn: Turn, file: Dropped, asked: Inputs & { page: number; note?: string }): Promise<Reply> {
    const { page, note, ...typed } = asked;
    const chosen = readChosen(typed);
    const problem = chosen ? note : uploadTexts[turn.locale].year;
    const rehearsal = await rehearse(turn, file, chosen ?? readChosen({ department: typed.department })!);
    if (isRefused(rehearsal)) return { toast: describeRefusal(rehearsal, turn.locale).join(' ') };
    const about = { page, typed, ...(problem === undefined ? {} : { note: problem }) };
    return { replace: view(turn, file, rehearsal, about), outcome: 'plan-rehearsed' };
  }

  async function put(turn: Turn, token: string, planned: Planned): Promise<Reply | undefined> {
    const texts = uploadTexts[turn.locale];
    try {
      const { plan } = await plans.put(planned.comparison.result, planned.before);
      // The import is done, and what it was made from is not needed: a second press finds the file used.
      const found = await files.find(token, claimOf(turn), turn.now);
      if (found.kind === 'ready' && (await files.use(found.stored, turn.now))) await files.finish(found.stored.file);
      const line = texts.doneLine(plan.title, countsOf(plan, turn.locale));
      return { replace: noteView(texts.doneTitle, line, true), touched: { plan: plan.id }, outcome: 'plan-imported' };
    } catch (error) {
      if (isConflict(error)) return undefined;
      throw error;
    }
  }

  return {
    /** HR dropped a file: it waits, and its rehearsal is shown. */
    async drop(file: IncomingFile, turn: Turn): Promise<Reply> {
      const texts = uploadTexts[turn.locale];
      const rehearsal = await rehearse(turn, file, {});
      if (isRefused(rehearsal) || file.bytes.length > MAX_FILE_BYTES) {
        const lines = isRefused(rehearsal) ? describeRefusal(rehearsal, turn.locale) : [];
        return { post: [{ text: lines.join('\n\n') }], outcome: 'plan-file-refused' };
      }
      const kept = {
        ...claimOf(turn),
        name: file.name,
        contentType: CONTENT_TYPE,
        bytes: file.bytes,
        keepMs: WAITS_MS,
      };
      const token = await files.keep(kept, turn.now);
      const card = view(turn, { ...file, token }, rehearsal, { page: 1, typed: {} });
      return { post: [{ card, summary: texts.cardTitle(file.name) }], outcome: 'plan-rehearsed' };
    },

    /** Shows it again: another page, department or year. */
    async show(turn: Turn, { file: token, ...asked }: z.infer<typeof showSchema>): Promise<Reply> {
      const found = await waiting(turn, token);
      return found.reply ?? shown(turn, found.dropped, asked);
    },

    /** Imports what was shown, once. What was not shown (the plan or the choice is another by now) is shown first. */
    async save(turn: Turn, { file: token, basis, ...typed }: z.infer<typeof saveSchema>): Promise<Reply> {
      const found = await waiting(turn, token);
      if (found.reply) return found.reply;
      const again = () => shown(turn, found.dropped, { ...typed, page: 1, note: uploadTexts[turn.locale].meanwhile });
      const chosen = readChosen(typed);
      if (!chosen) return shown(turn, found.dropped, { ...typed, page: 1 });
      const rehearsal = await rehearse(turn, found.dropped, chosen);
      if (rehearsal.kind !== 'planned' || basisOf(rehearsal) !== basis || !changesAnything(rehearsal.comparison))
        return again();
      return (await put(turn, token, rehearsal)) ?? again();
    },

    async cancel(turn: Turn, { file: token }: z.infer<typeof cancelSchema>): Promise<Reply> {
      const texts = uploadTexts[turn.locale];
      const found = await files.find(token, claimOf(turn), turn.now);
      if (found.kind === 'ready' && (await files.use(found.stored, turn.now))) await files.finish(found.stored.file);
      else if (found.kind !== 'ready') return noLonger(turn, found);
      return { replace: noteView(texts.cancelledTitle, texts.cancelledLine), outcome: 'plan-cancelled' };
    },
  };
}

function isRefused(rehearsal: PlanRehearsal): rehearsal is Exclude<PlanRehearsal, Shown> {
  return rehearsal.kind === 'unreadable' || rehearsal.kind === 'file-name';
}

/** A title and a line in the place of the import's card; with the button that begins a follow-up where there is a plan for one. */
function noteView(title: string, line: string, canFollowUp = false): View {
  return { template: 'plan/import-note', data: { title, line, canFollowUp } };
}
