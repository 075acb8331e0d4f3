export * from './policy';
export * from './policy-schema';
export * from './team';
export * from './phase';
export * from './canonical';
export * from './ledger-proof';
