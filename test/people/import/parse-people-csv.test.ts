import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { COLUMNS } from '../../../src/people/import/columns.js';
import { parsePeopleCsv } from '../../../src/people/index.js';
import { type Cells, cellsOf, fileOf, idOf, randomFrom, somePerson } from '../some-people.js';

const boss = somePerson(1, { function: 'Enhetschef', roles: ['medarbetare', 'chef'] });
const anna = somePerson(2, { managerId: boss.id });

/** The faults as "row column", to see which were found. */
const places = (text: string) => parsePeopleCsv(text).faults.map(({ row, column }) => `${row} ${column}`);
const messages = (text: string) => parsePeopleCsv(text).faults.map(({ message }) => message);
const withCell = (cells: Partial<Cells>) => fileOf([boss, { ...cellsOf(anna), ...cells }]);

describe('a file without faults', () => {
  it('gives every person with all fields', () => {
    expect(parsePeopleCsv(fileOf([boss, anna]))).toEqual({ people: [boss, anna], faults: [] });
  });

  it('reads commas, a byte order mark and Windows line ends', () => {
    const text = '\uFEFF' + fileOf([boss, anna]).replaceAll(';', ',').replaceAll('\n', '\r\n');
    expect(parsePeopleCsv(text)).toEqual({ people: [boss, anna], faults: [] });
  });

  it('reads quoted headings after a byte order mark, and mixed line ends', () => {
    const text = '\uFEFF' + fileOf([boss, { ...cellsOf(anna), email: 'x' }]).replace(/^id;name/, '"id";"name"');
    const mixed = text.replace('\n', '\r\n').replace(/\n$/, '\r');
    expect(parsePeopleCsv(mixed)).toMatchObject({ people: [boss], faults: [{ row: 3, column: 'email' }] });
  });

  it('takes columns in any order and passes over others', () => {
    const text = fileOf([boss, anna])
      .trimEnd()
      .split('\n')
      .map((line, index) => [...line.split(';').reverse(), index === 0 ? 'phone' : '08-123'].join(';'))
      .join('\n');
    expect(parsePeopleCsv(text)).toEqual({ people: [boss, anna], faults: [] });
  });

  it('finds headings and ids whatever their case', () => {
    const text = fileOf([boss, anna])
      .replace('occupationalGroup', ' OCCUPATIONALGROUP')
      .replace(anna.id, anna.id.toUpperCase());
    expect(parsePeopleCsv(text)).toEqual({ people: [boss, anna], faults: [] });
  });

  it('finds a manager by e-mail further down in the file', () => {
    const text = fileOf([{ ...cellsOf(anna), manager: boss.email.toUpperCase() }, boss]);
    expect(parsePeopleCsv(text).people[0]!.managerId).toBe(boss.id);
  });

  it('finds a manager in the directory by the old e-mail', () => {
    const moved = { ...boss, email: 'new@ubara.example' };
    const text = fileOf([{ ...cellsOf(anna), manager: boss.email }, moved]);
    expect(parsePeopleCsv(text, { directory: [boss] }).people).toEqual([anna, moved]);
  });

  it('makes one spelling of hard spaces, double spaces and split letters', () => {
    const text = fileOf([{ ...cellsOf(boss), department: 'Barn\u00A0och  fo\u0308rskola ' }]);
    expect(parsePeopleCsv(text).people[0]!.department).toBe('Barn och förskola');
  });

  it('orders roles so that another order is no change', () => {
    const text = fileOf([{ ...cellsOf(boss), roles: 'HR | chef|medarbetare|chef' }]);
    expect(parsePeopleCsv(text).people[0]!.roles).toEqual(['medarbetare', 'chef', 'hr']);
  });

  it('takes the language in capitals', () => {
    expect(parsePeopleCsv(fileOf([{ ...cellsOf(boss), language: 'EN' }])).people[0]!.language).toBe('en');
  });

  it('passes over empty rows and cells beyond the headings', () => {
    const text = fileOf([boss]).replace(/\n$/, ';;;\n;;;;;;;;;;;\n\n');
    expect(parsePeopleCsv(text)).toEqual({ people: [boss], faults: [] });
  });

  it('keeps a delimiter inside quotes as part of the value', () => {
    const text = fileOf([{ ...cellsOf(boss), unit: '"Solberga; norra"' }]);
    expect(parsePeopleCsv(text).people[0]!.unit).toBe('Solberga; norra');
  });
});

describe('a faulty cell', () => {
  test.each<[column: keyof Cells, value: string, message: RegExp]>([
    ['id', '', /^Värdet saknas\. Ange personens objekt-id i Entra/],
    ['id', '12345', /^"12345" går inte att använda\. Ange personens objekt-id i Entra/],
    ['name', '', /^Värdet saknas\. Ange för- och efternamn/],
    ['email', 'anna@', /^"anna@" går inte att använda\. Ange en e-postadress/],
    ['organisation', '', /^Värdet saknas\. Ange förvaltningens namn/],
    ['employedFrom', '2023-02-29', /^"2023-02-29" går inte att använda\. Ange ett datum som finns, skrivet ÅÅÅÅ-MM-DD/],
    ['employedFrom', '16/8 2021', /^"16\/8 2021" går inte att använda/],
    ['language', 'fi', /^"fi" går inte att använda\. Ange sv \(svenska\) eller en \(engelska\)\.$/],
    ['roles', '', /^Värdet saknas\. Ange minst en roll: medarbetare, chef, hr, hr-analytiker, admin\./],
    [
      'roles',
      'medarbetare|boss',
      /^"boss" är ingen roll\. Tillåtna roller: medarbetare, chef, hr, hr-analytiker, admin\./,
    ],
    ['manager', 'Person 1', /^"Person 1" går inte att använda\. Ange chefens id eller e-postadress/],
    [
      'manager',
      'nobody@ubara.example',
      /^Chefen "nobody@ubara.example" finns varken i filen eller i personalkatalogen/,
    ],
    ['manager', anna.id, /^Personen anges som sin egen chef/],
    ['manager', anna.email, /^Personen anges som sin egen chef/],
  ])('%s "%s" names row, column and what to do', (column, value, message) => {
    const { people, faults } = parsePeopleCsv(withCell({ [column]: value }));
    expect(faults).toEqual([{ row: 3, column, message: expect.stringMatching(message) as string }]);
    expect(people).toEqual([boss]);
  });

  it('refuses more than 200 characters', () => {
    expect(messages(withCell({ unit: 'x'.repeat(200) }))).toEqual([]);
    expect(messages(withCell({ unit: 'x'.repeat(201) }))).toEqual([
      `"${'x'.repeat(39)}…" går inte att använda. Ange enhetens namn, högst 200 tecken, eller lämna tomt.`,
    ]);
  });

  it('shows a value on one line and shortened', () => {
    const [fault] = parsePeopleCsv(withCell({ email: `"första\nraden ${'å'.repeat(60)}"` })).faults;
    expect(fault!.message).toMatch(/^"första raden å{26}…" går inte/);
  });

  it('says all faults of all rows, in file order', () => {
    const broken = { ...cellsOf(somePerson(3)), email: 'x', employedFrom: 'i går', roles: 'kung' };
    const text = fileOf([broken, boss, { ...broken, id: idOf(4), manager: 'gone@ubara.example' }]);
    expect(places(text)).toEqual([
      '2 email',
      '2 employedFrom',
      '2 roles',
      '4 email',
      '4 employedFrom',
      '4 roles',
      '4 manager',
    ]);
  });

  it('finds every broken cell, wherever it is (200 random files)', () => {
    const random = randomFrom(2);
    for (let run = 0; run < 200; run++) {
      const rows = Array.from({ length: 5 }, (_, n) => cellsOf(somePerson(n)));
      const broken = new Set<string>();
      for (let i = 0; i <= random(4); i++) {
        const [row, column] = [random(5), COLUMNS[random(COLUMNS.length)]!];
        rows[row]![column] = 'x'.repeat(201);
        broken.add(`${row + 2} ${column}`);
      }
      expect(new Set(places(fileOf(rows))), fileOf(rows)).toEqual(broken);
    }
  });

  it('does not blame those who report to a faulty row', () => {
    const text = fileOf([
      { ...cellsOf(boss), id: 'oops' },
      { ...cellsOf(anna), manager: boss.email },
    ]);
    expect(places(text)).toEqual(['2 id']);
  });

  it('sees the own manager by e-mail when the id is faulty, too', () => {
    expect(places(fileOf([boss, { ...cellsOf(anna), id: 'oops', manager: anna.email }]))).toEqual([
      '3 id',
      '3 manager',
    ]);
  });
});

describe('faults between rows', () => {
  it('refuses a duplicate id and names both rows', () => {
    const text = fileOf([boss, anna, { ...somePerson(9), id: boss.id }]);
    expect(parsePeopleCsv(text).faults).toEqual([
      {
        row: 4,
        column: 'id',
        message: `"${boss.id}" står på både rad 2 och rad 4. En person får bara finnas en gång; ta bort eller rätta den ena.`,
      },
    ]);
  });

  it('refuses a duplicate e-mail and names both rows', () => {
    const text = fileOf([boss, { ...cellsOf(anna), email: boss.email.toUpperCase() }]);
    expect(parsePeopleCsv(text).faults).toEqual([
      {
        row: 3,
        column: 'email',
        message: expect.stringContaining('"person1@ubara.example" står på både rad 2 och rad 3') as string,
      },
    ]);
  });

  it('says once that a whole row is there twice', () => {
    expect(places(fileOf([boss, anna, anna]))).toEqual(['4 id']);
  });

  it('names everybody in a circle of managers', () => {
    const [a, b, c] = [somePerson(1), somePerson(2), somePerson(3)];
    const text = fileOf([
      { ...a, managerId: b.id },
      { ...b, managerId: c.id },
      { ...c, managerId: a.id },
      somePerson(4, { managerId: a.id }),
    ]);
    expect(parsePeopleCsv(text).faults).toEqual([
      {
        row: 2,
        column: 'manager',
        message:
          'Cheferna går i cirkel: Person 1 (rad 2), Person 2 (rad 3), Person 3 (rad 4), Person 1 (rad 2). ' +
          'Någon av dem ska ha en annan chef.',
      },
    ]);
  });
});

describe('a faulty file', () => {
  it('names a missing column and lists what was found', () => {
    const text = fileOf([boss]).replace(';manager;', ';chef;');
    expect(parsePeopleCsv(text)).toEqual({
      people: [],
      faults: [
        {
          row: 1,
          message:
            'Kolumnen manager saknas. Rubrikraden har: "id", "name", "email", "organisation", "department", "unit", ' +
            '"function", "occupationalGroup", "employedFrom", "language", "chef", "roles". Lägg till det som saknas.',
        },
      ],
    });
  });

  it('still checks the columns that are there', () => {
    const text = withCell({ employedFrom: 'sist' }).replace(';manager;', ';chef;');
    expect(places(text)).toEqual(['1 undefined', '3 employedFrom']);
  });

  it('does not blame managers when the ids are missing', () => {
    expect(places(fileOf([boss, anna]).replace('id;', 'entra;'))).toEqual(['1 undefined']);
  });

  it('says which column is there twice', () => {
    const text = fileOf([boss]).replace(';unit;', ';email;');
    expect(parsePeopleCsv(text).faults).toMatchObject([
      { row: 1, column: 'email', message: 'Kolumnen finns två gånger i rubrikraden. Ta bort den ena.' },
      { row: 1, message: expect.stringMatching(/^Kolumnen unit saknas/) as string },
    ]);
  });

  it('does not judge cells without a heading row', () => {
    expect(places('a;b;c\n1;2;3\n')).toEqual(['1 undefined']);
  });

  test.each([
    ['an empty file', '', /^Filen är tom\. Första raden ska vara rubrikerna id, name, email/],
    ['only white space', ' \n\n', /^Filen är tom/],
    ['only headings', fileOf([]), /^Filen har rubriker men inga personer/],
    ['an Excel workbook', 'PK\u0003\u0004\u0014\u0000\uFFFD', /^Filen är en Excel-arbetsbok/],
    ['UTF-16', '\uFFFD\uFFFDi\u0000d\u0000', /^Filen är sparad som UTF-16/],
  ])('says what to do about %s', (_, text, message) => {
    const { people, faults } = parsePeopleCsv(text);
    expect(people).toEqual([]);
    expect(faults).toEqual([{ message: expect.stringMatching(message) as string }]);
  });

  it('says that a Windows-1252 file is not UTF-8', () => {
    const bytes = Buffer.from(withCell({ name: 'Åsa Öberg' }), 'latin1');
    const { faults } = parsePeopleCsv(bytes.toString('utf8'));
    expect(faults).toEqual([
      {
        row: 2,
        message:
          'Filen är inte sparad som UTF-8: å, ä och ö är förvanskade, till exempel "Norra n\uFFFDmnden" (2 rader). ' +
          'Spara om den i Excel som "CSV UTF-8 (kommaavgränsad)".',
      },
    ]);
  });

  it('says that a file was garbled before', () => {
    const text = Buffer.from(fileOf([somePerson(1, { name: 'Åsa', organisation: 'Norra' })]), 'utf8').toString(
      'latin1',
    );
    expect(messages(text)).toEqual([expect.stringContaining('till exempel "Ã sa" (1 rad)')]);
  });

  it('takes a Portuguese name as it is', () => {
    expect(parsePeopleCsv(withCell({ name: 'JOÃO SÃO-LUÍS' })).faults).toEqual([]);
  });

  it('says how many cells a row has too few or too many', () => {
    const lines = fileOf([boss, anna, somePerson(3)]).split('\n');
    lines[1] = lines[1]!.replace(';Solberga', '');
    lines[3] = `${lines[3]};extra`;
    expect(parsePeopleCsv(lines.join('\n'))).toMatchObject({
      people: [],
      faults: [
        { row: 2, message: expect.stringMatching(/^Raden har 11 kolumner men rubrikraden 12\./) as string },
        { row: 3, column: 'manager' },
        { row: 4, message: expect.stringMatching(/^Raden har 13 kolumner men rubrikraden 12\./) as string },
      ],
    });
  });

  it('finds the row of an unclosed quote and goes on below it', () => {
    const text = fileOf([boss, { ...cellsOf(anna), unit: '"Solberga' }, { ...cellsOf(somePerson(3)), email: 'x' }]);
    expect(parsePeopleCsv(text)).toEqual({
      people: [boss],
      faults: [
        {
          row: 3,
          message:
            'Ett citattecken (") öppnas men avslutas aldrig. Ta bort det eller lägg till ett i slutet av värdet.',
        },
        { row: 4, column: 'email', message: expect.stringMatching(/^"x" går inte/) as string },
      ],
    });
  });

  it('counts lines as an editor does, across empty rows and line breaks in cells', () => {
    const bad = { ...cellsOf(somePerson(3)), email: 'x' };
    const text = fileOf([boss, { ...cellsOf(anna), unit: '"Sol\nberga"', email: 'x' }, bad, { ...bad, id: idOf(4) }]);
    const lines = text.split('\n');
    lines.splice(2, 0, '', '');
    // headings 1, boss 2, empty 3-4, anna 5-6, bad 7 and 8
    expect(places(lines.join('\n'))).toEqual(['5 email', '7 email', '8 email']);
  });
});

it('reads the demo file without faults', () => {
  const text = readFileSync(new URL('../../../src/local/demo/people.csv', import.meta.url), 'utf8');
  const { people, faults } = parsePeopleCsv(text);
  expect(faults).toEqual([]);
  expect(people).toHaveLength(49);
});
