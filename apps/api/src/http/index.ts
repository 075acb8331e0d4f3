export { CrossSiteGuard } from './cross-site.guard';
export { problemOf, problemWith, RefusalFilter } from './refusal.filter';
export { SchemaPipe, soundBy } from './schema';
export { readSettings, SETTINGS, type Settings } from './settings';
