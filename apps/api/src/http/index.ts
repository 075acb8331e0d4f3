export { CrossSiteGuard } from './cross-site.guard';
export { problemOf, RefusalFilter } from './refusal.filter';
export { SchemaPipe } from './schema';
export { readSettings, SETTINGS, type Settings } from './settings';
