export { addressOf, call, CallFailed, signedOut, speakAs } from './call';
export { RefusalWords } from './refusal-words';
