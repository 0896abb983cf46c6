import { z } from 'zod';
import type { SensitiveKnowledge } from './sensitive/knowledge.js';
import type { Ranking } from './ranking/index.js';
import type { CommonWords } from './understand/common-words.js';
import type { SmalltalkWords } from './smalltalk/topics.js';
import type { EverydayWords } from './understand/everyday-words.js';
import type { WordList } from './understand/word-lists.js';

export const PHASES = ['utveckla', 'behålla', 'attrahera', 'rekrytera', 'introducera', 'avsluta'] as const;
export type Phase = (typeof PHASES)[number];

export const OBSERVATION_KINDS = ['utfall', 'årsmål', 'KF:s årsmål', 'mål', 'prognos'] as const;
export type ObservationKind = (typeof OBSERVATION_KINDS)[number];

export const UNITS = [
  'procent',
  'antal',
  'kronor',
  'mnkr',
  'index',
  'år',
  'dagar',
  'timmar',
  'poäng',
  'kg CO2 per kg',
  'gånger per vecka',
  'gånger per månad',
  'gånger per termin',
  'gånger per år',
  // Only that it rose (1) or fell (-1) is known.
  'riktning',
] as const;
export type Unit = (typeof UNITS)[number];

export const LEVELS = ['organisation', 'avdelning', 'enhet', 'arbetsgrupp'] as const;

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters, figures and single hyphens');
const words = z.array(z.string().trim().min(1));

/** A document that facts come from. `sections` are its headings, as a citation names them. */
export const sourceSchema = z
  .object({
    id,
    title: z.string().min(1),
    organisation: z.string().min(1),
    year: z.number().int(),
    url: z.string().url().optional(),
    /** The name of its text file, without a folder: where `knowledge -- coverage` looks figures and headings up. */
    file: z
      .string()
      .regex(/^[^/\\]+$/, 'a file name without a folder')
      .optional(),
    sections: words.min(1),
  })
  .strict();

/** What is measured: "sjukfranvaro". `synonyms` are what managers write; matching folds case, dots and inflection. */
export const measureSchema = z
  .object({
    id,
    sv: z.string(),
    en: z.string(),
    unit: z.enum(UNITS),
    synonyms: words.default([]),
    synonymsEn: words.default([]),
    /** The measure that this one is a part of (dag 1-14 of the total). */
    partOf: id.optional(),
    /** The measure whose change this one states ("en tredjedel färre"), where the earlier figure itself is not given. */
    changeOf: id.optional(),
    /** Told by users, so that it is no answer about staff. */
    ofUsers: z.boolean().default(false),
    /** It is itself by how much something is to change ("minskning av utsläpp"). */
    isChange: z.boolean().default(false),
    /** Which direction is good, for "reached or not": lower, higher or neither. */
    better: z.enum(['lower', 'higher']).optional(),
    /** Counts whose parts add up to the whole, so that shares and sums may be computed from them. */
    additive: z.boolean().default(false),
    /** Counts the people who work at a place, under one of the names that sources have for it. */
    countsPeople: z.boolean().default(false),
    /** There is one such thing only, so that the whole organisation's is that of the part which has it. */
    onlyOne: z.boolean().default(false),
    /** It counts who took a training, so it answers "hur många" of one. */
    countsTrained: z.boolean().default(false),
    explanation: z.string().optional(),
    explanationEn: z.string().optional(),
  })
  .strict();

/** Who is measured: organisation, department, unit or work group, as a tree through `parent`. */
export const populationSchema = z
  .object({
    id,
    sv: z.string(),
    en: z.string(),
    level: z.enum(LEVELS),
    parent: id.optional(),
    synonyms: words.default([]),
    synonymsEn: words.default([]),
    /** As a button names it: "förskolan". */
    short: z.string().min(1).max(30).optional(),
    shortEn: z.string().min(1).max(30).optional(),
  })
  .strict();

/** A breakdown's key and its values: kön = kvinnor | män. */
export const breakdownSchema = z
  .object({
    id,
    sv: z.string(),
    en: z.string(),
    values: z.array(
      z
        .object({
          id,
          sv: z.string(),
          en: z.string(),
          synonyms: words.default([]),
          synonymsEn: words.default([]),
          /** Narrower values that it stands for where it has no figure itself: chefer are enhetschefer and their deputies. */
          includes: z.array(id).default([]),
        })
        .strict(),
    ),
  })
  .strict();

/**
 * One figure of a document. `period` in typed notation: 2024 (year), 2024-06 (month), @2024-06 or @2024-06-30 (as of),
 * R12:2024-06 (the twelve months that end there), 2024-T1 (tertial), 2024-01/2024-10 (span).
 * `value` keeps the decimals of the document; `breakdown` is "key=value" or "key=value; key=value".
 */
export const observationSchema = z
  .object({
    id,
    measure: id,
    population: id,
    breakdown: z.string(),
    period: z.string().min(4),
    kind: z.enum(OBSERVATION_KINDS),
    value: z.string().regex(/^-?\d+(\.\d+)?$/, 'a decimal number with a point'),
    /** For a range between work groups: the other end, value being the lower one. */
    valueTo: z.string().regex(/^(-?\d+(\.\d+)?)?$/),
    unit: z.enum(UNITS),
    /** `räknat` is counted in the document, which holds the things counted and no number; `line` is where the first stands. */
    qualifier: z.enum([
      ...['', 'cirka', 'drygt', 'minst', 'högst', 'över', 'under', 'hälften', 'en tredjedel', 'samtliga', 'räknat'],
    ] as const),
    source: id,
    section: z.string().min(1),
    line: z.coerce.number().int().positive(),
    /** The id of the observation that says otherwise about the same thing. */
    conflictsWith: z.string(),
    /** A condition, scope or deadline that belongs to the figure, shown under the answer as one plain sentence. */
    note: z.string(),
    noteEn: z.string(),
  })
  .strict()
  .superRefine(({ note, noteEn }, context) => {
    if ((note === '') !== (noteEn === ''))
      context.addIssue({
        code: 'custom',
        path: [note === '' ? 'note' : 'noteEn'],
        message: 'is empty, though its other language is not',
      });
  });

/** One how-to in the project's own words: `knowledge/routines/ID.md`. */
export const routineSchema = z
  .object({
    id,
    title: z.string().min(1),
    titleEn: z.string().min(1),
    phase: z.enum(PHASES),
    /** A population id; no department means the whole organisation, no organisation all of them. */
    organisation: id.optional(),
    department: id.optional(),
    /** Shared by the routines of several places on one thing ("avslutssamtal"): the asker's own is answered. */
    subject: id.optional(),
    /** The letter of a word that it explains, counted from 1: "U i UBARA". */
    letter: z
      .object({ of: z.string().min(2), at: z.number().int().min(1) })
      .strict()
      .optional(),
    audience: z.array(z.enum(['chef', 'hr', 'medarbetare'])).min(1),
    sources: z.array(z.object({ document: id, section: z.string().min(1) }).strict()).min(1),
    validFrom: z.string().date(),
    reviewBy: z.string().date(),
    questions: words.min(1),
    questionsEn: words.min(1),
    related: z.array(id).default([]),
  })
  .strict();

/** Words that say what is wanted (highest, change, target ...) rather than about what. */
export const questionWordsSchema = z.object({ id, sv: words, en: words }).strict();
export type QuestionWords = z.infer<typeof questionWordsSchema>;

/** An entry of a group: a word, `begins-`, `-ends`, `-holds-`, or words in a row, the last one of which may be `begins-`. */
const conceptEntries = z.array(
  z
    .string()
    .trim()
    .regex(
      /^-?[\p{L}\p{N}]{2,}-?$|^[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)+-?$/u,
      'a word, begins-, -ends, -holds-, or words in a row',
    ),
);
/** Words that mean the same, for the ranker: `vocabulary/concepts.yml` says how they match. */
export const conceptSchema = z.object({ id, sv: conceptEntries.min(1), en: conceptEntries.default([]) }).strict();
export type Concept = z.infer<typeof conceptSchema>;

/** A level of the population tree, or any below the one asked about. */
export type Level = (typeof LEVELS)[number] | 'any';

export type Source = z.infer<typeof sourceSchema>;
export type Measure = z.infer<typeof measureSchema>;
export type Population = z.infer<typeof populationSchema>;
export type Breakdown = z.infer<typeof breakdownSchema>;
export type Observation = z.infer<typeof observationSchema>;
/** `body` and `bodyEn` are short Markdown: two to six lines, steps as a list, [1] where a source holds it. */
export type Routine = z.infer<typeof routineSchema> & {
  readonly body: string;
  readonly bodyEn: string;
  /** Set for an answer that an organisation's HR published: whose, for which department, on which day, in which language. */
  readonly published?: {
    readonly organisation: string;
    readonly department?: string;
    readonly on: string;
    readonly version: number;
    readonly locale: 'sv' | 'en';
  };
};

/** All that the bot knows, loaded once (src/knowledge reads it, this room only uses it). */
export interface Knowledge {
  readonly sources: readonly Source[];
  readonly measures: readonly Measure[];
  readonly populations: readonly Population[];
  readonly breakdowns: readonly Breakdown[];
  readonly observations: readonly Observation[];
  readonly routines: readonly Routine[];
  /** Things people ask for that no document holds ("lön"), so that the refusal can name them. */
  readonly notHeld: readonly NotHeld[];
  readonly questionWords: readonly QuestionWords[];
  readonly concepts: readonly Concept[];
  /** Small words by the part they play in a question. */
  readonly wordLists: readonly WordList[];
  readonly everydayWords: readonly EverydayWords[];
  /** Words that anybody uses and that seldom narrow a question. */
  readonly commonWords: CommonWords;
  /** Real words that lie one letter from a word of questions, so that none of them is taken for a slip. */
  readonly lookAlikes: CommonWords;
  /** What people say to the bot that asks nothing of its subject. */
  readonly smalltalk: readonly SmalltalkWords[];
  /** Delicate matters: how they are known, and what is said about them. */
  readonly sensitive: SensitiveKnowledge;
  /** How passages and routines are ranked for a question, as learned by `npm run -s rank -- learn`. */
  readonly ranking: Ranking;
}

export const notHeldSchema = z
  .object({
    id,
    sv: z.string(),
    en: z.string(),
    synonyms: words,
    synonymsEn: words.default([]),
    /** It is a matter of law: the refusal says whom to check with (P18 of the domain page). */
    isLaw: z.boolean().default(false),
    /** What it is that is not held: the place or the time of a figure that may exist of others, or the thing itself. */
    kind: z.enum(['place', 'time', 'thing']).default('thing'),
  })
  .strict();
export type NotHeld = z.infer<typeof notHeldSchema>;
