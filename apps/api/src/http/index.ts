export { CrossSiteGuard, FromAnywhere } from './cross-site.guard';
export { isPublic, Public } from './public';
export { problemOf, problemWith, RefusalFilter } from './refusal.filter';
export { SchemaPipe, soundBy } from './schema';
export { readSettings, SETTINGS, type Settings } from './settings';
