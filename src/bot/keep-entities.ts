import { createRequire } from 'node:module';

/** The part of botframework-connector's description of an entity that decides which properties are sent. */
interface EntityMapper {
  type: { additionalProperties?: unknown };
}

/**
 * Makes botbuilder send message entities whole.
 *
 * botbuilder 4.23.3 sends only `type`, `text` and `mentioned` of an entity and drops the rest without a word, so
 * citations, the AI label and the sensitivity label never reach Teams. The cause is its description of an entity, which
 * lost `additionalProperties`; this puts it back. Call it once before the first message is sent; again does no harm.
 *
 * Delete this file when botbuilder is newer than 4.23.3 and test/connector/entities.test.ts fails because nothing is
 * lost any more (https://github.com/microsoft/botbuilder-js/issues/4902, mended there after 4.23.3).
 *
 * Throws when botbuilder is built differently than expected, so that the bot does not start rather than lose its
 * sources silently: a fault of the installed packages, not one that somebody who runs the bot can act on.
 */
export function keepEntityProperties(): void {
  // The very copy that sends: botbuilder -> botbuilder-core -> botframework-connector, wherever npm has put them.
  const fromBotbuilder = createRequire(createRequire(import.meta.url).resolve('botbuilder'));
  const fromCore = createRequire(fromBotbuilder.resolve('botbuilder-core'));
  const mappers: unknown = fromCore('botframework-connector/lib/connectorApi/models/mappers');
  if (!hasEntityMapper(mappers)) {
    throw new Error(
      'botframework-connector describes entities differently than 4.23.3 does. Check that citations still arrive; see src/bot/keep-entities.ts.',
    );
  }
  mappers.Entity.type.additionalProperties = { type: { name: 'Object' } };
}

function hasEntityMapper(mappers: unknown): mappers is { Entity: EntityMapper } {
  if (typeof mappers !== 'object' || mappers === null || !('Entity' in mappers)) return false;
  const { Entity: entity } = mappers;
  if (typeof entity !== 'object' || entity === null || !('type' in entity)) return false;
  return typeof entity.type === 'object' && entity.type !== null && 'modelProperties' in entity.type;
}
