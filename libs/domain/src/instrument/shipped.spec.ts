import { dimensions, instrumentFaults, questionsOf, withoutGuidance } from './instrument';
import { instrumentSchema } from './instrument-schema';
import type { Instrument } from './instrument-schema';
import { findMunicipalities, municipalities, municipalityByCode } from './municipalities';
import { shippedInstrument, shippedInstruments } from './shipped';

const printed = ['kk-2010', 'kk-2010-norrkoping', 'kk-2016', 'kk-2016-nassjo'];
const filled = ['kk-2010-v2', 'kk-2016-v2'];
const withQuestions = [...printed, ...filled];
const areasOnly = ['kk-pre2010', 'kk-2020'];

function shipped(id: string): Instrument {
  const found = shippedInstrument(id);
  if (!found) throw new Error(id);
  return found;
}

const maxima = (id: string) => Object.fromEntries(questionsOf(shipped(id)).map(({ number, max }) => [number, max]));
const names = (text: string, limit?: number) => findMunicipalities(text, limit).map(({ name }) => name);

/** Numbers of the questions whose maxima differ, with [maximum in the first, maximum in the second]. */
function differences(first: string, second: string): Record<string, (number | undefined)[]> {
  const other = maxima(second);
  return Object.fromEntries(
    Object.entries(maxima(first)).flatMap(([number, max]) => (other[number] === max ? [] : [[number, [max, other[number]]]])),
  );
}

describe('shipped instruments', () => {
  it('are eight, each under its own id', () => {
    expect(shippedInstruments.map(({ id }) => id).sort()).toEqual([...withQuestions, ...areasOnly].sort());
  });

  it.each(shippedInstruments)('$id has the shape of an instrument, loses nothing to it, and is sound', (instrument) => {
    expect(instrumentSchema.parse(instrument)).toEqual(instrument);
    expect(instrumentFaults(instrument)).toEqual([]);
    expect(instrument.sources.length).toBeGreaterThan(0);
  });

  it.each(shippedInstruments)('$id has areas 1 to 8 of 100 points, 800 in all', (instrument) => {
    expect(instrument.areas.map(({ number, max }) => [number, max])).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => [n, 100]));
    expect(instrument.areas.reduce((sum, { max }) => sum + max, 0)).toBe(800);
  });

  it.each(withQuestions)('%s has 45 questions, numbered once each and in order, five to seven an area, adding up to 100', (id) => {
    const instrument = shipped(id);
    expect(new Set(questionsOf(instrument).map(({ number }) => number)).size).toBe(45);
    for (const area of instrument.areas) {
      expect(area.questions.map(({ number }) => number)).toEqual(area.questions.map((_, at) => `${area.number}.${at + 1}`));
      expect([5, 6, 7]).toContain(area.questions.length);
      expect(area.questions.reduce((sum, { max }) => sum + max, 0)).toBe(100);
      expect(area.headings.length).toBeGreaterThanOrEqual(4);
    }
  });

  it.each(printed)('%s has maxima in use, labels short enough and unlike each other, and one criterion a question', (id) => {
    const questions = questionsOf(shipped(id));
    for (const { max, short, title, criteria } of questions) {
      expect([10, 15, 20, 25, 30]).toContain(max);
      expect(Math.max(short.sv.length, short.en.length)).toBeLessThanOrEqual(32);
      expect(criteria).toEqual([expect.objectContaining({ key: 'a', title })]);
      expect(criteria[0]?.dimensions.slice(0, 2)).toEqual(['system', 'deployment']);
      expect([2, 4]).toContain(criteria[0]?.dimensions.length);
    }
    for (const language of ['sv', 'en'] as const) expect(new Set(questions.map(({ short }) => short[language])).size).toBe(45);
    expect([22, 23]).toContain(questions.filter(({ criteria }) => criteria[0]?.dimensions.length === 4).length);
  });

  it.each(areasOnly)('%s is known by area only', (id) => {
    expect(questionsOf(shipped(id))).toEqual([]);
  });

  it('has the maxima in which Norrköping 2010 and Nässjö 2019 differ, and no other difference', () => {
    expect(differences('kk-2010', 'kk-2010-norrkoping')).toEqual({ '7.2': [25, 30], '7.3': [20, 15], '8.2': [20, 15], '8.4': [15, 20] });
    expect(differences('kk-2016', 'kk-2016-nassjo')).toEqual({ '5.2': [20, 25], '5.3': [20, 15] });
  });

  it('has the changes of the 2016 revision', () => {
    const areas = (id: string) => shipped(id).areas.map(({ title }) => title.sv);
    expect(areas('kk-2010').filter((title) => !areas('kk-2016').includes(title))).toEqual([
      'Tillgänglighet och brukarorientering',
      'Verksamhetsutveckling',
    ]);
    expect(maxima('kk-2010')).toMatchObject({ '2.3': 15, '2.6': 15, '8.2': 20, '8.3': 20, '8.6': 20 });
    expect(maxima('kk-2016')).toMatchObject({ '2.3': 20, '2.4': 20, '2.5': 20, '8.2': 15, '8.3': 15, '8.6': 15, '8.7': 15 });
    expect(maxima('kk-2016')).not.toHaveProperty(['2.6']);
  });

  it('keeps headings apart from questions: area 1 has four and five', () => {
    const [area] = shipped('kk-2010').areas;
    expect([area?.headings.length, area?.questions.length]).toEqual([4, 5]);
  });

  it('knows no other id', () => {
    expect(shippedInstrument('kk-1999')).toBeUndefined();
  });
});

/** Every text of an instrument with where it stands. */
function textsOf(value: unknown, where = ''): (readonly [where: string, text: string])[] {
  if (typeof value === 'string') return [[where, value]];
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, own]) => textsOf(own, `${where}/${key}`)) : [];
}
const criteriaOf = (id: string) => questionsOf(shipped(id)).flatMap(({ criteria }) => criteria);

describe.each(filled)('%s, with criteria', (id) => {
  const instrument = shipped(id);
  const questions = questionsOf(instrument);
  const base = shipped(id.replace('-v2', ''));

  it('supersedes the printed revision and differs from it in criteria and guidance alone', () => {
    expect([instrument.supersedes, base.supersedes]).toEqual([base.id, undefined]);
    expect(questions.map(({ criteria: _criteria, example: _example, ...question }) => question)).toEqual(questionsOf(base).map(({ criteria: _criteria, ...question }) => question));
    expect(instrument.areas.map(({ number, title, max, headings }) => ({ number, title, max, headings }))).toEqual(base.areas.map(({ number, title, max, headings }) => ({ number, title, max, headings })));
    expect(withoutGuidance(instrument)).not.toHaveProperty('requests');
    expect(JSON.stringify(withoutGuidance(instrument)).length).toBeLessThan(JSON.stringify(instrument).length / 3);
  });

  it.each(questions)('$number has two to five criteria, what to look for in each, and an example on a side it has', ({ criteria, example }) => {
    expect([2, 3, 4, 5]).toContain(criteria.length);
    expect(criteria.map(({ key }) => key).join('')).toBe('abcde'.slice(0, criteria.length));
    for (const { dimensions: own, lookFor } of criteria) {
      expect([dimensions.slice(0, 2), dimensions]).toContainEqual(own);
      expect(Object.keys(lookFor ?? {}).sort()).toEqual(['documents', 'interviews', 'website']);
    }
    expect(criteria.flatMap((criterion) => criterion.dimensions)).toContain(example?.dimension);
  });

  it('has 150 to 190 criteria, none twice, judged on results and evaluation in the same questions as the printed one', () => {
    expect(criteriaOf(id).length).toBeGreaterThanOrEqual(150);
    expect(criteriaOf(id).length).toBeLessThanOrEqual(190);
    for (const language of ['sv', 'en'] as const) expect(new Set(criteriaOf(id).map(({ title }) => title[language].toLowerCase())).size).toBe(criteriaOf(id).length);
    const judgedOnAll = (own: Instrument): string[] => questionsOf(own).filter(({ criteria }) => criteria.some((criterion) => criterion.dimensions.length === 4)).map(({ number }) => number);
    expect(judgedOnAll(instrument)).toEqual(judgedOnAll(base));
  });

  it('has introductions, a chapter on the method, anchors and requests that serve questions it has', () => {
    for (const { introduction } of instrument.areas) for (const text of [introduction?.sv, introduction?.en]) expect(text?.split('\n\n').length).toBeGreaterThanOrEqual(2);
    expect(instrument.method?.length).toBeGreaterThanOrEqual(4);
    expect(instrument.dimensions?.map(({ key, anchors }) => [key, anchors.length])).toEqual(dimensions.map((key) => [key, 5]));
    const numbers = new Set(questions.map(({ number }) => number));
    expect(instrument.requests?.length).toBeGreaterThanOrEqual(20);
    for (const { questions: served } of instrument.requests ?? []) {
      expect(served.length).toBeGreaterThan(0);
      for (const number of served) expect(numbers).toContain(number);
    }
  });

  it('is written to the end: both languages, whole sentences, no doubled spaces and nothing left to do', () => {
    const texts = textsOf({ areas: instrument.areas, method: instrument.method, requests: instrument.requests, dimensions: instrument.dimensions });
    const flaws = texts.filter(([, text]) => text.trim() !== text || text === '' || / {2}| [,.;:?]|TODO|\bTK\b|!|\?\?/i.test(text));
    expect(flaws).toEqual([]);
    const sentences = texts.filter(([where]) => /introduction|lookFor|example\/text|\/method\/\d+\/text|anchors/.test(where));
    expect(sentences.filter(([, text]) => !/[.?:]”?$/.test(text))).toEqual([]);
    expect(texts.filter(([where, text]) => /criteria\/\d+\/title/.test(where) && /\.$/.test(text))).toEqual([]);
    expect(texts.filter(([where]) => where.endsWith('/sv')).length).toBe(texts.filter(([where]) => where.endsWith('/en')).length);
  });
});

describe('municipalities', () => {
  it('are 290 in 21 counties, with codes of four digits, each once', () => {
    expect(municipalities).toHaveLength(290);
    expect(new Set(municipalities.map(({ code }) => code)).size).toBe(290);
    expect(new Set(municipalities.map(({ county }) => county)).size).toBe(21);
    for (const { code } of municipalities) expect(code).toMatch(/^\d{4}$/);
  });

  it('keep the leading zero', () => {
    expect(municipalityByCode('0180')).toEqual(expect.objectContaining({ name: 'Stockholm', county: 'Stockholms län' }));
    expect(municipalityByCode('180')).toBeUndefined();
  });

  it('are in Swedish order: å, ä, ö after z', () => {
    const initials = municipalities.map(({ name }) => name[0]);
    expect([...new Set(initials)].join('')).toMatch(/^AB.*Y?ÅÄÖ$/);
  });

  it('are found by å, ä, ö, which find only themselves', () => {
    expect(names('å', 50).slice(0, 4)).toEqual(['Åmål', 'Ånge', 'Åre', 'Årjäng']);
    expect(names('ä', 50).slice(0, 3)).toEqual(['Älmhult', 'Älvdalen', 'Älvkarleby']);
    expect(names('ÖRE')).toEqual(['Örebro', 'Töreboda']);
    expect(names('örn')).not.toContain('Arvidsjaur');
    expect(names('Öskarshamn')).toEqual([]);
  });

  it('are found without diacritics, by either case and by decomposed letters', () => {
    expect(names('ornskoldsvik')).toEqual(['Örnsköldsvik']);
    expect(names('MALMO')).toEqual(['Malmö']);
    expect(names('Malmø')).toEqual(['Malmö']);
    expect(names('A\u030Amål')).toEqual(['Åmål']);
  });

  it('put the beginning of the name before the rest, and what was typed before its plain letters', () => {
    const found = names('vä', 50);
    const begins = found.findIndex((name) => !name.startsWith('Vä'));
    expect(found.slice(begins).some((name) => name.startsWith('Vä'))).toBe(false);
    expect(found.indexOf('Upplands Väsby')).toBeGreaterThan(found.indexOf('Växjö'));
    expect(names('Håbo')[0]).toBe('Håbo');
    expect(names('Göteborgs')).toEqual(['Göteborg']);
  });

  it('are found by code, up to the limit', () => {
    expect(names('0180')).toEqual(['Stockholm']);
    expect(findMunicipalities('01', 5).every(({ code }) => code.startsWith('01'))).toBe(true);
    expect(names('', 3)).toEqual(['Ale', 'Alingsås', 'Alvesta']);
    expect(names('a', 2)).toHaveLength(2);
    expect(names('a', 0)).toEqual([]);
    expect(names('zzz')).toEqual([]);
  });
});
