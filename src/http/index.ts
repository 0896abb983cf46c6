export { MAX_BODY_BYTES } from './refusal.js';
export { type HttpServer, type ProcessActivity, type ReadyCheck, startHttp } from './server.js';
