import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AdaptiveCardJson } from '../../../src/cards/index.js';
import type { Plan } from '../../../src/plan/index.js';
import { keptFilesTable, openPlans, plansTable } from '../../../src/storage/index.js';
import { dropFile } from '../../bot/support/files.js';
import { startGroupChat } from '../../bot/support/group-chat.js';
import { INGRID, KARIN, ORGANISATION, SARA } from '../../bot/support/people.js';
import { buttonOf, pressButton, read, replaced, say } from '../../bot/support/press.js';
import { buttonsOf, cardOf, invokeBody, seen } from '../../bot/support/seen.js';
import { useStage } from '../../bot/support/stage.js';
import { makeBomb, makeLiar } from '../../documents/support/make-files.js';
import { makeDocxOf, makeXlsx } from '../../documents/tables/make-tables.js';
import { type FileHost, serving, startFileHost } from '../../support/file-host.js';
import type { User } from '../../support/connector/index.js';

const HEADINGS = ['Vad ska vi uppnå?', 'Aktivitet', 'Måldatum', 'Ansvarig (Funktion)', 'Resurser', 'Uppföljning'];
const INDICATORS = ['Indikator', 'Periodens utfall', 'Årsmål år 2030', 'KF:s årsmål', 'Periodicitet'];
const ROWS = [
  ['Fler kan mer', '• Utbilda\n• Följ upp', 'våren 2030', 'Enhetschef', '', 'Tertialer samt VB'],
  ['Bara ett mål', '', 'snarast', '', '', ''],
  ['Mål två', 'Öva', 'snarast', 'Utvecklingsenheten', '', ''],
];

let host: FileHost;
let year = 2030;
let hr: User;
const stage = useStage({ env: { FILE_HOSTS: '127.0.0.1' } });
beforeAll(async () => void (host = await startFileHost()));
afterAll(() => host.stop());
beforeEach(() => {
  host.reset();
  // Plans stay from test to test: each has its own year.
  year++;
  hr = stage.user(INGRID);
});

type Rows = readonly (readonly string[])[];
const workbook = (rows: Rows = ROWS, more: Rows = []) =>
  makeXlsx({
    Plan: [
      ['Avdelning/Enhet: Avdelningen för förskola', '', `Datum: ${year}-01-08`],
      HEADINGS,
      ['Utveckla'],
      ...rows,
      ...more,
    ],
  });

async function drop(bytes: Uint8Array | string, name = 'plan.xlsx', user = hr) {
  host.answer = serving(bytes);
  return (await dropFile(stage.connector, user, { name, url: `${host.url}/file` })).replies[0];
}
const dropped = async (...file: Parameters<typeof drop>) => cardOf(await drop(...file));
const press = async (card: AdaptiveCardJson, title: string, typed: object = {}, user = hr) =>
  replaced(await pressButton(user, card, title, { ...inputsOf(card), ...typed }));

/** What the inputs of a card hold, as a client sends it. */
function inputsOf(card: AdaptiveCardJson): Record<string, string> {
  const inputs = (card.body as { type: string; id: string; value?: unknown }[]).filter(({ type }) =>
    type.startsWith('Input.'),
  );
  return Object.fromEntries(
    inputs.filter(({ value }) => value !== undefined && value !== '').map(({ id, value }) => [id, String(value)]),
  );
}

async function plan(id = `${year}-forskola`): Promise<Plan | undefined> {
  return (await openPlans(stage.storage).find(ORGANISATION, id))?.plan;
}
async function activities(): Promise<string[]> {
  const plans = openPlans(stage.storage);
  const stored = await plans.find(ORGANISATION, `${year}-forskola`);
  const found = [];
  if (stored)
    for await (const one of plans.activities(stored))
      found.push(`${one.id} ${one.activity}${one.goneAt ? ' (gone)' : ''}`);
  return found;
}
const audited = async () =>
  (await stage.audit())
    .filter(({ action }) => action.startsWith('plan'))
    .map(({ action, outcome, subject }) => [action, outcome, ...Object.values(subject ?? {})].join(' '));

describe('HR drops a plan', () => {
  it('and sees what was understood, each row that was not and why, and what nobody holds; nothing is changed', async () => {
    const card = await dropped(await workbook(ROWS, [INDICATORS, ['Andel nöjda', '81 %', '86 %', '90 %', 'År']]));
    expect(read(card).split('\n')).toEqual([
      'Läs in en plan',
      'plan.xlsx',
      `Kompetensförsörjningsplan ${year}, Förskola`,
      '3 aktiviteter ur 2 rader: utveckla 3',
      'Måldatum: med datum 2, oklara 1',
      '1 indikator',
      '4 rader utan aktivitet som hör till tabellen (rubriker, faser, tomma)',
      'Planen är ny här.',
      'Planen gäller',
      'Välj avdelning',
      'Hela förvaltningen | Förskola',
      'Planens år',
      'Stämmer det inte: ändra och tryck på Visa igen. Inget läses in förrän du trycker på Importera.',
      'Rader som inte lästes in (1)',
      'Plan, rad 5: ingen aktivitet i raden; skriv vad som ska göras: Bara ett mål | snarast',
      'Att se över (1)',
      'Plan, rad 6: måldatumet förstås inte och sparas som det står: snarast',
      'Funktioner som ingen i personalkatalogen har (1)',
      '"Utvecklingsenheten" (1 aktivitet)',
      'Nya (3)',
      'utveckla: Utbilda [2030-01-01 – 2030-06-30; Enhetschef]',
      'utveckla: Följ upp [2030-01-01 – 2030-06-30; Enhetschef]',
      'utveckla: Öva [oklart: "snarast"; Utvecklingsenheten]',
      'Nya indikatorer (1)',
      'Andel nöjda: årsmål 86 %, KF:s årsmål 90 %, periodicitet År',
      'Importera | Visa igen | Avbryt',
    ]);
    expect(await plan()).toBeUndefined();
    expect(await audited()).toEqual(['plan.import done']);
  });

  it('and imports it, once however often the button is pressed', async () => {
    const card = await dropped(await workbook());
    const presses = await Promise.all([1, 2, 3].map(() => pressButton(hr, card, 'Importera', inputsOf(card))));
    const cards = presses.map((one) => read(replaced(one)));
    expect(cards.filter((text) => text.startsWith('Planen är inläst\n'))).toHaveLength(1);
    for (const text of cards)
      expect(text).toMatch(/^Planen är inläst\n|^Filen är redan avslutad\n|Planen är redan inläst precis så här/);
    expect(read(await press(card, 'Importera'))).toBe(
      'Filen är redan avslutad\nDen är inläst eller avbruten. Skriv "planer" för att se alla planer, eller skicka filen igen.',
    );
    expect(await plan()).toMatchObject({
      activities: 3,
      lastNumber: 3,
      file: 'plan.xlsx',
      department: 'Förskola',
      year,
    });
    expect(await activities()).toEqual(['1 Utbilda', '2 Följ upp', '3 Öva']);
    expect((await audited()).filter((line) => line.endsWith(`done ${year}-forskola`))).toEqual([
      `plan.import.save done ${year}-forskola`,
    ]);
  });

  it('and begins its follow-up by the button on the card that says so', async () => {
    const done = await press(await dropped(await workbook()), 'Importera');
    expect(read(done)).toMatch(/^Planen är inläst\n/);
    const { body } = await pressButton(hr, done, 'Ny uppföljning');
    expect(invokeBody(body).value).toBe('Kommer nedanför.');
    const form = cardOf(stage.connector.current(hr.conversationId).at(-1));
    expect(read(form)).toMatch(/^Ny uppföljning\n/);
    expect(inputsOf(form).plans).toContain(`${year}-forskola`);
  });

  it('again, and sees what changes: added, changed and gone', async () => {
    await press(await dropped(await workbook()), 'Importera');
    const changed = [
      ['Fler kan mer', '• Utbilda\n• Granska helt nya saker', 'hösten 2030', 'Enhetschef', '', ''],
      ROWS[2]!,
    ];
    const card = await dropped(await workbook(changed));
    const text = read(card);
    expect(text).toContain('Mot den inlästa planen: 1 nya, 1 ändrade, 1 inte kvar, 1 oförändrade');
    expect(text).toMatch(
      /Inte kvar i filen \(sparas som borttagna\) \(1\)\nFölj upp\nÄndrade \(1\)\nUtbilda: måldatum /,
    );
    await press(card, 'Importera');
    expect(await activities()).toEqual(['1 Utbilda', '4 Granska helt nya saker', '3 Öva', '2 Följ upp (gone)']);
  });

  it('that is stored just so already, and has nothing to import', async () => {
    await press(await dropped(await workbook()), 'Importera');
    const card = await dropped(await workbook());
    expect(read(card)).toContain('Planen är redan inläst precis så här, så det finns inget att ändra.');
    expect(buttonsOf(card).map(({ title }) => title)).toEqual(['Visa igen', 'Avbryt']);
  });

  it('which somebody else changes meanwhile: the rehearsal is made anew, and imports what it shows', async () => {
    const card = await dropped(await workbook());
    const other = await dropped(await workbook([['Mål', 'En annan sak', '', 'Enhetschef', '', '']]));
    await press(other, 'Importera');
    const again = await press(card, 'Importera');
    expect(read(again)).toContain('Planen ändrades eller valdes om medan du granskade.');
    expect(await activities()).toEqual(['1 En annan sak']);
    expect(read(await press(again, 'Importera'))).toMatch(/^Planen är inläst/);
    expect(await activities()).toEqual(['2 Utbilda', '3 Följ upp', '4 Öva', '1 En annan sak (gone)']);
  });

  it('for another year or the whole organisation, as corrected on the card', async () => {
    const card = await dropped(await workbook());
    const shown = await press(card, 'Visa igen', { department: '*', year: String(year + 40) });
    expect(read(shown)).toContain(`Kompetensförsörjningsplan ${year + 40}, ${ORGANISATION}`);
    await press(shown, 'Importera');
    expect(await plan()).toBeUndefined();
    expect(await plan(`${year + 40}-hela-forvaltningen`)).toMatchObject({ activities: 3, year: year + 40 });
  });

  it('and corrects it without looking again: it is shown before it is imported', async () => {
    const card = await dropped(await workbook());
    const shown = await press(card, 'Importera', { year: String(year + 40) });
    expect(read(shown)).toContain('Så här ser det ut nu; granska och tryck igen.');
    expect(read(shown)).toContain(`Kompetensförsörjningsplan ${year + 40}, Förskola`);
    expect([await plan(), await plan(`${year + 40}-forskola`)]).toEqual([undefined, undefined]);
  });

  it.each(['26', '2199', 'i år', '0'])('with the year "%s": it is told, and the rest stands', async (typed) => {
    const card = await dropped(await workbook());
    for (const title of ['Visa igen', 'Importera']) {
      const shown = await press(card, title, { year: typed });
      expect(read(shown)).toContain('Ange ett år mellan 2000 och 2099. Inget är inläst.');
      expect(read(shown)).toContain('3 aktiviteter ur 2 rader');
    }
    expect(await plan()).toBeUndefined();
  });

  it('of several departments, or one that nobody knows, and chooses whose it is', async () => {
    const of = (name: string, activity: string) => [
      [`Avdelning/Enhet: ${name}`, ''],
      HEADINGS,
      ['Utveckla'],
      ['Mål', activity, '', 'Enhetschef'],
    ];
    const several = await dropped(await makeXlsx({ A: of('Förskola', 'Ett'), B: of('Äldreomsorg', 'Två') }));
    expect(read(several)).toContain(
      'Filen har planer för flera avdelningar: Förskola, Äldreomsorg. Välj vilken du vill läsa in.',
    );
    expect(buttonsOf(several).map(({ title }) => title)).toEqual(['Visa igen', 'Avbryt']);
    const chosen = await press(several, 'Visa igen', { department: 'Förskola', year: String(year) });
    expect(read(chosen)).toContain('Filen har också planer för: Äldreomsorg.');
    await press(chosen, 'Importera');
    expect(await activities()).toEqual(['1 Ett']);
    const unknown = await dropped(await makeXlsx({ A: of('Parkskötsel', 'Ett') }));
    expect(read(unknown)).toContain('Avdelningen "Parkskötsel" finns inte i personalkatalogen.');
    expect(read(await press(unknown, 'Visa igen', { department: 'Parkskötsel' }))).toContain(
      'Avdelningen "Parkskötsel"',
    );
  });

  it('and cancels: nothing is changed and the file is gone', async () => {
    const card = await dropped(await workbook());
    const cancelled = replaced(await pressButton(hr, card, 'Avbryt'));
    expect(read(cancelled)).toBe('Avbrutet\nIngenting är ändrat, och filen är borttagen.');
    expect(buttonsOf(cancelled)).toEqual([]);
    expect(read(await press(card, 'Importera'))).toMatch(/^Filen är redan avslutad/);
    expect(await plan()).toBeUndefined();
  });

  it('with more rows to look at than a card holds: each stands on exactly one page', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => [
      `Mål ${at}`,
      at % 2 ? `Ordna sak ${at}` : '',
      'snarast',
      'Någon',
      '',
      '',
    ]);
    let card = await dropped(await workbook(rows));
    const lines: string[] = [];
    for (let page = 1; ; page++) {
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1024);
      lines.push(
        ...read(card)
          .split('\n')
          .filter((line) => /^Plan, rad|^utveckla: /.test(line)),
      );
      if (!buttonsOf(card).some(({ title }) => title === 'Nästa sida')) break;
      card = await press(card, 'Nästa sida');
      expect(read(card)).toContain(`Sida ${page + 1} av 7`);
    }
    // 30 rows without activity, 30 unclear dates, 30 new activities.
    expect([lines.length, new Set(lines).size]).toEqual([90, 90]);
    expect(read(await press(card, 'Föregående sida'))).toContain('Sida 6 av 7');
    expect(buttonOf(card, 'Importera')).toBeDefined();
  });

  it('as .csv and as .docx', async () => {
    const csv = [HEADINGS, ['Mål', 'Utbilda', '2031', 'Enhetschef', '', '']].map((row) => row.join(';')).join('\n');
    expect(read(await dropped(csv, 'plan.csv'))).toContain('1 aktivitet ur 1 rad');
    const docx = await makeDocxOf('Avdelning/Enhet: Förskola', [
      HEADINGS,
      ['Mål', ['• Utbilda', '• Öva'], '2031', 'Enhetschef', '', ''],
    ]);
    expect(read(await dropped(docx, 'plan.docx'))).toContain('2 aktiviteter ur 1 rad');
  });

  it('with words that would be Markdown, a link or an expression: they are shown as they stand', async () => {
    const nasty = '**fet** [klicka](https://evil.example) ${1+1} <b>x</b>';
    const card = await dropped(await workbook([[nasty, nasty, nasty, nasty, '', '']]), 'a_b_*c*.xlsx');
    expect(read(card)).toContain('a_b_*c*.xlsx');
    expect(read(card)).toContain('${1+1}');
    const runs = JSON.stringify(card.body).match(/"type":"TextBlock","text":"[^"]*(?:klicka|\*\*fet)/g);
    expect(runs).toBeNull();
  });
});

describe('a file that cannot be a plan', () => {
  it.each<[what: string, name: string, bytes: Uint8Array | string | typeof makeBomb, says: RegExp]>([
    ['is damaged', 'plan.xlsx', 'inte en zip', /^Filen är skadad eller av en annan typ/],
    ['is empty', 'plan.xlsx', '', /^Filen är tom\./],
    ['has a password', 'plan.xlsx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /^Filen är lösenordsskyddad/],
    ['unpacks to far more', 'plan.xlsx', makeBomb, /^Filen är större än/],
    ['holds more than it says', 'plan.xlsx', makeLiar, /^Filen är skadad/],
    ['has a quote that never ends', 'plan.csv', 'Mål;Aktivitet;Ansvarig\na;"b;c', /^Ett citattecken/],
    [
      'has a personnummer for a name',
      'plan 850709-9805.xlsx',
      'x',
      /^Filnamnet är längre än 200 tecken eller innehåller ett personnummer/,
    ],
  ])('is refused with what to do when it %s, and not kept', async (_, name, bytes, says) => {
    const before = await keptFiles();
    expect(seen(await drop(typeof bytes === 'function' ? await bytes() : bytes, name))).toMatch(says);
    expect(await keptFiles()).toBe(before);
  });

  it('is shown with its rows when none became an activity', async () => {
    const card = await dropped('Namn;Telefon\nAnna;070', 'plan.csv');
    expect(read(card)).toContain('Ingen rad i filen blev en aktivitet.');
    expect(read(card)).toContain('Rad 2: tabellen har inga rubriker som känns igen');
    expect(buttonsOf(card).map(({ title }) => title)).not.toContain('Importera');
  });

  async function keptFiles(): Promise<number> {
    let count = 0;
    for await (const _ of stage.storage.table(keptFilesTable).list()) count++;
    return count;
  }
});

describe('the file that waits', () => {
  it("is nobody else's, and its buttons are HR's alone", async () => {
    const card = await dropped(await workbook());
    for (const person of [KARIN, SARA])
      for (const title of ['Importera', 'Visa igen', 'Avbryt'])
        expect(invokeBody((await pressButton(stage.user(person), card, title)).body).statusCode).toBe(403);
    const guessed = { ...buttonOf(card, 'Importera').data, file: 'x'.repeat(43) };
    const { body } = await hr.press('plan.import.save', guessed);
    expect(body).toMatchObject({ value: 'Jag hittar inte filen längre. Skicka den igen.' });
    expect(await plan()).toBeUndefined();
  });

  it('is not lost when storage fails at any of its calls: nothing half is left, and the next press imports', async () => {
    for (const call of ['find', 'list', 'insert', 'update', 'transact'] as const) {
      const card = await dropped(await workbook([['Mål', `Aktivitet ${call}`, '', 'Enhetschef', '', '']]));
      stage.storage.fails = (table, made) => table.startsWith('plan') && made === call;
      const { body } = await pressButton(hr, card, 'Importera', inputsOf(card));
      stage.storage.fails = undefined;
      const { statusCode } = invokeBody(body);
      const before = await activities();
      if (statusCode !== 200) expect(before.join()).not.toContain(`Aktivitet ${call},`);
      const after = statusCode === 200 ? undefined : read(await press(card, 'Importera'));
      if (after !== undefined) expect(after).toMatch(/^Planen är inläst|Planen är redan inläst/);
      expect((await activities()).join()).toContain(`Aktivitet ${call}`);
    }
  });
});

describe('planer', () => {
  it("lists the organisation's plans and says how to bring one in", async () => {
    for await (const { row } of stage.storage.table(plansTable).list())
      await stage.storage.table(plansTable).remove([row.organisation], plansTable.keys.row(row));
    expect(read(await say(hr, 'planer'))).toBe(
      [
        'Planer',
        ORGANISATION,
        'Ingen plan är inläst ännu.',
        'Läs in en plan: släpp filen (.xlsx, .csv eller .docx) här i chatten. Du ser först vad jag förstår av den, rad för rad, och bestämmer sedan.',
      ].join('\n'),
    );
    await press(await dropped(await workbook(ROWS, [INDICATORS, ['Andel nöjda', '', '86 %', '', '']])), 'Importera');
    expect(read(await say(hr, 'Planer!'))).toMatch(
      new RegExp(
        `Kompetensförsörjningsplan ${year}, Förskola\n${year}, Förskola: 3 aktiviteter, 1 indikator, inläst \\d{4}-`,
      ),
    );
  });

  it('is for HR, in the own chat', async () => {
    expect(seen((await stage.user(KARIN).say('planer')).replies[0])).toMatch(/^Det här får din roll inte göra/);
    const group = startGroupChat(stage.connector, [hr, stage.user(KARIN)]);
    await group.say(hr, '<at>UBARA-assistenten</at> planer');
    expect(group.messages().map(seen)).toEqual([
      'Planer visar och läser jag in bara i vår egen chatt. Öppna den och skriv samma sak där.',
    ]);
  });
});
