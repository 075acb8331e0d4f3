export * from './policy';
export * from './team';
export * from './phase';
export * from './canonical';
export * from './ledger-proof';
