/** The kinds of answer that ask/message shows. */
export const KINDS_OF_MESSAGE = ['clarify', 'unknown', 'smalltalk'] as const;

/** The roles that bot/welcome greets, with the words that only this one gets. */
export const PERSONAS = [
  ['chef', 'Som chef kan du fråga'],
  ['hr', 'Du som arbetar med HR'],
  ['medarbetare', 'Som medarbetare kan du fråga'],
  ['okänd', 'Jag hittar dig inte i personalkatalogen än.'],
] as const;
