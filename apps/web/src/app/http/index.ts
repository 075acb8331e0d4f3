export { addressOf, answered, call, CallFailed, carryActsBy, signedOut, speakAs, spokenAs } from './call';
export { copyPlace, forget, forgetCopies, keep, kept, keptUnder, unsentOf } from './kept';
export { RefusalWords } from './refusal-words';
