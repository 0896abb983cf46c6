export { createDoor, type Door } from './door.js';
export type { DoorRefusal } from './refusal.js';
