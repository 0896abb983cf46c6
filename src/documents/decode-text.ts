import { UnreadableError } from './document.js';

/**
 * Text of bytes: UTF-8, UTF-16 with its mark, else Windows-1252, which older Swedish editors write. Line ends become `\n`, letters
 * composed (an å from a Mac is two). Throws `damaged` for bytes that are no text at all.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (text.includes('\u0000')) throw new UnreadableError('damaged');
  return text.replace(/\r\n?/g, '\n').normalize('NFC');
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}
