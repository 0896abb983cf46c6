import { describe, expect, it } from 'vitest';
import { readIncoming } from '../../src/bot/incoming.js';
import { createDirectory } from '../../src/people/index.js';
import { KARIN, OTHER_TENANT, PEOPLE, TENANT } from './support/people.js';

const directory = createDirectory(PEOPLE);
const activity = (about: object = {}) => ({
  from: { id: `29:${KARIN.id}`, aadObjectId: KARIN.id },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
  text: 'hej',
  ...about,
});
const read = (about: object = {}, homeTenant: string | undefined = TENANT) =>
  readIncoming(activity(about), directory, homeTenant);

describe('who acts', () => {
  it('is the person with the Entra id of the activity, whatever its case', () => {
    const from = { id: '29:x', aadObjectId: KARIN.id.toUpperCase() };
    expect(read({ from })).toMatchObject({
      personId: KARIN.id,
      organisation: KARIN.organisation,
      asker: { kind: 'person', person: KARIN },
    });
  });

  it.each([
    ['no Entra id', { id: KARIN.id }],
    ['an empty Entra id', { id: KARIN.id, aadObjectId: '' }],
    ['null for an Entra id', { id: KARIN.id, aadObjectId: null }],
  ])('is unknown with %s, even when the channel’s own id looks like one', (_with, from) => {
    expect(read({ from })).toMatchObject({
      asker: { kind: 'unknown' },
      organisation: 'okänd',
      conversationKey: `person:${KARIN.id}`,
    });
  });

  it.each([
    ['the home tenant', { channelData: { tenant: { id: TENANT } } }, 'person'],
    ['the home tenant in capitals', { channelData: { tenant: { id: TENANT.toUpperCase() } } }, 'person'],
    ['the home tenant by the conversation', { channelData: null }, 'person'],
    ['another tenant', { channelData: { tenant: { id: OTHER_TENANT } } }, 'guest'],
    ['no tenant', { channelData: null, conversation: { id: 'a:1' } }, 'guest'],
    ['another tenant by the conversation', { conversation: { id: 'a:1', tenantId: OTHER_TENANT } }, 'guest'],
    ['a chat of the home tenant, out of another', { from: { id: '29:x', tenantId: OTHER_TENANT } }, 'guest'],
  ])('in %s is a %s', (_tenant, about, kind) => {
    expect(read(about)?.asker.kind).toBe(kind);
  });

  it('is no guest when the bot has no home tenant', () => {
    expect(
      readIncoming(activity({ channelData: { tenant: { id: OTHER_TENANT } } }), directory, undefined)?.asker.kind,
    ).toBe('person');
  });
});

describe('the home tenant', () => {
  it('may be written in capitals', () => {
    const inLetters = 'ABCDEF00-0000-4000-8000-000000000000';
    const channelData = { tenant: { id: inLetters.toLowerCase() } };
    expect(read({ channelData, conversation: { id: 'a:1' } }, inLetters)?.asker.kind).toBe('person');
  });
});

describe('where', () => {
  it.each([
    [{ conversationType: 'personal' }, 'personal', `person:${KARIN.id}`],
    [{}, 'personal', `person:${KARIN.id}`],
    [{ conversationType: 'groupChat' }, 'groupChat', 'conversation:a:1'],
    [{ conversationType: 'channel' }, 'channel', 'conversation:a:1'],
    [{ isGroup: true }, 'groupChat', 'conversation:a:1'],
  ])('%o is %s, kept as %s', (about, kind, conversationKey) => {
    expect(read({ conversation: { id: 'a:1', ...about } })).toMatchObject({ kind, conversationKey });
  });
});

describe('the language of the client', () => {
  it.each([
    ['sv-SE', 'sv'],
    ['en-US', 'en'],
    ['EN', 'en'],
    ['fi-FI', undefined],
    [null, undefined],
  ])('%s is %s', (locale, expected) => {
    expect(read({ locale })?.clientLocale).toBe(expected);
  });
});

describe('an activity without sender or conversation', () => {
  it.each([{ from: undefined }, { conversation: undefined }, { from: { id: '' } }])('%o is none', (about) => {
    expect(read(about)).toBeUndefined();
  });
});
