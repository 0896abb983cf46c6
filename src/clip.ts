/** At most `most` characters, ended by an ellipsis at a space where something is left out; no letter of two units is cut in half. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  const kept = (space > most / 2 ? cut.slice(0, space) : cut).replace(/[\ud800-\udbff]$/, '');
  return `${kept.trimEnd()}…`;
}
