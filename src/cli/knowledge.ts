import { existsSync } from 'node:fs';
import { systemClock } from '../calendar/index.js';
import { openConfiguredStorage } from './configured-storage.js';
import { runKnowledgeCommand } from './knowledge-command.js';

if (existsSync('.env')) process.loadEnvFile('.env');
process.exitCode = await runKnowledgeCommand(process.argv.slice(2), {
  knowledgeDir: process.env.KNOWLEDGE_DIR?.trim() || 'knowledge',
  now: systemClock(),
  print: console.log,
  complain: console.error,
  folder: process.env.INIT_CWD ?? process.cwd(),
  openStorage: () => openConfiguredStorage(process.env),
});
