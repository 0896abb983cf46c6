import { openStorage, type Storage } from '../../src/storage/index.js';
import { testStorage } from '../support/test-storage.js';
import { describeTable } from './table-contract.js';
import { beforeEach } from 'vitest';

let memory: Storage;
beforeEach(() => void (memory = openStorage({ kind: 'memory' })));

describeTable('in memory', async () => memory);
describeTable('in Azurite', testStorage);
