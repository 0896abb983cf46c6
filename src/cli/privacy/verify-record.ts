import { AppError } from '../../errors.js';
import type { RecordFault, Verified } from '../../privacy/index.js';
import type { Run } from './run.js';

const FAULTS: Readonly<Record<RecordFault, string>> = {
  changed: 'är ändrad / was changed',
  missing: 'saknar raden före sig / lacks the line before it',
  unkeyed: 'saknar nyckel fast rader före den har en / has no key though lines before it have one',
  'unknown-key':
    'är förseglad med en nyckel som inte är inställd / is sealed with a key that is not set (DISPOSAL_KEYS)',
};

/** Says of each organisation whether its disposal record is whole. Throws `record_broken` when one is not. */
export async function verifyRecord({ keeping, now, print }: Pick<Run, 'keeping' | 'now' | 'print'>): Promise<void> {
  const verified = await keeping.verifyRecord(now);
  const broken = verified.filter(({ faults }) => faults.length > 0);
  for (const one of verified) if (one.faults.length === 0) print(describe(one));
  if (broken.length === 0) return;
  const lines = broken.flatMap(({ organisation, faults }) =>
    faults.map(({ n, fault }) => `${organisation}: rad / line ${n} ${FAULTS[fault]}`),
  );
  throw new AppError('record_broken', ['Gallringsprotokollet är inte helt / is not whole:', ...lines].join('\n  '));
}

function describe({ organisation, lines, keyed, head }: Verified): string {
  const by =
    keyed === lines ? 'med nyckel / keyed' : keyed === 0 ? 'utan nyckel / no key' : `${keyed} med nyckel / keyed`;
  return `${organisation}: protokollet är helt / the record is whole: ${lines} rader, ${by}, ${head.slice(0, 16)}`;
}
