export { TALK_PARTS, type TalkEntry, talkEntrySchema, THEME_CODES } from './content.js';
export { createExitTalk, type ExitTalk } from './feature.js';
export type { ThemeCount, ThemeCounts } from './themes.js';
