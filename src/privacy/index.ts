export { holdsPersonnummer } from './personnummer.js';
