import type { INumberingOptions, IStylesOptions } from 'docx';
import type { WrittenDocument } from './written-document.js';

/** Of the numbered headings. */
export const HEADINGS = 'headings';
export const CAPTION = 'Caption';
export const CELL = 'Cell';
export const PAGE_NUMBER = 'PageNumber';
/** A4 with margins of 20 mm, in twentieths of a point. */
export const MARGIN = 1134;
export const PAGE_WIDTH = 11906 - 2 * MARGIN;

const FONT = 'Arial';
const INK = '1A1A1A';

/** Black on white, one typeface, space instead of lines. */
export function stylesIn(language: WrittenDocument['language']): IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { font: FONT, size, bold: true, color: INK },
    paragraph: { keepNext: true, keepLines: true, spacing: { before, after: 120 } },
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: 21, color: INK, language: { value: language } },
        paragraph: { spacing: { after: 120, line: 288 } },
      },
      title: { run: { font: FONT, size: 36, bold: true, color: INK }, paragraph: { spacing: { after: 200 } } },
      heading1: heading(28, 420),
      heading2: heading(23, 280),
    },
    paragraphStyles: [
      {
        id: CAPTION,
        name: 'caption',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { size: 18, bold: true },
        paragraph: { keepNext: true, spacing: { before: 200, after: 80 } },
      },
      {
        id: CELL,
        name: 'Cell',
        basedOn: 'Normal',
        run: { size: 18 },
        paragraph: { spacing: { before: 30, after: 30, line: 250 } },
      },
      { id: PAGE_NUMBER, name: 'Page number line', basedOn: 'Normal', run: { size: 17 } },
    ],
  };
}

export const numbering: INumberingOptions = {
  config: [
    {
      reference: HEADINGS,
      levels: [
        { level: 0, format: 'decimal', text: '%1', style: { paragraph: { indent: { left: 567, hanging: 567 } } } },
        { level: 1, format: 'decimal', text: '%1.%2', style: { paragraph: { indent: { left: 567, hanging: 567 } } } },
      ],
    },
  ],
};
