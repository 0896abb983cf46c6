import { describe, expect, it } from 'vitest';
import { collectBytes, readTables, streamXlsx } from '../../../src/documents/index.js';
import { type Answer, createBoxes, createSeal, RELEASE_JOB } from '../../../src/exit/index.js';
import { LOCAL_SURVEY_KEY } from '../../../src/config.js';
import { lookAt } from '../../../src/exit/picture/look.js';
import { pictureSheets } from '../../../src/exit/picture/sheets.js';
import { createJobs } from '../../../src/jobs/index.js';
import { openBoxes, openInvitations, openJobs, openPicture } from '../../../src/storage/index.js';
import { INGRID, KARIN, ORGANISATION } from '../../bot/support/people.js';
import { pressButton, read, replaced, say } from '../../bot/support/press.js';
import { PETER, useOffice } from '../../questions/support/office.js';
import { TERTIAL } from '../survey/support/leavers.js';
import { made, SURVEY } from './support/made-answers.js';

/** The first working day of the year after, when the tertial's figures have been made. */
const AFTER = '2027-01-04T08:30:00Z';
const office = useOffice({ TEST_NOW: AFTER });

const boxes = () =>
  createBoxes({ store: openBoxes(office.storage), seal: createSeal([Buffer.from(LOCAL_SURVEY_KEY, 'base64')]) });

/** Answers of those invited from each department, as the survey stores them. */
async function answered(answers: readonly Answer[], invited: Readonly<Record<string, number>>): Promise<void> {
  for (const answer of answers) await boxes().put(ORGANISATION, TERTIAL, answer);
  const invitations = openInvitations(office.storage);
  let n = 0;
  for (const [department, count] of Object.entries(invited))
    for (let left = count; left > 0; left--) {
      const person = `c0000000-0000-4000-8000-${String(++n).padStart(12, '0')}`;
      await invitations.invite({ organisation: ORGANISATION, tertial: TERTIAL, person, case: `case-${n}`, department });
      await invitations.close(ORGANISATION, TERTIAL, person);
    }
}

/** The days after this tertial and the two before it, in which nobody answered: the bot's own scheduler makes their figures. */
async function tertialEnds(): Promise<void> {
  const jobs = createJobs({ store: openJobs(office.storage), clock: () => new Date(AFTER) });
  const dueAt = new Date('2026-05-01T06:00:00Z');
  await jobs.schedule({
    organisation: ORGANISATION,
    id: `${RELEASE_JOB}:x`,
    kind: RELEASE_JOB,
    dueAt,
    // Each plans the next.
    data: { tertial: '2026-1' },
  });
  await expect
    .poll(async () => (await openPicture(office.storage).closed(ORGANISATION)).length, { timeout: 20_000 })
    .toBe(3);
}

const some = (count: number, about: Partial<Answer>) => Array.from({ length: count }, () => made(about));
const MANY = [
  ...some(11, { department: 'Förskola', main: 'R5', chosen: { Q1: ['R5'], Q6: ['2'], Q12: ['9'] } }),
  ...some(4, { department: 'Förskola', main: 'R2', chosen: { Q1: ['R2'], Q6: ['4'], Q12: ['3'] } }),
  ...some(6, { department: 'IFO', main: 'R2', chosen: { Q1: ['R2', 'R5'], Q6: ['3'], Q12: ['8'], Q14: ['nej'] } }),
  ...some(2, { department: 'Äldreomsorg', main: 'R7', chosen: { Q1: ['R7'], Q6: ['1'] } }),
];

describe('the picture', () => {
  it('shows nothing before the tertial is over, not even how many have answered', async () => {
    await answered(MANY, { Förskola: 20 });
    const hr = await office.met(INGRID);
    const { replies } = await hr.say('avgångsenkät');
    expect(replies[0]?.text).toContain('Det finns inga siffror än');
    expect(replies[0]?.text).not.toMatch(/\b23\b/);
  });

  it('shows what may be shown, that there is no figure of turnover, and says of the rest that it is not shown', async () => {
    await answered(MANY, { Förskola: 20, IFO: 7, Äldreomsorg: 2 });
    await tertialEnds();
    const hr = await office.met(INGRID);
    const card = await say(hr, 'avgångsenkät');
    const text = read(card);
    expect(text).toContain('september–december 2026 · Hela förvaltningen');
    expect(text).toContain('Svar, av dem som fick enkäten: 23 av 29 (79 %)');
    // What knowledge says of turnover is told in beside.test.ts; the knowledge of these tests has no figure.
    expect(text).toContain(`Det finns ingen siffra om personalomsättning i ${ORGANISATION}.`);
    // Counts are of a year, and say of which.
    expect(text).toContain('Viktigaste skälet (januari–april 2026 till september–december 2026)');
    expect(text).toMatch(/Lön och villkor: 10 av 23 \(43 %\)/);
    // Two of R7: not shown.
    expect(text).toMatch(/visas inte: .*Närmaste chef/);
    expect(text).not.toMatch(/Närmaste chef: \d/);
    const preschool = replaced(await pressButton(hr, card, 'Visa', { period: '2026-3', department: 'Förskola' }));
    expect(read(preschool)).toMatch(/Svar: 15/);
    expect(read(preschool)).toMatch(/stöd och förtroende\.: 38 \(15 svar\)/);
    // Its two answers lie among the rest, which is large enough only with those of IFO.
    const departments = JSON.stringify(card);
    expect(departments).not.toContain('Äldreomsorg');
  });

  it('keeps no department with the answers of which fewer than five got the survey', async () => {
    await answered(MANY, { Förskola: 20, IFO: 4, Äldreomsorg: 2 });
    await tertialEnds();
    const kept = await boxes().read(ORGANISATION, TERTIAL);
    expect(new Set(kept.map(({ department }) => department))).toEqual(new Set(['Förskola', undefined]));
  });

  it('waits with fewer than five answers and says so, and counts them with those of the next tertial', async () => {
    await answered(some(4, { main: 'R5' }), { IFO: 6 });
    await tertialEnds();
    const hr = await office.met(INGRID);
    const text = read(await say(hr, 'avgångsenkät'));
    expect(text).toContain('september–december 2026: färre än 5 svar. De räknas ihop med nästa period');
    expect(text).toContain('nästa gång efter 2027-04-30');
    expect(text).toContain('Ingen svarade under perioden.');
  });

  it('is computed once: what comes afterwards changes nothing', async () => {
    await answered(MANY, { Förskola: 20 });
    await tertialEnds();
    const before = await openPicture(office.storage).closed(ORGANISATION);
    await answered(some(9, { main: 'R1', chosen: { Q6: ['5'] } }), {});
    const jobs = createJobs({ store: openJobs(office.storage), clock: () => new Date(AFTER) });
    const again = { organisation: ORGANISATION, id: `${RELEASE_JOB}:y`, kind: RELEASE_JOB, data: { tertial: TERTIAL } };
    await jobs.schedule({ ...again, dueAt: new Date(AFTER) });
    await expect
      .poll(async () => (await jobs.find(ORGANISATION, `${RELEASE_JOB}:y`))?.state, { timeout: 20_000 })
      .toBe('done');
    expect(await openPicture(office.storage).closed(ORGANISATION)).toEqual(before);
  });

  it('is not for managers, nor of another board', async () => {
    await answered(MANY, { Förskola: 20 });
    await tertialEnds();
    const manager = await office.met(KARIN);
    expect((await manager.say('avgångsenkät')).replies[0]?.text).not.toContain('Svar');
    expect(JSON.stringify((await manager.press('exit.picture.show', {})).body)).not.toContain('Lön och villkor');
    const other = await office.met(PETER);
    expect((await other.say('avgångsenkät')).replies[0]?.text).toContain('Det finns inga siffror än');
  });

  it('comes as an Excel file with the same figures and nothing more', async () => {
    await answered(MANY, { Förskola: 20, IFO: 7 });
    await tertialEnds();
    const hr = await office.met(INGRID);
    const card = await say(hr, 'avgångsenkät');
    const { replies } = await pressButton(hr, card, 'Hämta som Excel');
    expect(replies.map(({ text }) => text).join()).toContain('Avgångsenkät 2027-01-04.xlsx');
    const look = lookAt(await openPicture(office.storage).closed(ORGANISATION), 'sv', SURVEY);
    const beside = {
      organisation: ORGANISATION,
      process: [],
      turnover: { definition: 'Stadens definition.', figures: [] },
    };
    const about = { title: 't', author: 'a', now: new Date(AFTER) };
    const bytes = await collectBytes(streamXlsx(pictureSheets(look, SURVEY, 'sv', beside), about));
    const tables = await readTables('avgang.xlsx', bytes);
    const rows = tables.kind === 'read' ? tables.tables[0]!.rows.map(({ cells }) => cells.map(({ text }) => text)) : [];
    const of = (option: string) =>
      rows.filter((row) => row[1] === 'Hela förvaltningen' && row[2] === 'Viktigaste skälet' && row[3] === option);
    expect(of('Lön och villkor')).toEqual([expect.arrayContaining(['10', '23'])]);
    expect(of('Närmaste chef')[0]!.slice(4, 6)).toEqual(['', 'visas inte']);
    expect(rows.at(-1)![0]).toContain('ingen siffra om personalomsättning');
  });
});

describe('free text and harassment', () => {
  it('HR reads texts only when ten have written, together and in random order', async () => {
    await answered(
      some(9, {}).map((one, n) => ({ ...one, text: `Text ${n}` })),
      { Förskola: 20 },
    );
    await tertialEnds();
    expect(await openPicture(office.storage).batches(ORGANISATION)).toEqual([]);
  });

  it('shows ten texts page by page', async () => {
    const texts = Array.from({ length: 12 }, (_, n) => `Text nummer ${n}`);
    await answered(
      texts.map((text) => made({ text, main: 'R5' })),
      { Förskola: 20 },
    );
    await tertialEnds();
    const hr = await office.met(INGRID);
    const first = replaced(await pressButton(hr, await say(hr, 'avgångsenkät'), 'Läs fritext'));
    const second = replaced(await pressButton(hr, first, 'Nästa sida'));
    const seen = texts.filter((text) => `${read(first)}\n${read(second)}\n`.includes(`${text}\n`));
    expect(seen).toHaveLength(12);
    const [batch] = await openPicture(office.storage).batches(ORGANISATION);
    expect([...batch!.texts].sort()).toEqual([...texts].sort());
    expect(read(replaced(await pressButton(hr, second, 'Till siffrorna')))).toContain('Varför medarbetare slutar');
  });

  it('tells HR that somebody was not free from harassment, of the smallest group that is large enough', async () => {
    const hr = await office.met(INGRID);
    await answered(MANY, { Förskola: 20, IFO: 7 });
    await tertialEnds();
    const told = () =>
      office.connector
        .current(hr.conversationId)
        .map(({ text = '' }) => text)
        .join('\n');
    await expect.poll(told, { timeout: 20_000 }).toContain('minst en person i IFO svarat');
  });
});
