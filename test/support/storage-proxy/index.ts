export { deathAt, isWrite, once, type StorageFault, type StorageFaultRule, type StorageRequest } from './faults.js';
export { startStorageProxy, type StorageProxy } from './proxy.js';
export { type FaultCounts, randomFaults } from './random-faults.js';
