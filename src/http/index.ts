export type { FileAnswer, FileDoor } from './files.js';
export { MAX_BODY_BYTES } from './refusal.js';
export { type HttpServer, type ProcessActivity, type ReadyCheck, startHttp } from './server.js';
