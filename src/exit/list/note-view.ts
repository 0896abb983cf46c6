import type { View } from '../../actions/index.js';
import type { Typed } from './forms.js';

export interface Note {
  readonly title: string;
  readonly problem: string;
  /** What was typed and is on no other card any more. */
  readonly typed?: Typed;
  /** The case whose list can still be read. */
  readonly reads?: string;
  readonly isLive?: boolean;
}

/** A card that says something in the place of a list or a form. */
export function noteView({ title, problem, typed, reads, isLive = false }: Note): View {
  const lines = [typed?.delegatedTo, typed?.comment].filter((line) => line !== undefined && line.trim() !== '');
  return {
    template: 'exit/checklist-note',
    data: {
      title,
      problem,
      lines: lines.map((line) => ({ line })),
      reads: reads === undefined ? [] : [{ exit: reads, isLive }],
    },
  };
}
