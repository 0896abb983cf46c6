/** How an activity stands, as whoever is responsible says it (domain page 3.3). A deviation needs its reason. */
export const ACTIVITY_STATUSES = ['ej påbörjad', 'pågår', 'klar', 'försenad', 'avvikelse', 'avbruten'] as const;
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];

/** How far a goal is met, in the words of the city's annual reports. */
export const GOAL_STATUSES = ['uppfylls helt', 'uppfylls delvis', 'uppfylls inte'] as const;
export type GoalStatus = (typeof GOAL_STATUSES)[number];

/** What an item of a round asks about. */
export const ITEM_KINDS = ['activity', 'goal', 'indicator'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];
