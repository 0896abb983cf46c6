import type { OutgoingFile } from '../../../actions/index.js';
import { writeDocx } from '../../../documents/index.js';
import type { ExitCase } from '../../case/exit-case.js';
import { namesOf } from '../desk.js';
import { startTexts } from '../texts.js';
import { type WordAbout, wordList } from './word-list.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The list of a case as a Word file, made when it is fetched. */
export function wordFile(exitCase: ExitCase, about: WordAbout): OutgoingFile {
  const texts = startTexts[about.locale];
  const { name } = namesOf(about.directory, exitCase.employee, about.locale);
  return {
    name: `${texts.wordFile} ${name.replace(/[^\p{L}\p{N} .,_-]/gu, '-').slice(0, 100)}.docx`,
    contentType: DOCX,
    description: texts.wordBelow,
    bytes: () => writeDocx(wordList(exitCase, about)),
  };
}
