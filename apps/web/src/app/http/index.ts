export { addressOf, call, CallFailed, carryActsBy, signedOut, speakAs, spokenAs } from './call';
export { RefusalWords } from './refusal-words';
