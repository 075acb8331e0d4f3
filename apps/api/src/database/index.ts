export { GroupCommit } from './group-commit';
export { assertDurable, databaseOptions, migrate } from './data-source';
export { statement } from './statement';
