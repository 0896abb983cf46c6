import { resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../errors.js';
import type { PersonaKey } from './personas.js';

/** Every port of the local world: its setting is its name, so that a message can name what to change. */
export const DEFAULT_PORTS = {
  BOT_PORT: 3978,
  AZURITE_TABLE_PORT: 10102,
  AZURITE_QUEUE_PORT: 10101,
  AZURITE_BLOB_PORT: 10100,
  PLAYGROUND_MANAGER_PORT: 56150,
  PLAYGROUND_HR_PORT: 56151,
  PLAYGROUND_EMPLOYEE_PORT: 56152,
} as const;
export type PortSetting = keyof typeof DEFAULT_PORTS;
export const PORT_SETTINGS = Object.keys(DEFAULT_PORTS) as PortSetting[];

export const PLAYGROUND_PORT: Readonly<Record<PersonaKey, PortSetting>> = {
  manager: 'PLAYGROUND_MANAGER_PORT',
  hr: 'PLAYGROUND_HR_PORT',
  employee: 'PLAYGROUND_EMPLOYEE_PORT',
};

export interface Settings {
  /** Absolute path of the folder that holds all that the local world keeps. */
  readonly dataDir: string;
  readonly ports: Readonly<Record<PortSetting, number>>;
}

/** The variables that `npm start` reads; `.env.example` documents each. An empty one counts as not set. */
export const settingsSchema = z.object({
  DATA_DIR: unlessEmpty(z.string().default('.data')),
  BOT_PORT: port('BOT_PORT'),
  AZURITE_TABLE_PORT: port('AZURITE_TABLE_PORT'),
  AZURITE_QUEUE_PORT: port('AZURITE_QUEUE_PORT'),
  AZURITE_BLOB_PORT: port('AZURITE_BLOB_PORT'),
  PLAYGROUND_MANAGER_PORT: port('PLAYGROUND_MANAGER_PORT'),
  PLAYGROUND_HR_PORT: port('PLAYGROUND_HR_PORT'),
  PLAYGROUND_EMPLOYEE_PORT: port('PLAYGROUND_EMPLOYEE_PORT'),
});

/**
 * Reads the settings of the local world; a relative DATA_DIR counts from `root`.
 * Throws `config_invalid` with every fault at once: a port that is none, or two settings with the same port.
 */
export function readSettings(env: NodeJS.ProcessEnv, root: string): Settings {
  const parsed = settingsSchema.safeParse(env);
  if (!parsed.success) {
    throw refused(
      parsed.error.issues.map((issue) => {
        const name = issue.path.join('.');
        return `${name}=${env[name] ?? ''}: ska vara ett portnummer, 1-65535 / must be a port number`;
      }),
    );
  }
  const { DATA_DIR, ...ports } = parsed.data;
  const twice = PORT_SETTINGS.flatMap((name, index) => {
    const other = PORT_SETTINGS.slice(0, index).find((earlier) => ports[earlier] === ports[name]);
    return other ? [`${other} och ${name}: båda är ${ports[name]} / both are the same port`] : [];
  });
  if (twice.length > 0) throw refused(twice);
  return { dataDir: resolve(root, DATA_DIR), ports };
}

function port(name: PortSetting) {
  const number = z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(1).max(65_535));
  return unlessEmpty(number.default(String(DEFAULT_PORTS[name])));
}

function unlessEmpty<T extends z.ZodTypeAny>(inner: T) {
  return z.preprocess((value) => (value === '' ? undefined : value), inner);
}

function refused(faults: readonly string[]): AppError {
  return new AppError(
    'config_invalid',
    `Inställningarna stämmer inte / The settings are not right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
  );
}
