import { existsSync } from 'node:fs';
import { createSubjects } from '../ask/index.js';
import { systemClock } from '../calendar/index.js';
import { loadKnowledge } from '../knowledge/index.js';
import { openFeedback, openPeople, openPublished, openQuestions } from '../storage/index.js';
import { openConfiguredStorage } from './configured-storage.js';
import { runReportCommand } from './report-command.js';

if (existsSync('.env')) process.loadEnvFile('.env');
const now = systemClock();
process.exitCode = await runReportCommand(process.argv.slice(2), {
  now,
  async open() {
    const storage = await openConfiguredStorage(process.env);
    const titles = new Map<string, string>();
    for await (const { id, title } of openPublished(storage).list()) titles.set(id, title);
    return {
      stores: openFeedback(storage),
      questions: openQuestions(storage),
      people: openPeople(storage),
      subjects: createSubjects(() => loadKnowledge(process.env['KNOWLEDGE_DIR'] || 'knowledge', now), {
        titleOf: (id) => titles.get(id),
      }),
    };
  },
  print: console.log,
  complain: console.error,
});
