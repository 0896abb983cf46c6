import type { Frame, Mention } from './frame.js';

/** Whether a mention stands in a sentence that asks. */
export function isAsked({ start }: Mention, { tokens }: Pick<Frame, 'tokens'>): boolean {
  return tokens[Math.floor(start)]!.inQuestion;
}

/**
 * The parts of the staff that a question is about: those named beside it only when it points back to them ("vi nyanställda ... vår
 * frånvaro?"), not when they say what somebody is doing ("jag ska träffa nyanställda").
 */
export function askedParts(frame: Frame): Mention[] {
  return frame.parts.filter((mention) => isAsked(mention, frame) || pointsBack(frame));
}

/**
 * What the question asks of things that no document holds. What is named beside it counts too ("jag tänker på Södermalm. Hur är läget?"),
 * unless the question names its own place and does not point back ("min kollega på Östermalm undrar").
 */
export function askedNotHeld(frame: Frame): Mention[] {
  const namesPlace = frame.populations.some((mention) => isAsked(mention, frame));
  return frame.notHeld.filter((mention) => isAsked(mention, frame) || !namesPlace || pointsBack(frame));
}

function pointsBack({ tokens, lists }: Frame): boolean {
  return tokens.some(({ text, inQuestion }) => inQuestion && (lists.pointer.has(text) || lists.our.has(text)));
}
