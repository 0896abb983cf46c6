import { AppError, messageOf } from '../errors.js';
import { once } from '../once.js';
import { isObject, mapTexts, textsOf, type Json, type JsonObject } from './json.js';
import { plain } from './plain.js';
import { Template, type ParsedTemplate } from './template-engine.js';

/** A template that is parsed once, when it is first expanded: parsing takes 20 ms, and a process uses some of them only. */
export interface Compiled {
  /** The names in `strings.` that the template reads, sorted. */
  usedStrings(available: Iterable<string>): string[];
  /** Throws `card_invalid` when an expression cannot be parsed, or got no value. */
  expand(data: JsonObject, strings: Readonly<Record<string, string>>): Json;
}

const EXPRESSION = /\$\{([^{}]*)\}/g;
/** strings.NAME, or a family of strings by a value of the data: getProperty(strings, concat('phase_', phase)). */
const STRING = /\bstrings\.([\p{L}\p{N}_]+)/gu;
const STRING_FAMILY = /\bstrings,\s*concat\('([\p{L}\p{N}_]+_)'/gu;

/**
 * Three signs of Unicode's private use, which no text holds for a meaning of its own. Data never keeps them, so what
 * stands between OPEN and CLOSE after expansion is data, and a DOLLAR is a dollar sign of the data.
 */
const OPEN = '\uE000';
const CLOSE = '\uE001';
const DOLLAR = '\uE002';
const MARKED = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, 'g');

/**
 * Compiles a template. In places that render Markdown (TextBlock, FactSet) what data brings is escaped by `plain`, so
 * that no template can forget it; two things are Markdown by contract and pass as they are: `strings` and a field
 * named `text`. Throws `card_invalid` for an expression that is left open.
 */
export function compile(name: string, json: JsonObject): Compiled {
  for (const text of textsOf(json))
    if (text.replace(EXPRESSION, '').includes('${'))
      throw new AppError('card_invalid', `${name}: "${text}" opens an expression without closing it, or nests braces`);
  const template = once(() => parse(name, markData(json) as JsonObject));
  const expressions = textsOf(json).flatMap((text) => [...text.matchAll(EXPRESSION)].map((match) => match[1] ?? ''));
  return {
    usedStrings: (available) => usedStrings(expressions, available),
    expand: (data, strings) => finish(name, expand(name, template(), { ...protect(data), strings })),
  };
}

function parse(name: string, json: JsonObject): ParsedTemplate {
  try {
    return new Template(json);
  } catch (error) {
    throw new AppError('card_invalid', `${name}: an expression cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

function expand(name: string, template: ParsedTemplate, root: JsonObject): Json {
  try {
    return template.expand({ $root: root }) as Json;
  } catch {
    // The engine's error may quote data, which no log may hold: it is not even kept as the cause.
    throw new AppError('card_invalid', `${name}: its data does not fit the template`, { facts: { template: name } });
  }
}

function usedStrings(expressions: readonly string[], available: Iterable<string>): string[] {
  const used = new Set<string>();
  for (const expression of expressions) {
    for (const [, key] of expression.matchAll(STRING)) if (key) used.add(key);
    for (const [, family] of expression.matchAll(STRING_FAMILY))
      for (const key of available) if (family && key.startsWith(family)) used.add(key);
  }
  return [...used].sort();
}

/** Puts OPEN and CLOSE around each expression that brings data into a place that renders Markdown. */
function markData(node: Json, rendersMarkdown = false): Json {
  if (typeof node === 'string') {
    if (!rendersMarkdown) return node;
    return node.replace(EXPRESSION, (whole, inner: string) => (isMarkdown(inner) ? whole : `${OPEN}${whole}${CLOSE}`));
  }
  if (Array.isArray(node)) return node.map((item: Json) => markData(item));
  if (!isObject(node)) return node;
  const copy: Record<string, Json> = {};
  for (const [key, value] of Object.entries(node)) {
    if (value === undefined) continue;
    if (key === 'facts' && Array.isArray(value)) copy[key] = value.map((fact: Json) => markFact(fact));
    else copy[key] = markData(value, node.type === 'TextBlock' && key === 'text');
  }
  return copy;
}

function markFact(fact: Json): Json {
  if (!isObject(fact)) return fact;
  const isRendered = (key: string): boolean => key === 'title' || key === 'value';
  return Object.fromEntries(
    Object.entries(fact).map(([key, value]) => [key, markData(value ?? null, isRendered(key))]),
  );
}

function isMarkdown(expression: string): boolean {
  return /^(?:\$root\.)?(?:strings\.[\p{L}\p{N}_]+|text)$/u.test(expression.trim());
}

/** Data as the engine may see it: no sign of ours, and no `${` that could be taken for one of the template. */
function protect(data: JsonObject): JsonObject {
  return mapTexts(data, (text) => text.replace(/[\uE000-\uE002]/g, '').replaceAll('${', `${DOLLAR}{`)) as JsonObject;
}

/** The expanded card without our signs: data escaped where it was marked, its dollar signs given back. */
function finish(name: string, card: Json): Json {
  return mapTexts(card, (text) => {
    if (text.includes('${')) throw hole(name, text);
    const shown = text.includes(OPEN) ? text.replace(MARKED, (_whole, data: string) => plain(data)) : text;
    return shown.includes(DOLLAR) ? shown.replaceAll(`${DOLLAR}{`, '${') : shown;
  });
}

/** Names the expression only: the rest of the text may be data, which no log may hold. */
function hole(name: string, text: string): AppError {
  const expression = /\$\{[^}]*\}?/.exec(text)?.[0] ?? '';
  return new AppError('card_invalid', `${name}: ${expression} has no value in the data`, { facts: { template: name } });
}
