import { Resvg } from '@resvg/resvg-js';

/** Draws an icon as a PNG in the size that its SVG says. The same SVG gives the same bytes. */
export function drawIcon(svg: string): Uint8Array {
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}
