import { createRequire } from 'node:module';
import { bytesOf, elementsOf, isObject, textAt, textsOf, type Json, type JsonObject } from './json.js';
import { MAX_CARD_BYTES } from './load-cards.js';

/** What we use of the library. Its lib/ cannot be imported in Node (extensionless paths), its bundle can be required. */
interface Renderer {
  AdaptiveCard: new () => {
    parse(json: unknown, context: ParseContext): void;
    validateProperties(): { validationEvents: { message: string }[] };
  };
  SerializationContext: new () => ParseContext;
}
interface ParseContext {
  readonly eventCount: number;
  getEventAt(index: number): { message: string };
}
const renderer = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as Renderer;

/** Elements that Teams draws and old clients and other hosts do not know. */
const NEWER = /^(?:Chart\..+|Badge|ProgressBar|ProgressRing|Icon|CodeBlock|Rating|Input\.Rating|Carousel)$/;

/** The library (3.0.6) tests `lang` with a regular expression that keeps its place, so every second card fails. */
const WRONG_LANGUAGE = /^Invalid value "[a-z]{2,3}" for property "lang"/;

/**
 * The faults of a bound card, one sentence each; none for a card that may be sent. Schema faults come from the
 * `adaptivecards` library; the others are the rules of this house: version 1.5, language and fallback text declared, a
 * fallback for what old clients do not know, labels and error messages on inputs, text that wraps, no Submit.
 */
export function checkCard(card: JsonObject): string[] {
  const elements = elementsOf(card);
  return [...rootFaults(card), ...schemaFaults(card), ...elements.flatMap(elementFaults), ...idFaults(elements)];
}

function rootFaults(card: JsonObject): string[] {
  const bytes = bytesOf(card);
  const open = textsOf(card).find((text) => text.includes('${'));
  return when(
    [card.type !== 'AdaptiveCard', 'The root is no AdaptiveCard.'],
    [card.version !== '1.5', 'The version is not 1.5, the one that Teams supports.'],
    [!/^[a-z]{2,3}$/.test(textAt(card.lang)), 'The card does not say its language (lang).'],
    [!hasText(card.fallbackText), 'The card has no fallbackText.'],
    [open !== undefined, `"${open}" still holds an expression.`],
    [bytes > MAX_CARD_BYTES, `The card is ${bytes} bytes large; ${MAX_CARD_BYTES} may be sent.`],
  );
}

function schemaFaults(card: JsonObject): string[] {
  const context = new renderer.SerializationContext();
  const parsed = new renderer.AdaptiveCard();
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const unknown = /^Unknown element type "([^"]+)"/;
  const faults = events.filter(
    (message) => !NEWER.test(unknown.exec(message)?.[1] ?? '') && !WRONG_LANGUAGE.test(message),
  );
  return [...faults, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
}

function elementFaults(element: JsonObject): string[] {
  const type = textAt(element.type);
  const name = hasText(element.id) ? `${type} "${element.id}"` : type;
  const faults = NEWER.test(type) ? newerFaults(type, element) : [];
  if (type.startsWith('Input.')) faults.push(...inputFaults(name, element));
  if (type.startsWith('Action.')) faults.push(...actionFaults(name, element));
  if (type === 'TextBlock') {
    faults.push(
      ...when(
        [!hasText(element.text), 'A TextBlock is empty.'],
        [element.wrap !== true, `The text "${textAt(element.text).slice(0, 40)}" does not wrap.`],
      ),
    );
  }
  if (type === 'Image' && typeof element.altText !== 'string') faults.push('An Image has no altText.');
  if (type === 'Table') faults.push(...tableFaults(element));
  return faults;
}

function newerFaults(type: string, element: JsonObject): string[] {
  const { fallback } = element;
  if (isObject(fallback)) return [];
  if (fallback === 'drop' && !type.startsWith('Chart.')) return [];
  return [`${type} has no fallback, so old clients show nothing.`];
}

function inputFaults(name: string, input: JsonObject): string[] {
  return when(
    [!hasText(input.id), `${name} has no id, so its value is not sent.`],
    [!hasText(input.label), `${name} has no label.`],
    [input.isRequired === true && !hasText(input.errorMessage), `${name} is required without errorMessage.`],
  );
}

function actionFaults(name: string, action: JsonObject): string[] {
  if (action.type === 'Action.Execute')
    return when(
      [!hasText(action.verb), `${name} has no verb.`],
      [!hasText(action.title), `${name} has no title.`],
      // Its renderer takes it for React's own and throws, so that nothing is sent.
      [isObject(action.data) && 'key' in action.data, `${name} sends a "key", which the Agents Playground cannot.`],
    );
  if (action.type === 'Action.OpenUrl')
    return when(
      [!/^https:\/\//.test(textAt(action.url)), `${name} does not open an https address.`],
      [!hasText(action.title), `${name} has no title.`],
    );
  return [`${name} is not allowed: actions are Action.Execute with a verb, or Action.OpenUrl.`];
}

function tableFaults(table: JsonObject): string[] {
  const columns = Array.isArray(table.columns) ? table.columns.length : 0;
  const rows: readonly Json[] = Array.isArray(table.rows) ? table.rows : [];
  const uneven = rows.some((row) => !isObject(row) || !Array.isArray(row.cells) || row.cells.length !== columns);
  return when(
    [table.firstRowAsHeaders === false, 'A Table has no header row.'],
    [uneven, `A row of a Table has not the ${columns} cells of its columns.`],
  );
}

function idFaults(elements: readonly JsonObject[]): string[] {
  const ids = elements.map(({ id }) => id).filter((id) => typeof id === 'string');
  const doubled = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...doubled].map((id) => `The id "${id}" stands twice.`);
}

function hasText(value: Json | undefined): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** The messages whose condition holds. */
function when(...rules: readonly (readonly [boolean, string])[]): string[] {
  return rules.filter(([holds]) => holds).map(([, message]) => message);
}
