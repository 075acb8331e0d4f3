import { FirstHouse1763769600000 } from './1763769600000-first-house';

/** Every migration, in order. Forward only; never edited once merged. */
export const migrations = [FirstHouse1763769600000];
