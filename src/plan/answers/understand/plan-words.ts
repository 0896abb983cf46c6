import { z } from 'zod';
import type { Phase } from '../../../ask/index.js';
import type { ActivityStatus } from '../../round/index.js';

/** The entries of knowledge/vocabulary/plan.yml, which says what each is for. */
export const PLAN_WORDS = [
  'activity',
  'plan',
  'round',
  'goal',
  'progress',
  'summary',
  'count',
  'share',
  'which',
  'what',
  'content',
  'when',
  'target-date',
  'responsible',
  'compare',
  'answered',
  'said',
  'silent',
  'not',
  'left',
  'mine',
  'done',
  'ongoing',
  'not-started',
  'delayed',
  'deviation',
  'stopped',
  'moved',
  'previous',
  'latest',
  'this-year',
  'last-year',
  'phase-utveckla',
  'phase-behålla',
  'phase-attrahera',
  'phase-rekrytera',
  'phase-introducera',
  'phase-avsluta',
  'own-unit',
  'own-department',
  'whole',
  'unit',
  'about',
  'carrier',
  'other',
] as const;
export type PlanWord = (typeof PLAN_WORDS)[number];

const forms = z.array(z.string().trim().min(1)).min(1);
export const planWordsSchema = z.object({ id: z.enum(PLAN_WORDS), sv: forms, en: forms }).strict();
export type PlanWords = z.infer<typeof planWordsSchema>;

/** The words of an activity's status. */
export const STATUS_WORDS: readonly (readonly [PlanWord, ActivityStatus])[] = [
  ['not-started', 'ej påbörjad'],
  ['ongoing', 'pågår'],
  ['done', 'klar'],
  ['delayed', 'försenad'],
  ['deviation', 'avvikelse'],
  ['stopped', 'avbruten'],
];

/** The phase that a word names; undefined for any other word. */
export function phaseOfWord(word: PlanWord): Phase | undefined {
  return word.startsWith('phase-') ? (word.slice('phase-'.length) as Phase) : undefined;
}
