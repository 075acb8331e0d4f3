import list from './municipalities.json' with { type: 'json' };

/** A Swedish municipality. The code is text: four digits, of which the first may be 0 and the first two are the county's. */
export interface Municipality {
  readonly code: string;
  readonly name: string;
  readonly official: string;
  readonly county: string;
}

const collator = new Intl.Collator('sv');

/**
 * The 290 municipalities of Sweden in Swedish alphabetical order (å, ä, ö after z).
 * Source: the official four-digit codes of Statistics Sweden (SCB).
 * An entry of its own, apart from the topic's index: some 30 kB that only a form asking for a municipality needs.
 */
export const municipalities: readonly Municipality[] = [...list].sort((a, b) => collator.compare(a.name, b.name));

const byCode = new Map(municipalities.map((municipality) => [municipality.code, municipality]));

/** The municipality with that four-digit code, or undefined. */
export const municipalityByCode = (code: string): Municipality | undefined => byCode.get(code);

/** The same text without any diacritics. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** Lower case, one character per letter: é becomes e and ø becomes ö, but å, ä, ö stay letters of their own. */
const spelled = (text: string): string =>
  [...text.normalize('NFC').toLocaleLowerCase('sv').replaceAll('æ', 'ä').replaceAll('ø', 'ö')]
    .map((letter) => ('åäö'.includes(letter) ? letter : plain(letter)))
    .join('');

const keys = municipalities.map((municipality) => {
  const name = spelled(municipality.name);
  return { municipality, name, plainName: plain(name), official: spelled(municipality.official) };
});

/** Where the text was found, best first; undefined when nowhere. */
function rank(key: (typeof keys)[number], text: string): number | undefined {
  const { name, plainName, official, municipality } = key;
  const tests = [
    name === text || municipality.code === text,
    name.startsWith(text) || municipality.code.startsWith(text),
    plainName.startsWith(text),
    official.startsWith(text) || plain(official).startsWith(text),
    tailsOf(name).some((tail) => tail.startsWith(text) || plain(tail).startsWith(text)),
    name.includes(text) || plainName.includes(text),
  ];
  const found = tests.indexOf(true);
  return found < 0 ? undefined : found;
}

/** The name from its second, third ... word on, so that "väsby" finds Upplands Väsby. */
const tailsOf = (name: string): string[] => [...name.matchAll(/[\s-]/g)].map((gap) => name.slice(gap.index + 1));

/**
 * Municipalities matching a name or a code, at most `limit`.
 * Order: whole match, beginning of name or code, the same without diacritics ("ore" finds Örebro), beginning of the
 * official name, beginning of a later word, anywhere in the name; within each, Swedish alphabetical order.
 * Plain letters find å, ä, ö, but å, ä, ö typed find only themselves. Empty text gives the first of the list.
 */
export function findMunicipalities(text: string, limit = 10): Municipality[] {
  const sought = spelled(text.trim().replace(/\s+/g, ' '));
  return keys
    .flatMap((key) => {
      const at = rank(key, sought);
      return at === undefined ? [] : [{ at: sought === '' ? 0 : at, municipality: key.municipality }];
    })
    .sort((a, b) => a.at - b.at)
    .slice(0, Math.max(0, limit))
    .map(({ municipality }) => municipality);
}
