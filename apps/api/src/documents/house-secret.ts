import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { HouseSecretRow } from './keeping-rows.entity';

/** A secret that the house made for itself at its first need, by name; the same for every process. */
export async function houseSecret(source: DataSource, name: string): Promise<string> {
  const rows = source.getRepository(HouseSecretRow);
  await rows.createQueryBuilder().insert().values({ name, value: randomBytes(32).toString('base64url') }).orIgnore().execute();
  return (await rows.findOneByOrFail({ name })).value;
}
