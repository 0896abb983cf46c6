import { parse } from 'csv-parse/sync';

const ADDRESS = /[^\s<>;,"']+@[^\s<>;,"']+/g;
const EMAIL_HEADING =
  /^(?:e-?post(?:adress)?|e-?mail(?: ?address)?|mail|upn|user ?principal ?name|entra(?: ?object)? ?id|object ?id|id)$/i;

/**
 * The persons of a pasted list: e-mail addresses in any arrangement ("Anna Berg <anna@x.se>; bo@x.se"), or lines of CSV with
 * semicolon, comma or tab. With a heading line the column of addresses is taken (E-post, E-mail, id, …), without one the first
 * address of each line. A line without any address is given as it was written, so that it is told and not lost.
 *
 * readPersons('Namn;E-post\nAnna;anna@x.se\nBo;') -> ['anna@x.se', 'Bo;']
 */
export function readPersons(text: string): string[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const delimiter = delimiterOf(lines[0] ?? '');
  const cells = (line: string) => cellsOf(line, delimiter);
  const column = cells(lines[0] ?? '').findIndex((cell) => EMAIL_HEADING.test(cell));
  if (column >= 0) return lines.slice(1).map((line) => cells(line)[column] || line);
  return lines.flatMap((line) => {
    const isListOfAddresses = cells(line).every((cell) => cell === '' || cell.includes('@'));
    const found = line.match(ADDRESS) ?? [];
    if (isListOfAddresses || found.length === 0) return found.length > 0 ? found : [line];
    return found.slice(0, 1);
  });
}

function delimiterOf(line: string): string {
  const count = (sign: string) => line.split(sign).length;
  return [';', ',', '\t'].reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}

function cellsOf(line: string, delimiter: string): string[] {
  const [cells = []] = parse(line, {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_records_with_error: true,
  });
  return cells.map((cell) => cell.trim());
}
