export { addressOf, call, CallFailed } from './call';
export { RefusalWords } from './refusal-words';
