import { FirstHouse1763769600000 } from './1763769600000-first-house';
import { FrozenColumns1763856000000 } from './1763856000000-frozen-columns';

/** Every migration, in order. Forward only; never edited once merged. */
export const migrations = [FirstHouse1763769600000, FrozenColumns1763856000000];
