export { addressOf, call, CallFailed, signedOut, speakAs, spokenAs } from './call';
export { RefusalWords } from './refusal-words';
