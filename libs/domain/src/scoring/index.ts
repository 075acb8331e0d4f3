export * from './exact';
export * from './rounding';
export * from './points';
export * from './sheet';
export * from './sheet-schema';
export * from './draft-value';
export * from './seal';
export * from './visibility';
