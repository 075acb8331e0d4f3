import type { Policy } from './policy-schema';

/** From where a question is a divergence, by every limit the policy sets, in both languages: "15 procentenheter, 3 poäng eller 2 nivåer isär". */
export function amberFrom({ amber, points, bands }: Pick<Policy, 'amber' | 'points' | 'bands'>): { readonly sv: string; readonly en: string } {
  const listed = (parts: readonly string[], or: string): string => [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(` ${or} `);
  const worth = points === undefined ? [] : [`${points}`.replace('.', ',')];
  const apart = bands === undefined ? [] : [bands];
  return {
    sv: listed([`${amber} procentenheter`, ...worth.map((own) => `${own} poäng`), ...apart.map((own) => `${own} ${own === 1 ? 'nivå' : 'nivåer'} isär`)], 'eller'),
    en: listed([`${amber} percentage points`, ...worth.map((own) => `${own} ${own === '1' ? 'point' : 'points'}`), ...apart.map((own) => `${own} ${own === 1 ? 'level' : 'levels'} apart`)], 'or'),
  };
}
