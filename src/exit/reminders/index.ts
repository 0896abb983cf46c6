export { createDaily, type Daily, type DailyParts, EXIT_DAILY_JOB } from './daily.js';
export { createExitReminders, type ExitReminders } from './feature.js';
export { EXIT_REMINDER } from './remind.js';
