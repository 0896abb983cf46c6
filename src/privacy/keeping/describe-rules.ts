import { type OnErase, type Retention, retentionsOf, type Retentions } from './rules.js';

/** What a table says of itself, as far as it is told here. */
export interface RuledTable {
  readonly name: string;
  readonly personKeys: readonly string[];
  readonly mentions?: readonly string[];
  readonly retention: Retentions;
  readonly onErase: OnErase;
}

/** The rules of all tables as a table in Markdown: what docs/privacy.md holds. */
export function describeRules(tables: readonly RuledTable[]): string {
  const rows = [...tables]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((table) => [
      `\`${table.name}\``,
      personsIn(table),
      retentionsOf(table.retention).map(describeRetention).join('; '),
      describeErase(table.onErase),
    ]);
  const lines = [
    ['table', 'persons stand in', 'is kept', 'when a person is erased'],
    ['---', '---', '---', '---'],
    ...rows,
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function personsIn({ personKeys, mentions = [] }: RuledTable): string {
  const own = personKeys.map((column) => `\`${column}\``);
  const within = mentions.map((column) => `${column}`);
  const parts = [...own, ...(within.length > 0 ? [`perhaps within ${within.join(', ')}`] : [])];
  return parts.join(', ') || 'nothing';
}

function describeRetention(rule: Retention): string {
  switch (rule.keep) {
    case 'months':
    case 'days': {
      const those = rule.only ? ` (${rule.only.those})` : rule.gone ? ' (of persons who left the directory)' : '';
      return `${rule.count} ${rule.keep} from \`${rule.from}\`${those}`;
    }
    case 'with':
      return `as long as its row of \`${rule.table}\`: ${rule.reason}`;
    case 'always':
      return `always: ${rule.reason}`;
    case 'while-current':
      return `while it is current: ${rule.reason}`;
  }
}

function describeErase(rule: OnErase): string {
  switch (rule.do) {
    case 'delete':
      return rule.of
        ? `the row goes where the person is its ${rule.of.join(' or ')}, else the pseudonym`
        : 'the row goes';
    case 'pseudonymise':
      return `pseudonym${rule.clear ? `; ${rule.clear.join(', ')} emptied` : ''}`;
    case 'keep':
      return `stays: ${rule.reason}`;
  }
}
