import { type Extracted } from './extract.js';
import type { LooseRow } from './rules.js';
import { TABLE_TITLES } from './table-titles.js';

/** One file of an extract. */
export interface ExtractFile {
  readonly name: string;
  readonly text: string;
}

/**
 * An extract as files that a person can read: `uppgifter.html` with a heading a table and a list a row, `uppgifter.json` with the same for
 * machines, and `LÄS-MIG.txt`, which says what is in it, what is not, and why.
 */
export function extractFiles(found: readonly Extracted[], { name, day }: { name: string; day: string }): ExtractFile[] {
  return [
    { name: 'LÄS-MIG.txt', text: readMe(found, { name, day }) },
    { name: 'uppgifter.html', text: page(found, { name, day }) },
    { name: 'uppgifter.json', text: `${JSON.stringify(found, null, 2)}\n` },
  ];
}

function readMe(found: readonly Extracted[], { name, day }: { name: string; day: string }): string {
  const lists = found.map(({ table, rows }) => {
    const { sv, en } = TABLE_TITLES[table] ?? { sv: table, en: table };
    return `  ${sv} / ${en}: ${rows.length}`;
  });
  return [
    `Registerutdrag för ${name}, ${day}`,
    '',
    'Här är alla uppgifter som UBARA-assistenten har sparat om personen. uppgifter.html är till för att läsas,',
    'uppgifter.json för datorer. Tider är UTC. Andra personers id och adresser är ersatta.',
    'Frågor i chatten sparas inte. Svar i avgångsenkäten sparas utan koppling till person och kan inte hittas.',
    'Fritexter kan nämna andra: HR gör en sekretessprövning innan utdraget lämnas ut.',
    '',
    'This is all that the UBARA assistant keeps of the person. uppgifter.html is for reading, uppgifter.json for machines.',
    'Times are UTC. The ids and addresses of other people are covered. Questions in the chat are not kept.',
    'Answers to the exit survey are kept without any link to a person and cannot be found.',
    'Free texts may name others: HR reviews secrecy before the extract is handed out.',
    '',
    ...(lists.length > 0 ? lists : ['  Ingenting är sparat / nothing is kept.']),
    '',
  ].join('\r\n');
}

function page(found: readonly Extracted[], { name, day }: { name: string; day: string }): string {
  const sections = found.map(({ table, rows }) => {
    const title = TABLE_TITLES[table]?.sv ?? table;
    return `<h2>${escape(title)} (${rows.length})</h2>\n${rows.map(listOf).join('\n')}`;
  });
  return [
    '<!doctype html>',
    '<html lang="sv">',
    '<head>',
    '<meta charset="utf-8">',
    `<title>Registerutdrag för ${escape(name)}</title>`,
    '<style>body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}',
    'dl{display:grid;grid-template-columns:12rem 1fr;gap:.2rem 1rem;border-top:1px solid #767676;padding-top:.5rem}',
    'dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}</style>',
    '</head>',
    '<body>',
    `<h1>Registerutdrag för ${escape(name)}</h1>`,
    `<p>Uttaget ${escape(day)}.</p>`,
    ...sections,
    ...(sections.length > 0 ? [] : ['<p>Ingenting är sparat.</p>']),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function listOf(row: LooseRow): string {
  const entries = Object.entries(row)
    .filter(([, value]) => value !== undefined)
    .map(([column, value]) => `<dt>${escape(column)}</dt><dd>${escape(shown(value))}</dd>`);
  return `<dl>\n${entries.join('\n')}\n</dl>`;
}

function shown(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
