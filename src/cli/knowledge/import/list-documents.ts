import { stockholmDate } from '../../../calendar/index.js';
import type { ImportedDocument, PassageStore } from '../../../passages/index.js';
import type { SubcommandTools } from '../subcommand.js';

/** Prints the imported documents, organisation by organisation; 2 when the named organisation has none. */
export async function listDocuments(
  store: PassageStore,
  wanted: string | undefined,
  { print, complain }: Pick<SubcommandTools, 'print' | 'complain'>,
): Promise<number> {
  const groups = new Map<string, ImportedDocument[]>();
  const folded = wanted?.normalize('NFC').trim().toLowerCase();
  for await (const document of store.documents()) {
    if (folded !== undefined && document.organisation.normalize('NFC').toLowerCase() !== folded) continue;
    groups.set(document.organisation, [...(groups.get(document.organisation) ?? []), document]);
  }
  if (groups.size === 0) {
    if (wanted === undefined) print('Inga dokument är inlästa. / No documents are imported.');
    else complain(`"${wanted}" har inga inlästa dokument. / has no imported documents.`);
    return wanted === undefined ? 0 : 2;
  }
  for (const [organisation, documents] of groups) {
    print(`${organisation} (${documents.length})`);
    for (const { document, importedAt, passages, headings, words } of documents)
      print(
        `  ${document}  ${stockholmDate(importedAt)}  ${passages} stycken / passages, ${headings} rubriker / headings, ${words} ord / words`,
      );
  }
  return 0;
}
