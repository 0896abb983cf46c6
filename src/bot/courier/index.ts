export { type CourierParts, createCourier } from './courier.js';
