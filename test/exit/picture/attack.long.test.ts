import { describe } from 'vitest';
import { attackThePicture } from './support/attack.js';
import { attackTheClasses } from './support/attack-classes.js';

describe('an attack on the picture, a thousand times', () => {
  attackThePicture(1000);
  attackTheClasses(1000);
});
