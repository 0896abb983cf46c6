export { type HttpServer, MAX_BODY_BYTES, type ProcessActivity, type ReadyCheck, startHttp } from './server.js';
