import type { ImportedDocument, NewDocument, Passage, PassageStore, Piece } from '../../src/passages/index.js';

export const ORGANISATION = 'Hägersten-Älvsjö stadsdelsförvaltning';

export const piece = (text: string, heading = 'Avsluta'): Piece => ({ heading, text });

export function newDocument(texts: readonly string[], about: Partial<NewDocument> = {}): NewDocument {
  return {
    organisation: ORGANISATION,
    document: 'Rutin för avslut.docx',
    title: 'Rutin för avslut',
    hash: texts.join('|'),
    pieces: texts.map((text) => piece(text)),
    ...about,
  };
}

export async function passagesIn(store: PassageStore, document: ImportedDocument): Promise<Passage[]> {
  const passages: Passage[] = [];
  for await (const passage of store.passages(document)) passages.push(passage);
  return passages;
}

export async function documentsIn(store: PassageStore, organisation?: string): Promise<ImportedDocument[]> {
  const documents: ImportedDocument[] = [];
  for await (const document of store.documents(organisation)) documents.push(document);
  return documents;
}
