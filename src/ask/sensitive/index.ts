export {
  type Form,
  formSchema,
  FORMS,
  type Route,
  routeSchema,
  type SensitiveKnowledge,
  type Topic,
  topicSchema,
} from './knowledge.js';
export { careful } from './careful.js';
export { createReadSensitive, type Sensitive } from './read-sensitive.js';
