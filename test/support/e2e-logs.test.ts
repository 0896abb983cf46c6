import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkLogs } from '../e2e/support/logs.js';
import { noteTyped } from '../e2e/support/secrets.js';
import { checkTold } from '../e2e/support/told.js';

const TYPED = 'Två rader\nmed "citat" om någon';
const INNOCENT = '{"level":30,"msg":"turn","kind":"press","verb":"exit.save"}\n';

let dataDir: string;
const log = (name: string, text: string) => writeFileSync(join(dataDir, 'logs', name), text);
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'ubara-logs-'));
  mkdirSync(join(dataDir, 'logs'));
  noteTyped(TYPED);
});
afterEach(() => rmSync(dataDir, { recursive: true }));

describe('the look at the logs of an end-to-end run', () => {
  it('lets ids and counts pass, and what others than bots log', () => {
    log('bot.log', INNOCENT);
    log('playground-hr.log', TYPED);
    expect(() => checkLogs(dataDir)).not.toThrow();
  });

  it.each([
    ['as a value', JSON.stringify({ level: 50, text: TYPED })],
    ['deep in an error', JSON.stringify({ error: { message: `refused: ${TYPED}.` } })],
    ['within JSON that a message quotes', JSON.stringify({ msg: `body ${JSON.stringify({ text: TYPED })}` })],
    ['an address', 'karin.lindqvist@ubara.example'],
  ])('finds what was typed with newline and quotes, and who somebody is: %s', (_, line) => {
    log('bot-2.log', `${INNOCENT}${line}\n`);
    expect(() => checkLogs(dataDir)).toThrow(/bot-2\.log, line 2: (Två rader|karin)/);
  });

  it('fails when there is nothing to look at: no folder, no bot’s log, empty ones', () => {
    expect(() => checkLogs(join(dataDir, 'elsewhere'))).toThrow('No bot has logged a line');
    expect(() => checkLogs(dataDir)).toThrow('No bot has logged a line');
    log('bot.log', '');
    log('worker.log', INNOCENT);
    expect(() => checkLogs(dataDir)).toThrow('No bot has logged a line');
  });
});

describe('the look at what an end-to-end run has told Application Insights', () => {
  it('lets kinds and counts pass', () => {
    expect(() => checkTold(['[{"name":"turn message","properties":{"ubara.kind":"message"}}]'])).not.toThrow();
  });

  it.each([
    ['what was typed', JSON.stringify([{ text: TYPED }]), /Två rader/],
    ['who somebody is', '[{"user":"Karin Lindqvist"}]', /Karin/],
    ['the id of somebody', '[{"user":"11111111-1111-4111-8111-111111111111"}]', /11111111-1111/],
    ['an address', '[{"target":"http://127.0.0.1:10002/people"}]', /http:/],
  ])('finds %s', (_, body, fault) => {
    expect(() => checkTold(['[]', body])).toThrow(fault);
  });

  it('fails when nothing was told', () => {
    expect(() => checkTold([])).toThrow('told Application Insights anything');
  });
});
