import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createSubjects } from '../ask/index.js';
import { systemClock } from '../calendar/index.js';
import { exitGround } from '../composition/exit-ground.js';
import { openMaterials } from '../composition/materials.js';
import { planLook } from '../composition/plan-look.js';
import { surveyLimits } from '../config.js';
import { createReadBeside } from '../exit/index.js';
import { createLiveDirectory } from '../people/index.js';
import { createPlanReport } from '../plan/index.js';
import {
  openAudit,
  openExitCases,
  openFeedback,
  openLearning,
  openPeople,
  openPicture,
  openPlans,
  openPublished,
  openQuestions,
  openRounds,
  openThemeCounts,
} from '../storage/index.js';
import { openConfiguredStorage } from './configured-storage.js';
import { runExitReport } from './exit-report/command.js';
import { runPlanReport } from './plan-report/command.js';
import { runReportCommand } from './report-command.js';
import { writeWholeFile } from './write-whole-file.js';

if (existsSync('.env')) process.loadEnvFile('.env');
const now = systemClock();
const materials = openMaterials(
  { knowledgeDir: process.env['KNOWLEDGE_DIR'] || 'knowledge', cardsDir: 'cards' },
  systemClock,
);
const told = { now, print: console.log, complain: console.error };
const [name, ...args] = process.argv.slice(2);
process.exitCode = await run();

function run() {
  if (name === 'plan') return reportPlan(args);
  return name === 'exit' ? reportExit(args) : reportQuestions(process.argv.slice(2));
}

function reportPlan(args: readonly string[]) {
  return runPlanReport(args, {
    ...told,
    async open() {
      const storage = await openConfiguredStorage(process.env);
      const [rounds, people] = [openRounds(storage), openPeople(storage)];
      const directory = createLiveDirectory({ store: people, clock: systemClock });
      await directory.refresh();
      const report = createPlanReport({ rounds, plans: openPlans(storage), directory });
      return { rounds, people, report, audit: openAudit(storage) };
    },
    writeFile,
    draw: process.stderr.isTTY ? (line) => void process.stderr.write(`\r${line}\u001b[K`) : undefined,
  });
}

function reportExit(args: readonly string[]) {
  return runExitReport(args, {
    ...told,
    async open() {
      const storage = await openConfiguredStorage(process.env);
      const directory = createLiveDirectory({ store: openPeople(storage), clock: systemClock });
      await directory.refresh();
      return {
        people: openPeople(storage),
        audit: openAudit(storage),
        picture: openPicture(storage),
        learning: openLearning(storage),
        plans: planLook(openPlans(storage)),
        survey: materials.survey,
        limits: surveyLimits(process.env),
        beside: createReadBeside({
          ...{ directory, cases: openExitCases(storage), ...exitGround(materials, directory) },
          themeCounts: openThemeCounts(storage),
          talkContent: materials.talk,
          knowledge: materials.knowledge,
        }),
      };
    },
    writeFile,
  });
}

/** npm runs scripts in the project's folder; a path is meant from where the person stands. */
function writeFile(file: string, parts: AsyncIterable<Uint8Array>): Promise<void> {
  return writeWholeFile(resolve(process.env.INIT_CWD ?? process.cwd(), file), parts);
}

function reportQuestions(args: readonly string[]) {
  return runReportCommand(args, {
    ...told,
    async open() {
      const storage = await openConfiguredStorage(process.env);
      const titles = new Map<string, string>();
      for await (const { id, title } of openPublished(storage).list()) titles.set(id, title);
      return {
        stores: openFeedback(storage),
        questions: openQuestions(storage),
        people: openPeople(storage),
        subjects: createSubjects(materials.knowledge, {
          titleOf: (id) => titles.get(id),
        }),
      };
    },
  });
}
