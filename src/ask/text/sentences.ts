const segmenter = new Intl.Segmenter('sv', { granularity: 'sentence' });
/** "t.ex. Medvind", "bl.a. HR", "1. Erbjud": a full stop that ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:(?:\p{L}\.){2,}|(?:bl|dvs|etc|ev|exkl|fr|inkl|jfr|kap|kl|m|nr|obs|osv|resp|s|st|tel|t|ca|max|min)\.|\d{1,2}\.)\s*$/iu;

/** The sentences of a text, each with the spaces after it, so that joined they are the text. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = sentences.at(-1);
    if (last !== undefined && ABBREVIATION.test(last) && !last.includes('\n'))
      sentences[sentences.length - 1] = last + segment;
    else sentences.push(segment);
  }
  return sentences;
}
