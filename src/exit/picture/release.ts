import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { addDays, stockholmMoment } from '../../calendar/index.js';
import type { Jobs } from '../../jobs/index.js';
import type { Answer } from '../survey/answer.js';
import type { Boxes } from '../survey/boxes.js';
import type { InvitationStore } from '../survey/invitations.js';
import type { Limits } from '../survey/settings.js';
import { addSums, type Sums } from '../survey/sums.js';
import type { Survey } from '../survey/survey.js';
import { lastDayOf, tertialAfter } from '../survey/tertial.js';
import { publishClasses } from './classes.js';
import { FAMILIES, type Family, type Group, type Release } from './figures.js';
import { publish } from './publish.js';
import { type PictureStore, waitingFor } from './store.js';
import { placesOfHarassment, type Warn } from './warn.js';

/** The job that makes a tertial's figures when it is over. */
export const RELEASE_JOB = 'exit.picture.release';
export const releaseJobSchema = z.object({ tertial: z.string().regex(/^\d{4}-[123]$/) });

export interface ReleaseParts {
  readonly store: PictureStore;
  readonly boxes: Pick<Boxes, 'read' | 'strip' | 'sums' | 'dropSums'>;
  readonly invitations: Pick<InvitationStore, 'invited'>;
  readonly survey: () => Survey;
  readonly limits: Limits;
  readonly jobs: Pick<Jobs, 'schedule'>;
  readonly warn: Warn;
}

/** Makes each tertial's figures once, the day after its end, when no survey of it is open any more. */
export function createReleases(parts: ReleaseParts) {
  const { store, boxes, invitations, limits, jobs } = parts;

  async function plan(organisation: string, tertial: string): Promise<void> {
    await jobs.schedule({
      organisation,
      id: `${RELEASE_JOB}:${tertial}`,
      kind: RELEASE_JOB,
      dueAt: stockholmMoment(addDays(lastDayOf(tertial), 1), '07:00'),
      data: { tertial },
    });
  }

  async function answersOf(organisation: string, tertials: readonly string[]): Promise<Answer[]> {
    const found: Answer[] = [];
    for (const tertial of tertials) found.push(...(await boxes.read(organisation, tertial)));
    return found;
  }

  async function close(organisation: string, tertial: string): Promise<void> {
    const { departments } = await invitations.invited(organisation, tertial);
    // A department of which few got the survey would lead to them, whatever they said.
    await boxes.strip(organisation, tertial, (department) => (departments[department] ?? 0) >= limits.group);
    await gatherTexts(organisation, tertial);
    const closed = await store.closed(organisation);
    const scores = await releaseOf('scores', organisation, [...waitingFor('scores', closed), tertial]);
    if (scores) await warnOf(organisation, tertial, scores.tertials);
    const counts = await releaseOf('counts', organisation, [...waitingFor('counts', closed), tertial]);
    await store.close(organisation, { tertial, ...(scores && { scores }), ...(counts && { counts }) });
  }

  async function warnOf(organisation: string, tertial: string, tertials: readonly string[]): Promise<void> {
    const told = placesOfHarassment(await answersOf(organisation, tertials), limits.group);
    if (told.length > 0) await parts.warn({ organisation, tertial, departments: told });
  }

  /** A family's figures of the tertials that wait for them; undefined until they are so many and hold nobody or enough. */
  async function releaseOf(
    family: Family,
    organisation: string,
    tertials: readonly string[],
  ): Promise<Release | undefined> {
    const least = FAMILIES[family].tertials;
    if (tertials.length < least) return undefined;
    const answers = await answersOf(organisation, tertials);
    const isNobody = answers.length === 0 && tertials.length === least;
    if (!isNobody && answers.length < limits.group) return undefined;
    let invited = 0;
    for (const one of tertials) invited += (await invitations.invited(organisation, one)).total;
    const survey = parts.survey();
    const shown = publish(answers, survey, { limits, family });
    const classes =
      family === 'counts' ? await classesOf(organisation, tertials, { answers, survey, whole: shown.whole }) : {};
    return { organisation, tertials: [...tertials], invited, ...shown, classes };
  }

  async function classesOf(
    organisation: string,
    tertials: readonly string[],
    { answers, ...about }: { readonly answers: readonly Answer[]; readonly survey: Survey; readonly whole: Group },
  ): Promise<Release['classes']> {
    const sums: Sums[] = [];
    for (const tertial of tertials) sums.push(await boxes.sums(organisation, tertial));
    return publishClasses(addSums(sums), answers, { ...about, limits });
  }

  /** Sums of classes are kept until they are released, and no longer. */
  async function dropSums(organisation: string): Promise<void> {
    const last = (await store.closed(organisation)).findLast(({ counts }) => counts !== undefined);
    for (const tertial of last?.counts?.tertials ?? []) await boxes.dropSums(organisation, tertial);
  }

  /** Texts of all tertials that are over, once there are enough that wait. */
  async function gatherTexts(organisation: string, tertial: string): Promise<void> {
    const read = new Set((await store.batches(organisation)).flatMap(({ tertials }) => tertials));
    const closed = [...(await store.closed(organisation)).map((one) => one.tertial), tertial];
    const tertials = closed.filter((one) => !read.has(one));
    const texts = (await answersOf(organisation, tertials)).flatMap(({ text }) => (text === undefined ? [] : [text]));
    if (texts.length >= limits.breakdown)
      await store.addBatch(organisation, { id: tertial, tertials, texts: shuffled(texts) });
  }

  return {
    plan,
    async run({ organisation, data }: { readonly organisation: string; readonly data: unknown }): Promise<void> {
      const { tertial } = releaseJobSchema.parse(data);
      const closed = await store.closed(organisation);
      if (!closed.some((one) => one.tertial === tertial)) await close(organisation, tertial);
      await dropSums(organisation);
      // Also for a tertial in which nobody leaves: that there were none is a figure.
      await plan(organisation, tertialAfter(tertial));
    },
  };
}

function shuffled<T>(items: readonly T[]): T[] {
  const left = [...items];
  for (let at = left.length - 1; at > 0; at--) {
    const other = randomInt(at + 1);
    [left[at], left[other]] = [left[other]!, left[at]!];
  }
  return left;
}
