import { inflateRawSync } from 'node:zlib';

const ENTRY = 0x02014b50;

/** The XML files in an Office file, by name: what a reader leaves out (styles, languages, marks) is seen in them alone. */
export function unzipped(bytes: Uint8Array): Readonly<Record<string, string>> {
  const zip = Buffer.from(bytes);
  const files: Record<string, string> = {};
  for (let at = zip.length - 22; at >= 0; at--) {
    if (zip.readUInt32LE(at) !== ENTRY) continue;
    const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28));
    const header = zip.readUInt32LE(at + 42);
    const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    if (/\.(?:xml|rels)$/.test(name))
      files[name] = (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString();
  }
  return files;
}
