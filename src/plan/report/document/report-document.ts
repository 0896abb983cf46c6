import type { WrittenDocument } from '../../../documents/index.js';
import { reportTexts } from '../texts.js';
import { activityParts } from './activities.js';
import { definitionParts, silenceParts, trendParts } from './closing.js';
import { deviationParts, movedParts } from './exceptions.js';
import { figureParts } from './figures.js';
import { headParts } from './head.js';
import { learnedParts } from './learned.js';
import type { Material } from './material.js';
import { goalParts, indicatorParts } from './outcomes.js';

/**
 * The report as it goes to the case system, in the order of domain page 3.4. Pure. Of its eight parts two are not in it: the exit picture
 * (6), which has its own readers and least numbers of answers, is a document of its own (`report -- exit`); changes proposed to the
 * plan (7) are for HR to write, since nobody is asked for them: new target dates and what was broken off stand with the deviations.
 * Indicators (4) are split by women and men where the plan has columns for it and units told it.
 */
export function reportDocument(material: Material): WrittenDocument {
  const { language, words, author, subject, title } = reportTexts[material.locale];
  return {
    ...{ language, words, author, subject, title: title(material.summary.round.title) },
    parts: [
      headParts,
      figureParts,
      activityParts,
      learnedParts,
      goalParts,
      indicatorParts,
      deviationParts,
      movedParts,
      silenceParts,
      trendParts,
      definitionParts,
    ].flatMap((parts) => parts(material)),
  };
}
