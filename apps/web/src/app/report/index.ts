export { fullName, languageOf, plainTitle, shortTitle } from './names';
