/**
 * An area's title for narrow places: "Kommunen som samhällsbyggare" is read by its last words, which is what tells it
 * apart. The whole title stands where there is room.
 * @example areaName('Kommunen som samhällsbyggare') // 'Samhällsbyggare'
 */
export function areaName(title: string): string {
  const own = title.replace(/^(Kommunen som|Kommun som|The municipality as) /, '').replace(/ - personalpolitik$/, '');
  return own.charAt(0).toUpperCase() + own.slice(1);
}
