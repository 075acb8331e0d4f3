export * from './divergence';
export * from './proposal';
