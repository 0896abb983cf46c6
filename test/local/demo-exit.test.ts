import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { caseItems, exitCaseSchema } from '../../src/exit/index.js';
import { loadChecklist } from '../../src/knowledge/index.js';
import { demoCase } from '../../src/local/demo/exit.js';
import { parsePeopleCsv } from '../../src/people/index.js';

const checklist = loadChecklist('knowledge');
const { people } = parsePeopleCsv(readFileSync('src/local/demo/people.csv', 'utf8'));

it.each(['2026-11-28T09:00:00Z', '2026-12-24T20:00:00Z', '2027-06-19T06:00:00Z'])(
  'is a sound case of the demo’s employee and manager, half way, whenever the demo is started (%s)',
  (at) => {
    const now = new Date(at);
    const exitCase = { ...demoCase(checklist, now), id: 'demo' };
    expect(exitCaseSchema.parse(exitCase)).toEqual(exitCase);
    const employee = people.find(({ id }) => id === exitCase.employee)!;
    expect([employee.name, employee.managerId, employee.organisation]).toEqual([
      'Sara Ekman',
      exitCase.manager,
      exitCase.organisation,
    ]);
    const items = caseItems(exitCase, checklist, {});
    const today = at.slice(0, 10);
    expect(items.filter(({ standing }) => standing === 'done').length).toBe(4);
    expect(items.filter(({ standing }) => standing === 'contradicted').map(({ item }) => item.id)).toEqual(['AVS-08']);
    expect(items.filter(({ standing, due }) => standing === 'open' && due < today).length).toBeGreaterThan(0);
    expect(items.filter(({ due }) => due > today).length).toBeGreaterThan(10);
  },
);
