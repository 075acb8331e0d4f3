export * from './draft';
export * from './instrument';
