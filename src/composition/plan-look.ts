import type { PlanLook } from '../exit/index.js';
import type { PlanStore } from '../plan/index.js';

/** What exits see of plans: titles, and the activities that a plan has now. */
export function planLook(store: Pick<PlanStore, 'list' | 'find' | 'activities'>): PlanLook {
  return {
    async plans(organisation) {
      const found: { id: string; title: string }[] = [];
      for await (const { plan } of store.list(organisation)) found.push({ id: plan.id, title: plan.title });
      return found;
    },
    async activities(organisation, plan) {
      const stored = await store.find(organisation, plan);
      const found: { id: string; words: string }[] = [];
      if (!stored) return found;
      for await (const { id, activity, goneAt } of store.activities(stored))
        if (!goneAt) found.push({ id, words: activity });
      return found;
    },
  };
}
