const BAR = 30;

/** "[███░░░] 12 av 40" */
export function bar(done: number, all: number): string {
  const filled = all === 0 ? 0 : Math.floor((BAR * done) / all);
  return `[${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}] ${done} av ${all}`;
}
