const LONGEST_LINE = 110;

/** The first line of a routine as a list shows it: without Markdown and citations, cut at a word. */
export function firstLine(markdown: string): string {
  const [first = ''] = markdown.split('\n').filter((line) => line.trim() !== '');
  const plain = first
    .replace(/^\s*(?:[-*]|\d+\.)\s+/, '')
    .replace(/\s*\[\d+\]/g, '')
    .replace(/\*+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.length <= LONGEST_LINE) return plain;
  const cut = plain.slice(0, LONGEST_LINE);
  return `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}
