/** A piece of a document that the asker's own organisation imported; ask/ quotes it and never rewords it. */
export interface QuotablePassage {
  readonly id: string;
  /** The name of the file. */
  readonly document: string;
  /** The headings above it, joined by ` › `; '' before the first. */
  readonly heading: string;
  readonly text: string;
  readonly page?: number;
  readonly importedAt: Date;
}

export interface FoundPassage {
  readonly passage: QuotablePassage;
  /** 0 to 1, comparable between questions. */
  readonly confidence: number;
}

/** Where ask/ gets passages from: handed in by main.ts, so that ask/ knows neither storage nor import. */
export interface PassageSource {
  /** The passages of this organisation alone that fit a question best, best first. */
  search(organisation: string, question: string, count: number): readonly FoundPassage[];
}

/** An index over passages, built once. */
export interface PassageIndex {
  search(question: string, count: number): readonly { readonly id: string; readonly confidence: number }[];
}
