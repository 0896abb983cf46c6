import { createBoxes, createSeal } from '../../../src/exit/index.js';
import { LOCAL_SURVEY_KEY } from '../../../src/config.js';
import { openBoxes, openStorage } from '../../../src/storage/index.js';
import { ORGANISATION } from '../support/staff.js';
import { emptyVerdict, judgeRound, type Verdict } from './judge-round.js';
import type { Model } from './model.js';
import { jsonOf, type RawRow, rowsOf } from './stored.js';

/** What stands in Azurite against what people were told. */
export async function judge(connectionString: string, model: Model, tertial: string): Promise<Verdict> {
  const verdict = emptyVerdict();
  const rows = (table: string) => rowsOf(connectionString, table);
  judgeRound(await rows('roundunits'), model.answers, verdict);
  judgeTicks(await rows('exitcases'), model.ticks, verdict);
  judgeQuestions(await rows('questions'), model.questions, verdict);
  judgeRatings(await rows('ratings'), model.ratings, verdict);
  judgeAudit(await rows('audit'), model.presses, verdict);
  const storage = openStorage({ kind: 'connection-string', connectionString });
  const seal = createSeal([Buffer.from(LOCAL_SURVEY_KEY, 'base64')]);
  const sent = await createBoxes({ store: openBoxes(storage), seal }).read(ORGANISATION, tertial);
  judgeOnce(
    sent.map(({ text }) => text ?? ''),
    model.surveys,
    { what: 'survey', verdict },
  );
  return verdict;
}

function judgeTicks(cases: readonly RawRow[], acked: Model['ticks'], { lost }: Verdict): void {
  type Content = { readonly ticks: Record<string, Record<string, { state: string; comment?: string }>> };
  const contents = new Map(cases.map((row) => [String(row.id), jsonOf(row, 'content') as Content]));
  for (const [key, { state, comment }] of acked) {
    const [exitCase = '', item = '', owner = ''] = key.split(' ');
    const stored = contents.get(exitCase)?.ticks[item]?.[owner];
    if (stored?.state !== state || stored.comment !== comment) lost.push(`tick ${key} "${comment}"`);
  }
}

function judgeQuestions(rows: readonly RawRow[], acked: Model['questions'], verdict: Verdict): void {
  judgeOnce(
    rows.map(({ question }) => String(question)),
    acked,
    { what: 'question', verdict },
  );
}

function judgeOnce(
  stored: readonly string[],
  acked: ReadonlySet<string>,
  { what, verdict }: { readonly what: string; readonly verdict: Verdict },
): void {
  for (const text of acked) {
    const count = stored.filter((one) => one === text).length;
    if (count === 0) verdict.lost.push(`${what} "${text}"`);
    if (count > 1) verdict.doubled.push(`${what} "${text}"`);
  }
  const strange = stored.filter((text) => !acked.has(text));
  verdict.doubled.push(...strange.map((text) => `${what} "${text}", which nobody was told of`));
}

function judgeRatings(rows: readonly RawRow[], acked: Model['ratings'], { lost }: Verdict): void {
  const stored = new Map(rows.map(({ answer, rating }) => [answer, rating]));
  for (const [answer, rating] of acked) if (stored.get(answer) !== rating) lost.push(`rating of ${answer}`);
}

/** Each press that was acknowledged has its line; more there may be, of presses whose acknowledgement was lost. */
function judgeAudit(rows: readonly RawRow[], presses: Model['presses'], { lost }: Verdict): void {
  const lines = new Map<string, number>();
  for (const { personId, action, outcome } of rows)
    if (outcome === 'done') {
      const key = `${String(personId)} ${String(action)}`;
      lines.set(key, (lines.get(key) ?? 0) + 1);
    }
  for (const [key, count] of presses) {
    // Nobody notes who answers a survey, or rates an answer of the bot.
    if (/ (exit\.survey\.|feedback\.)/.test(key)) continue;
    if ((lines.get(key) ?? 0) < count) lost.push(`audit ${key}: ${lines.get(key) ?? 0} of ${count} lines`);
  }
}
