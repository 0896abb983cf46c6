/**
 * Who was reminded of anything on which day, across all features: nobody is reminded twice a day (design, section 8). Provided
 * by storage/.
 */
export interface ReminderDays {
  /** Takes the person's reminder of that day (2026-03-01) for `by`. False when something else has taken it; true again for the same. */
  take(
    organisation: string,
    person: string,
    reminder: { readonly day: string; readonly by: string; readonly at: Date },
  ): Promise<boolean>;
}
