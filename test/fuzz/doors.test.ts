import { describe } from 'vitest';
import { useStage } from '../bot/support/stage.js';
import { checkDoors } from './door-checks.js';

describe('the bot over HTTP', () => {
  checkDoors(useStage(), 1, { seed: 1 });
});
