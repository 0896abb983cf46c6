import { type Answer, saidTo } from '../survey/answer.js';
import type { Limits } from '../survey/settings.js';
import { QUESTION_KINDS, type Survey, valuesOf } from '../survey/survey.js';
import { type Counts, FAMILIES, type Family, type Figure, type FigureId, type Group, type Score } from './figures.js';
import { type CountRow, hideSmall } from './hide.js';
import { type Bands, tellableBands } from './shares.js';
import { scoreOf, type ScoreRow, showable } from './scores.js';

/** Those who answered, by department; of the rest nobody says which. */
interface Parts {
  readonly departments: ReadonlyMap<string, readonly Answer[]>;
  readonly rest: readonly Answer[];
}

/**
 * What of a family may be shown of these answers, of all together and by department. Every question is a matter of its own: its figures are
 * hidden by themselves, since nothing that is shown ties one question to another. Under `limits.group` answers nothing is shown.
 */
export function publish(
  answers: readonly Answer[],
  survey: Survey,
  { limits, family }: { readonly limits: Limits; readonly family: Family },
): { readonly whole: Group; readonly departments: Readonly<Record<string, Group>> } {
  const told = (count: number) => (family === 'scores' ? { answers: count } : {});
  if (answers.length < limits.group) return { whole: { ...told(0), figures: {} }, departments: {} };
  const parts = partsOf(answers, limits.group);
  const whole: Record<string, Figure> = {};
  const departments: Record<string, { readonly answers?: number; readonly figures: Record<string, Figure> }> =
    Object.fromEntries([...parts.departments].map(([name, own]) => [name, { ...told(own.length), figures: {} }]));
  for (const id of FAMILIES[family].ids as readonly FigureId[]) {
    const kind = id === 'Q1main' ? 'choice' : QUESTION_KINDS[id];
    const made =
      kind === 'scale' || kind === 'recommend'
        ? scoresOf(id, kind, parts, limits)
        : countsOf(id, parts, survey, limits);
    if (made.whole) whole[id] = made.whole;
    made.departments.forEach((figure, name) => (departments[name]!.figures[id] = figure));
  }
  const isTold = ({ answers: own, figures }: Group) => own !== undefined || Object.keys(figures).length > 0;
  const shown = Object.entries(departments).filter(([, group]) => isTold(group));
  return { whole: { ...told(answers.length), figures: whole }, departments: Object.fromEntries(shown) };
}

interface Made {
  readonly whole?: Figure;
  readonly departments: ReadonlyMap<string, Figure>;
}

/** Departments with enough answers, as long as those of the others are none or enough as well. */
function partsOf(answers: readonly Answer[], least: number): Parts {
  const all = new Map<string, Answer[]>();
  for (const answer of answers)
    if (answer.department !== undefined) all.set(answer.department, [...(all.get(answer.department) ?? []), answer]);
  let shown = [...all].filter(([, own]) => own.length >= least).sort(([, a], [, b]) => b.length - a.length);
  const restOf = () => answers.filter(({ department }) => !shown.some(([name]) => name === department));
  while (shown.length > 0 && restOf().length > 0 && restOf().length < least) shown = shown.slice(0, -1);
  return { departments: new Map(shown), rest: restOf() };
}

function scoresOf(id: FigureId, kind: Score['kind'], { departments, rest }: Parts, { group, cell }: Limits): Made {
  const rows: readonly ScoreRow[] = [...departments].map(([name, own]) => ({ name, scores: scoresIn(id, kind, own) }));
  const left = scoresIn(id, kind, rest);
  const all = [...rows.flatMap(({ scores }) => scores), ...left];
  if (all.length < group) return { departments: new Map() };
  const shown = showable(kind, rows, left, group);
  const hidden = rows.filter(({ name }) => !shown.some((one) => one.name === name));
  const figures = new Map(shown.map(({ name, scores }) => [name, scoreOf(kind, scores)]));
  const whole = scoreOf(kind, all);
  // A bound is all that is told of scores at an end, of the whole or of a department.
  const isExact = [whole, ...figures.values()].every(({ end }) => end === undefined);
  const others = [...hidden.flatMap(({ scores }) => scores), ...left];
  const bands = isExact ? tellableBands(kind, { shown, rest: others }, cell) : undefined;
  return {
    whole: withBands(whole, bands?.whole),
    departments: new Map([...figures].map(([name, one]) => [name, withBands(one, bands?.departments.get(name))])),
  };
}

function withBands(score: Score, bands: Bands | undefined): Score {
  return bands ? { ...score, bands: [...bands] } : score;
}

function scoresIn(id: FigureId, kind: Score['kind'], answers: readonly Answer[]): number[] {
  const said = answers.flatMap((answer) => valuesIn(id, answer).slice(0, 1)).filter((value) => value !== 'vet');
  return said.map(Number).map((value) => (kind === 'scale' ? value : value >= 9 ? 1 : value <= 6 ? -1 : 0));
}

function valuesIn(id: FigureId, answer: Answer): readonly string[] {
  if (id === 'Q1main') return answer.main === undefined ? [] : [answer.main];
  return saidTo(answer, id);
}

/** Of one option of several each is a table of its own: chosen or not. */
function countsOf(id: FigureId, parts: Parts, survey: Survey, limits: Limits): Made {
  const question = survey.questions.find((one) => one.id === (id === 'Q1main' ? 'Q1' : id));
  if (!question) return { departments: new Map() };
  const isMany = id !== 'Q1main' && question.kind === 'choices';
  const options = valuesOf(question);
  const groups = groupsOf(id, parts, limits);
  const everybody = groups.reduce((count, { said }) => count + said.length, 0);
  if (everybody < limits.group) return { departments: new Map() };
  const whole: Record<string, number> = {};
  const departments = new Map<string, Counts>(
    groups
      .filter(({ isRest }) => !isRest)
      .map(({ name, said }) => [name, { kind: isMany ? 'choices' : 'choice', answers: said.length, counts: {} }]),
  );
  const countOf = (said: readonly (readonly string[])[], option: string) =>
    said.filter((values) => values.includes(option)).length;
  const note = (wanted: readonly string[], rowOf: (said: readonly (readonly string[])[]) => readonly number[]) => {
    const rows: CountRow[] = groups.map(({ name, isRest, said }) => ({ name, isRest, cells: rowOf(said) }));
    const shown = hideSmall(rows, limits.cell);
    wanted.forEach((option, c) => {
      if (shown.whole[c]) whole[option] = rows.reduce((sum, { cells }) => sum + cells[c]!, 0);
      rows.forEach(({ name, cells }, r) => {
        if (shown.rows[r]![c]) departments.get(name)!.counts[option] = cells[c]!;
      });
    });
  };
  if (isMany)
    for (const option of options)
      note([option], (said) => [countOf(said, option), said.length - countOf(said, option)]);
  else note(options, (said) => options.map((option) => countOf(said, option)));
  return { whole: { kind: isMany ? 'choices' : 'choice', answers: everybody, counts: whole }, departments };
}

interface Answering {
  readonly name: string;
  readonly isRest: boolean;
  readonly said: readonly (readonly string[])[];
}

/** Departments where enough answered to tell their reasons, and all others as the rest, which is nobody or enough. */
function groupsOf(id: FigureId, { departments, rest }: Parts, { group, breakdown }: Limits): readonly Answering[] {
  const saidBy = (answers: readonly Answer[]) =>
    answers.map((answer) => valuesIn(id, answer)).filter((values) => values.length > 0);
  const all = [...departments].map(([name, own]) => ({ name, isRest: false, said: saidBy(own) }));
  let shown = all.filter(({ said }) => said.length >= breakdown).sort((a, b) => b.said.length - a.said.length);
  const restOf = () => [...all.filter((one) => !shown.includes(one)).flatMap(({ said }) => said), ...saidBy(rest)];
  while (shown.length > 0 && restOf().length > 0 && restOf().length < group) shown = shown.slice(0, -1);
  const left = restOf();
  return [...shown, ...(left.length > 0 ? [{ name: '', isRest: true, said: left }] : [])];
}
