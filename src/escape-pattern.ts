/** A text as a piece of a regular expression that means just this text, also with the flag u. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
