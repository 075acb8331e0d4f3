export { Session } from './session';
export { signedIn } from './signed-in';
