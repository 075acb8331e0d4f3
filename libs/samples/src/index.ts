export * from './printed';
export * from './evaluation-samples';
export * from './other-instruments.caf';
export * from './other-instruments.efqm';
export * from './replay';
export * from './made-up-office';
export * from './made-up-pdf';
export * from './sample-visits';
