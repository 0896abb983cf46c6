/** Names of the pictures that the handbook shows, without folder and ending. */
export function picturesOf(text: string): string[] {
  return [...text.matchAll(/!\[[^\]]*\]\(images\/handbok\/([a-z0-9-]+)\.png\)/g)].map(([, name]) => name!);
}

/** What the handbook tells people to type: its spans of code. */
export function typedIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, phrase]) => phrase!);
}

/** The buttons that the handbook names: what it writes in italics. */
export function buttonsIn(text: string): string[] {
  return [...text.matchAll(/(?<![*\p{L}])\*([^*\n]+)\*(?!\*)/gu)].map(([, title]) => title!);
}
