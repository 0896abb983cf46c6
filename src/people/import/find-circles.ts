interface Node {
  readonly id: string;
  readonly managerId?: string;
}

/**
 * The circles in "reports to": each once, as the people in it from the first met in `people` and on upwards.
 * Somebody who is their own manager is a circle of one. Looks at each person once.
 */
export function findCircles<P extends Node>(people: readonly P[]): P[][] {
  const byId = new Map(people.map((person) => [person.id, person]));
  const seen = new Set<string>();
  const circles: P[][] = [];
  for (const start of people) {
    const path: P[] = [];
    const onPath = new Map<string, number>();
    let at: P | undefined = start;
    while (at && !seen.has(at.id)) {
      seen.add(at.id);
      onPath.set(at.id, path.push(at) - 1);
      at = at.managerId === undefined ? undefined : byId.get(at.managerId);
    }
    const from = at && onPath.get(at.id);
    if (from !== undefined) circles.push(path.slice(from));
  }
  return circles;
}
