/**
 * The one text of a value that is hashed: JSON with sorted keys, no spaces, undefined left out. The same value gives the
 * same text wherever it was stored. Refuses numbers that are not finite.
 * @example canonical({ b: 1, a: [true, null] }) // '{"a":[true,null],"b":1}'
 */
export function canonical(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('not finite');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => (item === undefined ? 'null' : canonical(item))).join()}]`;
  const own = value as Readonly<Record<string, unknown>>;
  // Every line of every ledger goes through here: joined by hand, without a list of pairs.
  let text = '';
  for (const key of Object.keys(own).sort()) if (own[key] !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(own[key])}`;
  return `{${text}}`;
}
