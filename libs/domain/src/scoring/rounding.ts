import { exact, type Exact } from './exact';

/**
 * The one place where a score is rounded: half away from zero to `decimals` places, as plain text with a point.
 * Explains 224 of 225 printed rows and 38 of 40 printed area totals (domain facts, section 3).
 * @example shown('27/2', 0) // '14'
 * @example shown('140/3', 1) // '46.7'
 */
export function shown(value: Exact | number, decimals: number): string {
  const fraction = exact(value);
  const scaled = fraction.abs().mul(10 ** decimals);
  const whole = scaled.floor();
  const units = scaled.sub(whole).compare('1/2') >= 0 ? whole.add(1) : whole;
  const digits = units.toFraction().padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return fraction.compare(0) < 0 && units.compare(0) !== 0 ? `-${text}` : text;
}

/**
 * `shown` the Swedish way: decimal comma, true minus, thin groups of thousands by no-break space.
 * @example swedish('2469/2', 1) // '1 234,5'
 */
export function swedish(value: Exact | number, decimals: number): string {
  const [whole = '', part] = shown(value, decimals).split('.');
  const grouped = whole.replace('-', '').replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return `${whole.startsWith('-') ? '\u2212' : ''}${grouped}${part ? `,${part}` : ''}`;
}

/** `swedish` with an explicit sign, for differences: "+2,5", "−31,7", "0,0". */
export function swedishSigned(value: Exact | number, decimals: number): string {
  const text = swedish(value, decimals);
  return exact(value).compare(0) > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** An exact value rounded to tenths and kept exact, for a proposed mean: '140/3' → '467/10'. */
export const toTenths = (value: Exact): Exact => exact(shown(value, 1)).toFraction();
