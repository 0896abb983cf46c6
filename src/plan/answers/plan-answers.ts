import type { Answer, AnswerSource, AskResult, Concept, Question } from '../../ask/index.js';
import { plainAnswer } from '../../ask/index.js';
import type { PeopleDirectory, Person } from '../../people/index.js';
import type { PlanStore } from '../plan-store.js';
import type { Round, RoundStore } from '../round/index.js';
import { type Asking, type AskingRound, type Draft, nothing } from './answer/asking.js';
import { compareDraft } from './answer/compare.js';
import { contentDraft } from './answer/content.js';
import { listDraft } from './answer/list.js';
import { mineDraft } from './answer/mine.js';
import { saidDraft } from './answer/said.js';
import { silentDraft } from './answer/silent.js';
import { statusDraft } from './answer/status.js';
import { findRound } from './find-round.js';
import { dayText } from './phrase/dates.js';
import { planTexts } from './phrase/texts.js';
import { reaches, sightOf } from './sight.js';
import { createTopics } from './topic.js';
import {
  createUnderstandPlan,
  type ReadQuestion,
  type UnderstandParts,
  type Want,
  type Wanted,
} from './understand/index.js';

export interface PlanAnswersParts extends Pick<UnderstandParts, 'words'> {
  readonly knowledge: UnderstandParts['knowledge'] & { readonly concepts: readonly Concept[] };
  readonly rounds: RoundStore;
  readonly plans: PlanStore;
  readonly directory: Pick<PeopleDirectory, 'find' | 'inOrganisation' | 'reportsOf'>;
}

/** Answers that need no round and no right: what the plan, a public decision, says. */
const OF_THE_PLAN: ReadonlySet<Want> = new Set<Want>(['content', 'due']);

const DRAFTS: Readonly<Record<Exclude<Want, 'content' | 'due'>, (asking: AskingRound) => Promise<Draft>>> = {
  status: statusDraft,
  list: listDraft,
  said: saidDraft,
  silent: silentDraft,
  mine: mineDraft,
  compare: compareDraft,
};

/**
 * Answers questions about the plan's follow-up from what was answered in its rounds, to people of the directory and within what they may see.
 * Which questions those are is decided by their words alone; storage is read only for them.
 */
export function createPlanAnswers({ words, knowledge, rounds, plans, directory }: PlanAnswersParts): AnswerSource {
  const understand = createUnderstandPlan({ words, knowledge, directory });
  const topics = createTopics(knowledge.concepts);

  async function answer(question: Question, person: Person, { wanted, locale: asked }: ReadQuestion) {
    const locale = asked ?? question.locale ?? 'sv';
    const sight = sightOf(person, directory);
    if (!sight) return undefined;
    const texts = planTexts[locale];
    const findPerson = (id: string) => directory.find(id);
    const asking: Asking = {
      wanted,
      person,
      sight,
      isOverheard: question.isOverheard ?? false,
      locale,
      texts,
      rounds,
      plans,
      topics,
      findPerson,
    };
    if (OF_THE_PLAN.has(wanted.want)) {
      const draft = await contentDraft(asking);
      return draft && resultOf(draft, asking, undefined);
    }
    if (asking.isOverheard) return resultOf(nothing(texts.notHere), asking, undefined);
    const found = await findRound(rounds, person.organisation, wanted.round);
    // A year alone may be a document's: "what does the 2022 report say?".
    const isYearAlone = wanted.round.year !== undefined && wanted.round.period === undefined;
    if (!found.round)
      return {
        ...resultOf(noRound(asking, found.newest), asking, undefined),
        ...(isYearAlone && { holdsNothing: true as const }),
      };
    const draft = await DRAFTS[wanted.want as keyof typeof DRAFTS]({ ...asking, round: found.round });
    const isEmpty = draft.title === 'nothing' && wanted.want !== 'mine';
    const isRefused = isEmpty && (sight.reach === 'eget' || !reaches(sight, wanted.places));
    return resultOf(isRefused ? nothing(texts.notYours) : draft, asking, found.round);
  }

  return {
    kind: 'plan',
    claim(question) {
      const { person } = question;
      const understood = person && understand(question);
      return understood && { surety: understood.surety, answer: () => answer(question, person, understood) };
    },
  };
}

function noRound({ texts, locale }: Asking, newest: Round | undefined): Draft {
  if (!newest) return { ...nothing(texts.noRound), next: [] };
  return nothing(texts.noSuchRound(`${newest.period} ${newest.year} (${dayText(newest.deadline, locale)})`));
}

function resultOf(draft: Draft, asking: Asking, round: Round | undefined): AskResult {
  const { texts, locale, wanted } = asking;
  const place = placesText(wanted.places);
  const answer: Answer = {
    ...plainAnswer(
      'plan',
      locale,
      `${texts.titles[draft.title]}${place === '' || draft.title === 'nothing' ? '' : `: ${place}`}`,
      draft.says.join('\n\n'),
    ),
    assumptions: round ? [roundText(round, asking)] : [],
    ...(draft.rows && { rows: draft.rows }),
    ...(draft.chart && { chart: draft.chart }),
    suggestions: draft.next.map((next) => texts.ask[next]),
  };
  // A topic that the plan has no word for is not remembered: it would be what somebody typed.
  const about: Wanted = { ...wanted, topic: [...(draft.topic ?? [])] };
  return { answer, context: { source: { kind: 'plan', about } } };
}

function roundText({ title, deadline, state }: Round, { texts, locale, sight, wanted }: Asking): string {
  const isOpen = state === 'open' ? texts.open(dayText(deadline, locale)) : texts.closed;
  const whose = wanted.want === 'mine' || wanted.own ? texts.sight.eget : texts.sight[sight.reach];
  return [title, isOpen, ...(wanted.places.length === 0 || wanted.own ? [whose] : [])].join(' · ');
}

const MOST_PLACES = 3;

function placesText(places: Wanted['places']): string {
  const names = places.map(({ department, unit }) => unit ?? department);
  return names.length > MOST_PLACES ? `${names.slice(0, MOST_PLACES).join(', ')} …` : names.join(', ');
}
