export * from './exact';
export * from './rounding';
export * from './points';
export * from './sheet';
export * from './seal';
export * from './visibility';
