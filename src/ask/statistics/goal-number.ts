import type { Frame } from '../understand/frame.js';

/** The council's goal that a question names by its number, as sections of the plans do: "KF-mål 1.3" is "1.3". */
export function goalNumber({ tokens, lists }: Frame): string | undefined {
  const at = numberAt({ tokens, lists });
  return at === undefined ? undefined : `${tokens[at]!.text}.${tokens[at + 1]!.text}`;
}

/** The frame without that number, which narrows nothing else. */
export function withoutGoalNumber(frame: Frame): Frame {
  const at = numberAt(frame);
  if (at === undefined) return frame;
  return { ...frame, numbers: frame.numbers.filter(({ index }) => index !== at && index !== at + 1) };
}

function numberAt({ tokens, lists }: Pick<Frame, 'tokens' | 'lists'>): number | undefined {
  const at = tokens.findIndex(
    ({ text, index }) =>
      lists.target.has(text) &&
      // The council has three; "målet 8,5" is a value.
      /^[1-3]$/.test(tokens[index + 1]?.text ?? '') &&
      /^\d$/.test(tokens[index + 2]?.text ?? ''),
  );
  return at < 0 ? undefined : at + 1;
}
