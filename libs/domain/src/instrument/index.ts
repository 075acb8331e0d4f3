export * from './draft';
export * from './instrument';
export * from './mapping';
export * from './mapping-schema';
export * from './difference';
export * from './draft-check';
export * from './json';
export * from './sheet-rows';
