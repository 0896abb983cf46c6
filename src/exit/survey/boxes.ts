import { isConflict } from '../../errors.js';
import { tryAgain } from '../../try-again.js';
import type { Answer } from './answer.js';
import { type Content, packed, unpacked } from './box.js';
import type { Seal } from './seal.js';
import { addSums, type Background, type Sums, sumsOf } from './sums.js';

/** One sealed box of a tertial's answers; nearly always there is one. */
export interface Box {
  readonly organisation: string;
  readonly tertial: string;
  readonly number: number;
  readonly sealed: string;
}

/** Where boxes are kept; provided by storage/. Writes throw `storage_conflict` when somebody else wrote first. */
export interface BoxStore {
  /** Of a tertial, in their order. */
  list(organisation: string, tertial: string): Promise<readonly { readonly box: Box; readonly version: string }[]>;
  insert(box: Box): Promise<void>;
  update(box: Box, version: string): Promise<void>;
  /** The tertials of which there are boxes. */
  tertials(organisation: string): Promise<readonly string[]>;
}

/**
 * The answers of a tertial. Storage sees one row of always the same length, which is written as a whole, under a new seal, when an
 * answer is put in and also when none is: a survey is opened, a day has gone. So two copies of storage differ in the same
 * way whether anybody answered between them or not, and no row, stamp or length belongs to one answer (docs/exit-survey.md).
 */
export interface Boxes {
  /** There is a box, and it was written just now, whether or not anything was put in. */
  stir(organisation: string, tertial: string): Promise<void>;
  /** `already` when an answer with this ticket is there: it stays as it is. */
  put(organisation: string, tertial: string, answer: Answer, background?: Background): Promise<'stored' | 'already'>;
  /** Whether the card with this ticket was sent. */
  has(organisation: string, tertial: string, ticket: string): Promise<boolean>;
  /** All answers of a tertial, in no order: for its release alone. */
  read(organisation: string, tertial: string): Promise<readonly Answer[]>;
  /** What those said who told of themselves: for its release alone. */
  sums(organisation: string, tertial: string): Promise<Sums>;
  /** Takes the sums away: their release is made. */
  dropSums(organisation: string, tertial: string): Promise<void>;
  /** Takes a department away from the answers of a tertial, where `keeps` says no. */
  strip(organisation: string, tertial: string, keeps: (department: string) => boolean): Promise<void>;
  /** Writes every box of an organisation anew: each day, under the newest key. */
  stirAll(organisation: string): Promise<void>;
}

export function createBoxes({ store, seal }: { readonly store: BoxStore; readonly seal: Seal }): Boxes {
  const aboutOf = ({ organisation, tertial, number }: Omit<Box, 'sealed'>) =>
    JSON.stringify([organisation, tertial, number]);
  const open = (box: Box) => unpacked(seal.open(box.sealed, aboutOf(box)));
  const close = (place: Omit<Box, 'sealed'>, content: Content): Box | undefined => {
    const text = packed(content);
    return text === undefined ? undefined : { ...place, sealed: seal.close(text, aboutOf(place)) };
  };

  async function opened(organisation: string, tertial: string) {
    const found = await store.list(organisation, tertial);
    return found.map(({ box, version }) => ({ box, version, ...open(box) }));
  }

  /** Writes all boxes anew, with the answer in the last one when there is one to put in. */
  function write(
    organisation: string,
    tertial: string,
    answer?: Answer,
    background: Background = {},
  ): Promise<'stored' | 'already'> {
    return tryAgain(async () => {
      const boxes = await opened(organisation, tertial);
      const isThere = boxes.some(({ answers }) => answers.some(({ ticket }) => ticket === answer?.ticket));
      const added: Content =
        answer && !isThere ? { answers: [answer], sums: sumsOf(answer, background) } : { answers: [], sums: {} };
      const last = boxes.at(-1);
      const next =
        last &&
        close(last.box, { answers: [...last.answers, ...added.answers], sums: addSums([last.sums, added.sums]) });
      if (last && next) await store.update(next, last.version);
      else await store.insert(close({ organisation, tertial, number: boxes.length + 1 }, added)!);
      return isThere ? 'already' : 'stored';
    }, MOST_TRIES);
  }

  async function stir(organisation: string, tertial: string): Promise<void> {
    try {
      await write(organisation, tertial);
    } catch (error) {
      // Somebody else wrote it, which is as good.
      if (!isConflict(error)) throw error;
    }
  }

  /** Every box of a tertial with other content, which is no longer than before. */
  async function change(organisation: string, tertial: string, to: (content: Content) => Content): Promise<void> {
    await tryAgain(async () => {
      for (const { box, version, ...content } of await opened(organisation, tertial))
        await store.update(close(box, to(content))!, version);
    }, MOST_TRIES);
  }

  return {
    put: write,
    stir,
    async has(organisation, tertial, ticket) {
      const boxes = await opened(organisation, tertial);
      return boxes.some(({ answers }) => answers.some((answer) => answer.ticket === ticket));
    },
    read: async (organisation, tertial) => (await opened(organisation, tertial)).flatMap(({ answers }) => answers),
    sums: async (organisation, tertial) => addSums((await opened(organisation, tertial)).map(({ sums }) => sums)),
    dropSums: (organisation, tertial) => change(organisation, tertial, ({ answers }) => ({ answers, sums: {} })),
    strip: (organisation, tertial, keeps) =>
      change(organisation, tertial, ({ answers, sums }) => ({
        sums,
        answers: answers.map(({ department, ...rest }) =>
          department !== undefined && keeps(department) ? { ...rest, department } : rest,
        ),
      })),
    async stirAll(organisation) {
      for (const tertial of await store.tertials(organisation)) await stir(organisation, tertial);
    },
  };
}

/** Everybody of a board writes the same row. */
const MOST_TRIES = 20;
