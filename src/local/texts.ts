import { styleText } from 'node:util';
import { nameOf, PERSONAS } from './personas.js';
import type { Addresses } from './world.js';

/** All that `npm start` says when things go well. */
export const TRY = [
  'Hur hög är sjukfrånvaron i förskolan?',
  'Vem håller avslutssamtalet?',
  'min checklista',
  'hjälp',
] as const;

export function greeting(): string {
  return `\n${bold('UBARA-assistenten')} startar på den här datorn ... / is starting on this machine ...`;
}

/** What to open, what to ask, how to stop and where the data is. */
export function welcome(addresses: Addresses, dataDir: string): string {
  const longest = Math.max(...PERSONAS.map((persona) => nameOf(persona).length));
  return [
    '',
    bold('Öppna som / Open as'),
    ...PERSONAS.map(
      (persona) => `  ${addresses.playgrounds[persona.key]}   ${nameOf(persona).padEnd(longest)}   ${persona.role}`,
    ),
    '',
    bold('Prova att skriva / Try'),
    ...TRY.map((text) => `  ${text}`),
    '',
    `Data och loggar finns i / Data and logs are in ${dataDir}`,
    'Stoppa med Ctrl-C / Stop with Ctrl-C',
    '',
  ].join('\n');
}

export function farewell(): string {
  return '\nStoppad. Allt som sparats finns kvar till nästa start. / Stopped; what was saved is there next time.';
}

function bold(text: string): string {
  return process.stdout.isTTY ? styleText('bold', text) : text;
}
