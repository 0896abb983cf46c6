/** Bytes that are there at once, for what writes files part by part. */
export async function* onePart(bytes: Uint8Array | Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await bytes;
}
