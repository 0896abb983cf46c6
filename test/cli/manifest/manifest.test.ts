import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { drawIcon } from '../../../src/cli/manifest/icons.js';
import { createLog } from '../../../src/log.js';
import { testConfig } from '../../bot/support/stage.js';
import { buildHouse } from '../../support/start.js';

const command = z.object({ title: z.string(), description: z.string() });
const read = (name: string) => readFileSync(`manifest/${name}`, 'utf8');
const manifest = z
  .object({
    accentColor: z.string(),
    bots: z.array(z.object({ commandLists: z.array(z.object({ commands: z.array(command) })) })).length(1),
    composeExtensions: z.array(
      z.object({
        commands: z.array(z.object({ id: z.string(), parameters: z.array(z.object({ name: z.string() })) })),
      }),
    ),
  })
  .parse(JSON.parse(read('manifest.json')));
const english = z.record(z.string()).parse(JSON.parse(read('en.json')));
const { registry } = await buildHouse(testConfig(), createLog('silent'));

/** Teams writes a command's title into the compose box: the bot must know it as one of its own. */
const offered = manifest.bots[0]!.commandLists.flatMap(({ commands }, list) =>
  commands.map(({ title }, at) => ({
    swedish: title,
    english: english[`bots[0].commandLists[${list}].commands[${at}].title`]!,
  })),
);

describe('the commands that Teams offers', () => {
  it.each(offered)('$swedish and $english are the same command of the bot', ({ swedish, english: other }) => {
    const found = registry.findCommand(swedish);
    expect(found).toBeDefined();
    expect(registry.findCommand(other)?.id).toBe(found?.id);
  });

  it('are enough to be a menu, or these tests would prove nothing', () => {
    expect(offered.length).toBeGreaterThan(10);
  });
});

describe('the search command', () => {
  it.each(manifest.composeExtensions.flatMap(({ commands }) => commands))(
    '$id is one that the bot answers',
    ({ id, parameters }) => {
      expect(registry.findSearch(id)).toBeDefined();
      expect(parameters.map(({ name }) => name)).toEqual(['query']);
    },
  );
});

describe('the icons', () => {
  it.each(['color', 'outline'])('%s.png is what its SVG draws', (name) => {
    expect(Buffer.from(drawIcon(read(`${name}.svg`))).equals(readFileSync(`manifest/${name}.png`))).toBe(true);
  });

  it('have the ground that the manifest names as its accent', () => {
    expect(read('color.svg')).toContain(`fill="${manifest.accentColor.toLowerCase()}"`);
  });
});
