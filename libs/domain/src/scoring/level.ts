import { bands } from '../instrument';
import { exact, type Exact } from './exact';

/**
 * Which of the scale's five levels a percent falls into: its place in `bands`, 0 to 4. The bands name tens (10–30, 40–60 …)
 * but a percent is an exact fraction and may lie between two of them. So a level reaches from its lower anchor up to, but
 * not including, the lower anchor of the next: 40 ≤ p < 70, 70 ≤ p < 90, 90 ≤ p. The lowest is 0 alone and the second
 * everything above 0 and below 40, for a little is not nothing. The same for every instrument: all have five anchors.
 * @example levelOf('0') // 0, levelOf('1/8') // 1, levelOf('119/3') // 1, levelOf('40') // 2, levelOf('100') // 4
 */
export function levelOf(percent: Exact): number {
  const value = exact(percent);
  if (value.compare(0) <= 0) return 0;
  return bands.reduce((level, { from }, at) => (at > 1 && value.compare(from) >= 0 ? at : level), 1);
}
