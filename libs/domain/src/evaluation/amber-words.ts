import type { Policy } from './policy-schema';
import { limitWords } from './rule-words';

/** From where a question is a divergence, by every limit the policy sets, in both languages: "15 procentenheter, 3 poäng eller 2 nivåer isär". */
export function amberFrom({ amber, points, bands }: Pick<Policy, 'amber' | 'points' | 'bands'>): { readonly sv: string; readonly en: string } {
  const [share, worth, levels] = [limitWords('amber', amber), points === undefined ? null : limitWords('points', points), bands === undefined ? null : limitWords('bands', bands)];
  const listed = (parts: readonly string[], or: string): string => [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(` ${or} `);
  return {
    sv: listed([share.sv, ...(worth ? [worth.sv] : []), ...(levels ? [`${levels.sv} isär`] : [])], 'eller'),
    en: listed([share.en, ...(worth ? [worth.en] : []), ...(levels ? [`${levels.en} apart`] : [])], 'or'),
  };
}
