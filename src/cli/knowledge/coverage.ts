import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../../errors.js';
import { coverage as compare, readDocuments, readLeftOut, reportLines } from '../../knowledge/coverage/index.js';
import { faultText, loadKnowledge } from '../../knowledge/index.js';
import { type Subcommand, UsageError } from './subcommand.js';

/** Prints where documents and knowledge do not agree, by document; 1 when they do not, 2 without a document that is named. */
export const coverage: Subcommand = {
  usage: [
    '  npm run -s knowledge -- coverage --documents MAPP',
    '      visar tal och avsnitt som kunskapen saknar, och vad den säger som inget dokument säger; MAPP har dokumenten som .txt',
    '      shows numbers and sections that the knowledge lacks, and what it says that no document does; MAPP holds the .txt files',
  ].join('\n'),
  run(args, { knowledgeDir, now, print, folder }) {
    const directory = directoryOf(args, folder);
    const { sources, observations, routines } = loadKnowledge(knowledgeDir, now);
    const leftOut = readLeftOut(knowledgeDir);
    for (const fault of leftOut.faults) print(faultText(fault));
    const documents = readDocuments(directory, sources);
    if (documents.kind === 'missing')
      throw new UsageError(`Dokument saknas / missing documents: ${documents.files.join(', ')}`);
    const findings = compare({
      sources,
      observations,
      routines,
      leftOut: leftOut.numbers,
      leftOutSections: leftOut.sections,
      texts: documents.texts,
    });
    const looked = {
      documents: documents.texts.size,
      observations: observations.length,
      sections: sources.reduce((sum, source) => sum + source.sections.length, 0),
      leftOut: leftOut.numbers.length + leftOut.sections.length,
    };
    for (const line of reportLines(findings, looked)) print(line);
    return findings.length + leftOut.faults.length === 0 ? 0 : 1;
  },
};

function directoryOf(args: readonly string[], folder: string): string {
  try {
    const { documents } = parseArgs({ args: [...args], options: { documents: { type: 'string' } } }).values;
    if (documents !== undefined && documents !== '') return resolve(folder, documents);
  } catch (error) {
    throw new UsageError(`coverage: ${messageOf(error)}`, { cause: error });
  }
  throw new UsageError('coverage: --documents saknas / is missing.');
}
