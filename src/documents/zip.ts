import { inflateRawSync } from 'node:zlib';
import { UnreadableError } from './document.js';

/** An Office file with a password, and those of before 2007, lie in an OLE container instead of a zip. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const DEFLATED = 8;

/** What a zip's directory says of its files. */
interface ZipDirectory {
  readonly names: readonly string[];
  /** Bytes of all files unpacked, as the directory says. */
  readonly size: number;
  readonly entries: readonly Entry[];
}

interface Entry {
  readonly isDeflated: boolean;
  readonly size: number;
  /** Its packed bytes. */
  readonly packed: Uint8Array;
}

/**
 * Looks into the zip that a Word or Excel file is, before a library unpacks it: a small file may claim, and take, all memory. Throws
 * `password`, `damaged`, or `too-large` for one that unpacks to more than `maxBytes`. What the directory says is checked file by file,
 * since a library unpacks what is there, not what was said.
 */
export function openZip(bytes: Uint8Array, maxBytes: number): ZipDirectory {
  if (beginsWith(bytes, OLE)) throw new UnreadableError('password');
  const directory = beginsWith(bytes, ZIP) ? directoryOf(bytes) : undefined;
  if (!directory) throw new UnreadableError('damaged');
  if (directory.size > maxBytes) throw new UnreadableError('too-large');
  for (const entry of directory.entries) checkEntry(entry);
  return directory;
}

/** Undefined when there is none. A size of 4 GiB or more reads as 4 GiB, which is enough to refuse it. */
function directoryOf(zip: Uint8Array): ZipDirectory | undefined {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.length - END_BYTES;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) return undefined;
  let at = view.getUint32(end + 16, true);
  let size = 0;
  const names: string[] = [];
  const entries: Entry[] = [];
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + ENTRY_BYTES > zip.length || view.getUint32(at, true) !== ENTRY) return undefined;
    size += view.getUint32(at + 24, true);
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    names.push(new TextDecoder().decode(zip.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + name)));
    const entry = entryAt(zip, view, at);
    if (!entry) return undefined;
    entries.push(entry);
    at += ENTRY_BYTES + name + extra + comment;
  }
  return { names, size, entries };
}

/** The entry whose line of the directory begins at `at`; undefined when its bytes are not where it says. */
function entryAt(zip: Uint8Array, view: DataView, at: number): Entry | undefined {
  const [packedSize, size, local] = [20, 24, 42].map((field) => view.getUint32(at + field, true)) as [
    number,
    number,
    number,
  ];
  const isDeflated = view.getUint16(at + 10, true) === DEFLATED;
  // Refused as too large anyhow, and without a place that could be read.
  if (size === 0xffffffff) return { isDeflated, size, packed: new Uint8Array() };
  if (local + LOCAL_BYTES > zip.length || view.getUint32(local, true) !== LOCAL) return undefined;
  const start = local + LOCAL_BYTES + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packedSize > zip.length) return undefined;
  return { isDeflated, size, packed: zip.subarray(start, start + packedSize) };
}

/** Unpacks one file to no more than it claims. Throws `damaged` when there is more in it, or something else than said. */
function checkEntry({ isDeflated, size, packed }: Entry): void {
  if (!isDeflated) {
    if (packed.length !== size) throw new UnreadableError('damaged');
    return;
  }
  try {
    inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    throw new UnreadableError('damaged', { cause: error });
  }
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** Macros lie in the zip under this name whatever the file's own ending. */
export function refuseMacros({ names }: ZipDirectory): void {
  if (names.some((name) => name.endsWith('vbaProject.bin'))) throw new UnreadableError('macro');
}
