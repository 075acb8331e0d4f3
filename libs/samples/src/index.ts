export * from './printed';
export * from './evaluation-samples';
export * from './replay';
