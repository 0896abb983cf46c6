export { answerConsent, type ConsentParts } from './answer-consent.js';
export { type FileDelivery, offerFile, type OfferTo } from './offer.js';
export { type ConsentAnswer, readConsent, type SentFile, sentFiles } from './read-file-activities.js';
export { fileTexts } from './texts.js';
export { fetchFile, TRANSFER_MS, type TransferFault } from './transfer.js';
