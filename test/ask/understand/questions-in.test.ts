import { describe, expect, it } from 'vitest';
import { createUnderstand } from '../../../src/ask/understand/frame.js';
import { questionsIn } from '../../../src/ask/understand/questions-in.js';
import { knowledge } from '../engine.js';

const understand = createUnderstand(knowledge);
const partsOf = (text: string) => {
  const frame = understand(text);
  return questionsIn(text, frame, frame.locale ?? 'sv');
};

describe('the questions in a question', () => {
  it.each([
    ['Hur hög är sjukfrånvaron?', ['Hur hög är sjukfrånvaron?']],
    [
      'Vi har möte. Hur många jobbar där 2024, och hur många var det 2023?',
      ['Vi har möte. Hur många jobbar där 2024?', 'och hur många var det 2023?'],
    ],
    [
      'Hur stor är omsättningen i Norra innerstaden? Vad är målet?',
      ['Hur stor är omsättningen i Norra innerstaden?', 'och Vad är målet?'],
    ],
    ['How many work there and what share are men?', ['How many work there?', 'and what share are men?']],
    // An asking word inside a clause asks nothing of its own.
    ['Jag undrar hur många det är och varför', ['Jag undrar hur många det är och varför']],
    ['Vet du hur många och vilka det är?', ['Vet du hur många?', 'och vilka det är?']],
  ])('%s', (text, parts) => {
    expect(partsOf(text)).toEqual(parts);
  });
});
