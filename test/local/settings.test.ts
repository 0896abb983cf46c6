import { describe, expect, it } from 'vitest';
import { DEFAULT_PORTS, readSettings } from '../../src/local/settings.js';

describe('readSettings', () => {
  it('takes the documented defaults when nothing is set', () => {
    expect(readSettings({}, '/project')).toEqual({
      dataDir: '/project/.data',
      ports: {
        BOT_PORT: 3978,
        AZURITE_TABLE_PORT: 10102,
        AZURITE_QUEUE_PORT: 10101,
        AZURITE_BLOB_PORT: 10100,
        PLAYGROUND_MANAGER_PORT: 56150,
        PLAYGROUND_HR_PORT: 56151,
        PLAYGROUND_EMPLOYEE_PORT: 56152,
      },
    });
  });

  it('counts an empty variable as not set', () => {
    const settings = readSettings({ BOT_PORT: '', DATA_DIR: '' }, '/project');
    expect(settings.ports.BOT_PORT).toBe(DEFAULT_PORTS.BOT_PORT);
    expect(settings.dataDir).toBe('/project/.data');
  });

  it('reads a port and keeps an absolute data folder', () => {
    const settings = readSettings({ PLAYGROUND_HR_PORT: '4711', DATA_DIR: '/elsewhere' }, '/project');
    expect(settings.ports.PLAYGROUND_HR_PORT).toBe(4711);
    expect(settings.dataDir).toBe('/elsewhere');
  });

  it.each(['0', '65536', '80a', '-1', '8080.5', ' '])('refuses "%s" as a port and names the setting', (value) => {
    expect(() => readSettings({ AZURITE_BLOB_PORT: value }, '/project')).toThrowError(
      `Inställningarna stämmer inte / The settings are not right:\n  - AZURITE_BLOB_PORT=${value}: ska vara ett portnummer, 1-65535 / must be a port number`,
    );
  });

  it('names every fault at once', () => {
    expect(() => readSettings({ BOT_PORT: 'x', PLAYGROUND_HR_PORT: 'y' }, '/project')).toThrowError(
      /BOT_PORT=x[^]*PLAYGROUND_HR_PORT=y/,
    );
  });

  it('refuses two settings with the same port, a default included', () => {
    expect(() => readSettings({ BOT_PORT: '56151' }, '/project')).toThrowError(
      'BOT_PORT och PLAYGROUND_HR_PORT: båda är 56151 / both are the same port',
    );
  });
});
