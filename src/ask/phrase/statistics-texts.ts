import type { Locale } from '../../calendar/index.js';

interface At {
  readonly period: string;
  readonly display: string;
}

interface Headline {
  readonly what: string;
  readonly place: string;
  readonly period: string;
  readonly display: string;
  readonly n: number;
}

interface AgainstTarget {
  readonly goal: string;
  readonly kind: string;
  readonly period: string;
  readonly outcome: string;
}

interface OffTarget extends AgainstTarget {
  readonly difference: string;
  readonly above: boolean;
  /** Unknown where the measure has no good direction. */
  readonly reached: boolean | undefined;
}

interface Remainder {
  readonly whole: string;
  readonly part: string;
  readonly by: string;
  readonly terms: string;
}

type BeyondSide = 'above' | 'below' | 'at-or-above' | 'at-or-below';

const SIDES: Record<Locale, Record<BeyondSide, string>> = {
  sv: { above: 'över', below: 'under', 'at-or-above': 'på eller över', 'at-or-below': 'på eller under' },
  en: { above: 'above', below: 'below', 'at-or-above': 'at or above', 'at-or-below': 'at or below' },
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The sentences about figures, each said by one rule of statistics/sentences.ts. */
export const statisticsTexts = {
  sv: {
    and: ' och ',
    main: ({ what, place, period, display, n }: Headline) => `${what} i ${place}, ${period}: **${display}** [${n}].`,
    changed: (way: 'up' | 'down', by: string, from: At, to: At) =>
      `Det har ${way === 'up' ? 'ökat' : 'minskat'} med ${by}: från ${from.display} (${from.period}) till ${to.display} (${to.period}).`,
    expected: (way: 'up' | 'down', by: string, from: At, to: At) =>
      `Det väntas ${way === 'up' ? 'öka' : 'minska'} med ${by}: från ${from.display} (${from.period}) till ${to.display} (${to.period}).`,
    unchanged: (from: At, to: At) =>
      `Det är oförändrat: ${from.display} (${from.period}) och ${to.display} (${to.period}).`,
    noneChanged: 'Ingen av dem har ändrats åt det hållet.',
    unlikePeriods: 'Perioderna är inte lika långa eller av samma slag, så jämför med försiktighet.',
    unlikeUnits: 'Siffrorna har olika enheter och går inte att jämföra.',
    onTarget: ({ goal, kind, period, outcome }: AgainstTarget) =>
      `${kind} för ${period} är ${goal}, och utfallet ${outcome} ligger precis på målet: det är nått.`,
    againstTarget: ({ goal, kind, period, outcome, difference, above, reached }: OffTarget) =>
      `${kind} för ${period} är ${goal}. Utfallet ${outcome} ligger ${difference} ${above ? 'över' : 'under'}${reached === undefined ? '.' : reached ? ', så målet är nått.' : ', så målet är inte nått.'}`,
    goalKinds: { mål: 'Målet', årsmål: 'Årsmålet', 'KF:s årsmål': 'KF:s årsmål' },
    noOutcome: 'Utfallet finns inte i det jag har.',
    noOwnGoal: 'Jag hittar inget eget mål här, så jämförelsen är med hela förvaltningens.',
    someOf: (some: number, of: number) => `${some} av ${of}`,
    beyond: (side: BeyondSide, goal: string, list: string) =>
      list === ''
        ? `Ingen ligger ${SIDES.sv[side]} målet ${goal}.`
        : `${capital(SIDES.sv[side])} målet ${goal} ligger ${list}.`,
    beyondWhole: (side: BeyondSide, whole: string, list: string) =>
      list === ''
        ? `Ingen ligger ${SIDES.sv[side]} hela förvaltningens ${whole}.`
        : `${capital(SIDES.sv[side])} hela förvaltningens ${whole} ligger ${list}.`,
    extreme: (extreme: 'highest' | 'lowest', places: string, display: string) =>
      `${extreme === 'highest' ? 'Högst' : 'Lägst'}: **${places}**, ${display}.`,
    second: (extreme: 'highest' | 'lowest', places: string, display: string) =>
      `Näst ${extreme === 'highest' ? 'högst' : 'lägst'}: **${places}**, ${display}.`,
    heldOf: (held: number, of: number) => `Nådda mål: ${held} av ${of}.`,
    held: (isHeld: boolean, goal: string, list: string) =>
      list === ''
        ? `Ingen ${isHeld ? 'håller' : 'missar'} målet ${goal}.`
        : `Målet ${goal} hålls ${isHeld ? '' : 'inte '}av ${list}.`,
    compared: (above: boolean, a: string, b: string, by: string) =>
      `${a} ligger ${by} ${above ? 'högre' : 'lägre'} än ${b}.`,
    equal: (a: string, b: string, display: string) => `${a} och ${b} ligger lika: ${display}.`,
    spread: (by: string) => `Mellan högst och lägst skiljer det ${by} (uträknat).`,
    gap: (now: At, before: At, way: 'narrower' | 'wider' | 'same') =>
      `Skillnaden är ${now.display} (${now.period}) och var ${before.display} (${before.period}): ${{ narrower: 'den har minskat', wider: 'den har ökat', same: 'den är oförändrad' }[way]}.`,
    remainder: ({ whole, part, by, terms }: Remainder) => `${whole} utöver ${part}: ${by} (${terms}, uträknat).`,
    ratio: (ratio: string, a: string, b: string, terms: readonly [string, string]) =>
      `${a} per ${b}: ${ratio} (${terms[0]} delat med ${terms[1]}, uträknat).`,
    wholeYear: (inAll: string, terms: string) => `Det blir ${inAll} (${terms}, uträknat).`,
    share: (share: string, [part, whole]: readonly [string, string]) =>
      `Det är ${share} (${part} av ${whole}, uträknat).`,
    shareOfAll: (share: string, [part, whole]: readonly [string, string], place: string, period: string) =>
      `Det är ${share} av alla i ${place}, ${period} (${part} av ${whole}, uträknat).`,
    sum: (sum: string, terms: string) => `Tillsammans ${sum} (${terms}, uträknat).`,
    conflict: (displays: string) =>
      `Källan motsäger sig själv och anger ${displays}. Jag kan inte säga vilken som gäller.`,
    missingToo: (what: string) => `Siffra saknas för ${what}.`,
  },
  en: {
    and: ' and ',
    main: ({ what, place, period, display, n }: Headline) => `${what} in ${place}, ${period}: **${display}** [${n}].`,
    changed: (way: 'up' | 'down', by: string, from: At, to: At) =>
      `It has ${way === 'up' ? 'increased' : 'decreased'} by ${by}: from ${from.display} (${from.period}) to ${to.display} (${to.period}).`,
    expected: (way: 'up' | 'down', by: string, from: At, to: At) =>
      `It is expected to ${way === 'up' ? 'increase' : 'decrease'} by ${by}: from ${from.display} (${from.period}) to ${to.display} (${to.period}).`,
    unchanged: (from: At, to: At) =>
      `It is unchanged: ${from.display} (${from.period}) and ${to.display} (${to.period}).`,
    noneChanged: 'None of them changed that way.',
    unlikePeriods: 'The periods are not equally long or not of the same kind, so compare with care.',
    unlikeUnits: 'The figures have different units and cannot be compared.',
    onTarget: ({ goal, kind, period, outcome }: AgainstTarget) =>
      `${kind} for ${period} is ${goal}, and the outcome ${outcome} is exactly on it: it was reached.`,
    againstTarget: ({ goal, kind, period, outcome, difference, above, reached }: OffTarget) =>
      `${kind} for ${period} is ${goal}. The outcome ${outcome} is ${difference} ${above ? 'above' : 'below'}${reached === undefined ? '.' : reached ? ', so the target was reached.' : ', so the target was not reached.'}`,
    goalKinds: { mål: 'The target', årsmål: 'The annual target', 'KF:s årsmål': "The council's annual target" },
    noOutcome: 'I do not have the outcome.',
    noOwnGoal: 'I find no target of its own here, so the comparison is with the whole administration’s.',
    someOf: (some: number, of: number) => `${some} of ${of}`,
    beyond: (side: BeyondSide, goal: string, list: string) =>
      list === ''
        ? `None is ${SIDES.en[side]} the target ${goal}.`
        : `${capital(SIDES.en[side])} the target ${goal}: ${list}.`,
    beyondWhole: (side: BeyondSide, whole: string, list: string) =>
      list === ''
        ? `None is ${SIDES.en[side]} the ${whole} of the whole administration.`
        : `${capital(SIDES.en[side])} the ${whole} of the whole administration: ${list}.`,
    extreme: (extreme: 'highest' | 'lowest', places: string, display: string) =>
      `${extreme === 'highest' ? 'Highest' : 'Lowest'}: **${places}**, ${display}.`,
    second: (extreme: 'highest' | 'lowest', places: string, display: string) =>
      `Second ${extreme === 'highest' ? 'highest' : 'lowest'}: **${places}**, ${display}.`,
    heldOf: (held: number, of: number) => `Targets reached: ${held} of ${of}.`,
    held: (isHeld: boolean, goal: string, list: string) =>
      list === ''
        ? `None ${isHeld ? 'meets' : 'misses'} the target ${goal}.`
        : `The target ${goal} is ${isHeld ? '' : 'not '}met by ${list}.`,
    compared: (above: boolean, a: string, b: string, by: string) =>
      `${a} is ${by} ${above ? 'higher' : 'lower'} than ${b}.`,
    equal: (a: string, b: string, display: string) => `${a} and ${b} are equal: ${display}.`,
    spread: (by: string) => `Between the highest and the lowest the difference is ${by} (computed).`,
    gap: (now: At, before: At, way: 'narrower' | 'wider' | 'same') =>
      `The difference is ${now.display} (${now.period}) and was ${before.display} (${before.period}): ${{ narrower: 'it has narrowed', wider: 'it has widened', same: 'it is unchanged' }[way]}.`,
    remainder: ({ whole, part, by, terms }: Remainder) => `${whole} beyond ${part}: ${by} (${terms}, computed).`,
    ratio: (ratio: string, a: string, b: string, terms: readonly [string, string]) =>
      `${a} per ${b}: ${ratio} (${terms[0]} divided by ${terms[1]}, computed).`,
    wholeYear: (inAll: string, terms: string) => `That makes ${inAll} (${terms}, computed).`,
    share: (share: string, [part, whole]: readonly [string, string]) =>
      `That is ${share} (${part} of ${whole}, computed).`,
    shareOfAll: (share: string, [part, whole]: readonly [string, string], place: string, period: string) =>
      `That is ${share} of all in ${place}, ${period} (${part} of ${whole}, computed).`,
    sum: (sum: string, terms: string) => `Together ${sum} (${terms}, computed).`,
    conflict: (displays: string) =>
      `The source contradicts itself and gives ${displays}. I cannot say which one holds.`,
    missingToo: (what: string) => `There is no figure for ${what}.`,
  },
} as const satisfies Record<Locale, object>;
