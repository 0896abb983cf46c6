import { FOLLOW_UPS, type FollowUp } from '../plan.js';

const TERTIALS = /tertial(?:er|erna|vis|rapporter(?:na)?)?(?!\p{L}|\s?[123])|(?<!\p{L})varje tertial/iu;
const WORDS: Readonly<Record<(typeof FOLLOW_UPS)[number], RegExp>> = {
  T1: /(?<!\p{L})(?:t|tertial(?:rapport)?)\s?1(?!\d)/iu,
  T2: /(?<!\p{L})(?:t|tertial(?:rapport)?)\s?2(?!\d)/iu,
  VB: /(?<!\p{L})(?:vb|verksamhetsberättelse\p{L}*|bokslut\p{L}*|årsbokslut\p{L}*|årsredovisning\p{L}*)(?!\p{L})/iu,
  löpande: /(?<!\p{L})(?:kontinuerlig\p{L}*|löpande|fortlöp\p{L}*)(?!\p{L})/iu,
};
const ALSO = /(?<!\p{L})(?:och|samt|i|vid|arbete|uppföljning)(?!\p{L})/giu;

/** When an activity is followed up, and what else the cell says: "Tertialer samt VB" -> T1, T2, VB. */
export function readFollowUp(cell: string): FollowUp {
  const isTertial = TERTIALS.test(cell);
  const at = FOLLOW_UPS.filter((when) => WORDS[when].test(cell) || (isTertial && (when === 'T1' || when === 'T2')));
  const left = [TERTIALS, ...Object.values(WORDS)].reduce(
    (text, pattern) => text.replace(new RegExp(pattern.source, 'giu'), ' '),
    cell,
  );
  return { at, comment: /[\p{L}\p{N}]/u.test(left.replace(ALSO, ' ')) ? cell : '' };
}
