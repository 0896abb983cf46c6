import { faultTexts } from './fault-texts.js';
import type { Fault } from './faults.js';

/** U+FFFD is what reading ISO 8859-1 as UTF-8 leaves of å, ä, ö; the pairs are UTF-8 that was once read as ISO 8859-1. */
const GARBLED = /\uFFFD|Ã[¥¤¶©…„–\u0085\u0084\u0096]/u;

/** A text that was not UTF-8 when it was read. `isHopeless` when nothing else can be said about the file (a workbook, UTF-16). */
export function findEncodingFault(text: string): { fault: Fault; isHopeless: boolean } | undefined {
  if (text.startsWith('PK\u0003\u0004')) return { fault: { message: faultTexts.workbook }, isHopeless: true };
  if (text.includes('\u0000')) return { fault: { message: faultTexts.utf16 }, isHopeless: true };
  if (!GARBLED.test(text)) return undefined;
  const lines = text.split(/\r\n?|\n/);
  const first = lines.findIndex((line) => GARBLED.test(line));
  const word = lines[first]!.split(/[;,\t"]/).find((cell) => GARBLED.test(cell))!;
  const count = lines.filter((line) => GARBLED.test(line)).length;
  return { fault: { row: first + 1, message: faultTexts.notUtf8(word, count) }, isHopeless: false };
}
