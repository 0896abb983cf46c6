export { CIVIL_HOURS, isCivil, nextCivilMoment } from './civil-hours.js';
export { type Clock, clockStartingAt, systemClock } from './clock.js';
export { holidaysOf } from './holidays.js';
export { addDays, type IsoDate, weekdayOf } from './iso-date.js';
export { type Locale, LOCALES } from './locale.js';
export { stockholmDate } from './stockholm-date.js';
export { LAST_MINUTE, readMoment, stockholmMoment, stockholmTime, type WallTime } from './stockholm-time.js';
export { FOLLOW_UPS, type FollowUp, type Tertial, tertialBefore, tertialOf } from './tertials.js';
export { addWorkingDays, isWorkingDay, nextWorkingDay, previousWorkingDay } from './working-days.js';
