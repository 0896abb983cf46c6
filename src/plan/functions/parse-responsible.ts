/** Words at which one function ends and the next begins. */
const JOINT =
  /\s*[,;\n&+/]\s*(?:(?:och|samt|eller)\s+)?|\s+(?:och|samt|eller|i samarbete med|i samverkan med|tillsammans med|ihop med|med stöd av|and)\s+/giu;
/** How a function begins or ends when it stands for itself; what is none goes with the function before ("förskola och skola"). */
const FUNCTION =
  /(?:chef|konsult|ledare|ledning|grupp|samordnare|rektor|direktör|ombud|enhet|avdelning|medarbetare|anställd|personal|handläggare|sekreterare|controller|strateg|specialist|kommunikatör|kommunikation|ansvarig|pedagog|lärare|skötare|biträde|sköterska|assistent|terapeut|gymnast|utvecklare|coach|mentor|facket|fackliga|alla|samtliga)(?:er|ar|or|n|en|et|na|erna|arna|orna|s|a|e|t)?(?!\p{L})|(?<!\p{L})(?:hr|mas|mar|it|ekonomi|hr-enhet\p{L}*)(?!\p{L})/iu;

/**
 * Parts the functions of a cell: "Avdelningschef, Enhetschef samt ansvarig biträdande enhetschef" -> three. The parts of one name stay
 * together: "Avdelningschef för funktionsnedsättning och socialpsykiatri", "Enhetschef grupp- och servicebostäder".
 */
export function parseResponsible(cell: string): string[] {
  const functions: string[] = [];
  let joint = '';
  let at = 0;
  const take = (text: string, next: string): void => {
    const part = text.trim().replace(/^[\s.:–-]+|[\s.:]+$/gu, '');
    const before = functions.at(-1);
    if (before !== undefined && part !== '' && goesOn(before, joint, part))
      functions[functions.length - 1] = before + joint + part;
    else if (part !== '') functions.push(part);
    joint = next;
  };
  for (const match of cell.matchAll(JOINT)) {
    take(cell.slice(at, match.index), match[0].replace(/\s+/gu, ' '));
    at = match.index + match[0].length;
  }
  take(cell.slice(at), '');
  return [...new Set(functions)];
}

/** Whether a part is no function of its own but the rest of the one before it. */
function goesOn(before: string, joint: string, part: string): boolean {
  if (FUNCTION.test(part)) return false;
  const isWrapped = joint === ' ' && /^\p{Ll}/u.test(part);
  return isWrapped || before.endsWith('-') || /(?<!\p{L})(?:för|inom|på)(?!\p{L})/iu.test(before);
}
