const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Signature, then the header: length, "IHDR", width, height, depth, colour type (PNG specification, 11.2.2). */
const WIDTH_AT = 16;
const HEIGHT_AT = 20;
const COLOUR_AT = 25;
const HEADER_BYTES = 33;
/** Colour types with an alpha channel. */
const WITH_ALPHA = [4, 6];

/** What is wrong with an icon: no PNG, another size than `side` x `side` pixels, no transparency where it is asked for. */
export function pngFault(
  file: string,
  bytes: Uint8Array,
  { side, isTransparent = false }: { readonly side: number; readonly isTransparent?: boolean },
): string[] {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (png.length < HEADER_BYTES || !png.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return [`${file}: is no PNG`];
  const [width, height] = [png.readUInt32BE(WIDTH_AT), png.readUInt32BE(HEIGHT_AT)];
  const faults: string[] = [];
  if (width !== side || height !== side)
    faults.push(`${file}: is ${width} x ${height} pixels and must be ${side} x ${side}`);
  if (isTransparent && !WITH_ALPHA.includes(png[COLOUR_AT]!)) faults.push(`${file}: must have a transparent ground`);
  return faults;
}
