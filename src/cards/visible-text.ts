import { isObject, textAt, type AdaptiveCardJson, type Json, type JsonObject } from './json.js';
import { readable } from './plain.js';

/**
 * Everything that a user of the card reads, in reading order, one line a paragraph: texts, facts ("title: value"), tables
 * row by row ("a: b | c"), a chart's figures unless a table holds them too, labels and choices of inputs, and the
 * titles of all buttons as a last line. Hidden elements and what only shows elsewhere (fallbacks, speak) are left out.
 */
export function visibleText(card: AdaptiveCardJson): string {
  const tabled = new Set(tableCells(card.body));
  const lines = linesOf(card.body, (label) => tabled.has(label));
  const buttons = [...buttonsOf(card.body), ...buttonsOf(card.actions)];
  return [...lines, buttons.join(' | ')].filter((line) => line.trim() !== '').join('\n');
}

type IsTabled = (label: string) => boolean;

function linesOf(node: Json | undefined, isTabled: IsTabled): string[] {
  if (Array.isArray(node)) return node.flatMap((item: Json) => linesOf(item, isTabled));
  if (!isObject(node) || node.isVisible === false) return [];
  const type = textAt(node.type);
  if (type.startsWith('Chart.')) return chartLines(node, isTabled);
  if (type.startsWith('Input.')) return inputLines(node);
  switch (type) {
    case 'TextBlock':
    case 'Badge':
      return [readable(textAt(node.text))];
    case 'RichTextBlock':
      return [
        listOf(node.inlines)
          .map((run) => (typeof run === 'string' ? run : textAt(propertyOf(run, 'text'))))
          .join(''),
      ];
    case 'FactSet':
      return listOf(node.facts).map((fact) => `${factPart(fact, 'title')}: ${factPart(fact, 'value')}`);
    case 'Table':
      return listOf(node.rows).map((row) => rowLine(row, isTabled));
    case 'Image':
      return [textAt(node.altText)];
    default:
      return [node.items, node.columns, node.body].flatMap((inner) => linesOf(inner, isTabled));
  }
}

function rowLine(row: Json, isTabled: IsTabled): string {
  const [first, ...others] = listOf(propertyOf(row, 'cells')).map((cell) => linesOf(cell, isTabled).join(' '));
  return others.length === 0 ? (first ?? '') : `${first}: ${others.join(' | ')}`;
}

function tableCells(node: Json | undefined): string[] {
  if (Array.isArray(node)) return node.flatMap((item: Json) => tableCells(item));
  if (!isObject(node)) return [];
  if (node.type === 'TableCell') return linesOf(node, () => false);
  return Object.values(node).flatMap((value) => tableCells(value));
}

/** Bars, slices and points: "label: value", and for grouped series "label, series: value". */
function chartLines(chart: JsonObject, isTabled: IsTabled): string[] {
  const points = listOf(chart.data).flatMap((entry) => {
    const inner = listOf(propertyOf(entry, 'values') ?? propertyOf(entry, 'data'));
    const series = labelOf(entry);
    if (inner.length === 0) return [{ label: series, value: valueOf(entry) }];
    return inner.map((point) => ({
      label: [labelOf(point), series].filter(Boolean).join(', '),
      value: valueOf(point),
    }));
  });
  return points.filter(({ label }) => !isTabled(label)).map(({ label, value }) => `${label}: ${value}`);
}

function labelOf(point: Json): string {
  return textAt(propertyOf(point, 'x') ?? propertyOf(point, 'legend') ?? propertyOf(point, 'title'));
}

function valueOf(point: Json): string {
  return textAt(propertyOf(point, 'y') ?? propertyOf(point, 'value'));
}

function inputLines(input: JsonObject): string[] {
  const choices = listOf(input.choices).map((choice) => textAt(propertyOf(choice, 'title')));
  return [textAt(input.label), textAt(input.title), textAt(input.placeholder), choices.join(' | ')];
}

/** The titles of buttons and of places that can be pressed, in their order. */
function buttonsOf(node: Json | undefined): string[] {
  if (Array.isArray(node)) return node.flatMap((item: Json) => buttonsOf(item));
  if (!isObject(node) || node.isVisible === false) return [];
  if (textAt(node.type).startsWith('Action.')) return [textAt(node.title)].filter(Boolean);
  return ['selectAction', 'items', 'columns', 'rows', 'cells', 'actions', 'inlineAction'].flatMap((key) =>
    buttonsOf(node[key]),
  );
}

function factPart(fact: Json, key: 'title' | 'value'): string {
  return readable(textAt(propertyOf(fact, key)));
}

function propertyOf(node: Json | undefined, key: string): Json | undefined {
  return isObject(node) ? node[key] : undefined;
}

function listOf(node: Json | undefined): readonly Json[] {
  return Array.isArray(node) ? (node as readonly Json[]) : [];
}
