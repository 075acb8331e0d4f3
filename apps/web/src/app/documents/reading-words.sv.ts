export const reading = {
  document: 'Dokument', toMaterial: 'Till underlaget', tools: 'Bläddra och förstora', page: 'Sida {{n}}', pageWord: 'Sida', of: 'av {{n}}', goTo: 'Gå till sida', previous: 'Föregående sida', next: 'Nästa sida',
  smaller: 'Mindre', larger: 'Större', size: 'Storlek', asText: 'Som text', download: 'Ladda ner', contents: 'Innehållet i {{title}}', version: 'version {{n}}', partWord: 'Del', goToPart: 'Gå till del', previousPart: 'Föregående del', nextPart: 'Nästa del', partText: 'Texten i del {{n}}',
  rows: 'Rad {{from}}–{{to}} av {{of}} visas.', columns: 'Tabellen är bred. Här visas de första kolumnerna; hela finns i filen.', rowsBefore: 'Raderna före', rowsAfter: 'Raderna efter', picture: 'Bild: {{title}}',
  newer: 'Nyare version finns. Här visas version {{mine}}.', toNewer: 'Öppna version {{n}}',
  unscanned: 'Inte virusgranskad. Filen visas utan att något i den körs.', again: 'Försök igen',
  text: {
    waiting: 'Texten läses snart in. Till dess går filen inte att söka i.', working: 'Texten läses in, {{n}} % är klart. Till dess går filen bara delvis att söka i.', empty: 'Filen är inte sökbar: den har ingen text, till exempel för att den är inskannad.',
    failed: 'Filen är inte sökbar: texten gick inte att läsa ut.', encrypted: 'Filen är inte sökbar: den skyddas av ett lösenord.', unsupported: 'Filen är inte sökbar: det här formatet läses inte som text.', tooLarge: 'Filen är inte sökbar: den är för stor.',
  },
  trouble: { encrypted: 'Filen skyddas av ett lösenord', broken: 'Filen är skadad', offline: 'Filen kunde inte hämtas' },
  troubleMore: { encrypted: 'Den kan inte visas eller sökas här. Be kommunen om en fil utan lösenord.', broken: 'Den kan inte visas. Be kommunen lämna den på nytt.', offline: 'Kontrollera nätet och försök igen.' },
  hit: { whole: 'Träffen är markerad.', part: 'Början av träffen är markerad.', not: 'Träffen går inte att markera här. Pröva ”Som text”.' },
  quote: { whole: 'Citatet är markerat.', not: 'Citatet hittades inte. Så här står det i belägget:', part: 'Bara början av citatet hittades. Så här står det i belägget:' },
  checking: 'Filen kontrolleras', checkingMore: 'Den öppnas av sig själv när kontrollen är klar.', refused: 'Filen togs inte emot', refusedMore: 'Den stoppades i kontrollen och kan inte öppnas. Kommunen ser varför och vad de kan göra.',
  web: 'En webbsida', webMore: 'Den ligger utanför Samsyn och kan ändras. Skriv vad du såg och när i belägget.', openWeb: 'Öppna webbsidan', gone: 'Här finns inget att läsa', goneMore: 'Dokumentet finns inte, eller är inte öppet för dig.',
  deleted: 'Dokumentet är raderat', deletedMore: 'Det raderades enligt gallringsreglerna eller av den som lämnade det. Citat som redan är gjorda står kvar.', keptQuote: 'Citatets plats: {{where}}.',
  selectHow: 'Markera text med skift och piltangenterna eller med musen.', pageText: 'Texten på sida {{n}}', noText: 'Sidan har ingen text.', noPreview: 'Filen kan inte visas här', noPreviewMore: 'Ladda ner den och öppna den i ett program på din dator.',
};
/** Where in a document something stands; part of a sentence. */
export const place = { page: 's. {{n}}', pages: 's. {{n}}–{{to}}', heading: 'rubriken ”{{under}}”', paragraph: 'stycke {{n}}', paragraphUnder: 'under rubriken ”{{under}}”, stycke {{n}}', row: 'blad ”{{under}}”, rad {{n}}', slide: 'bild {{n}}', line: 'rad {{n}}' };
export const search = {
  title: 'Sök i underlaget', field: 'Sök i allt underlag', placeholder: 'Ord i något dokument', searching: 'Söker.', found: '”{{words}}” finns på {{n}} ställen', foundOne: '”{{words}}” finns på ett ställe', capped: 'De bästa träffarna visas först. Fler ord ger färre.', none: 'Inget hittades för ”{{words}}”.', noneMore: 'Pröva ett kortare ord, eller ett annat ord för samma sak.',
  page: 'Sida {{n}}', more: 'Visa fler', how: 'Sökningen går genom den senaste versionen av varje dokument. Böjda och sammansatta ord hittas också: ”omsorg” hittar ”äldreomsorgen”.',
  notSearched: '{{n}} filer är inte genomsökta', notSearchedOne: 'En fil är inte genomsökt',
  why: { waiting: 'Texten läses snart in', working: 'Texten läses in', empty: 'Ingen text, till exempel inskannad', failed: 'Texten gick inte att läsa ut', encrypted: 'Skyddas av ett lösenord', unsupported: 'Formatet läses inte som text', tooLarge: 'För stor', done: '' },
};
export const cite = {
  quoted: 'Citat:', backTo: 'Tillbaka till {{question}}', bar: 'Belägg av det markerade', question: 'Fråga', use: 'Belägg för {{question}}', drop: 'Släpp', added: 'Tillagt som belägg för {{question}}.', undo: 'Ångra', toSheet: 'Till {{question}}',
  how: 'Markera en passage för att använda den som belägg.', sealed: '{{question}} är förseglad. Välj en annan fråga, eller begär en ny blind omgång.', notOpen: 'Belägg kan läggas till när bedömningen har öppnats.', full: '{{question}} har redan 30 belägg, som är det högsta.', there: 'Det här står redan som belägg för {{question}}.', reading: 'Ditt poängark läses.',
  sources: 'Källor', close: 'Stäng källorna', list: 'Till sökningen', mine: 'Dina belägg för {{question}}', nth: 'Belägg {{n}}: {{label}}',
};
export const coverage = {
  short: 'Täckning', title: 'Täckning: varje fråga behöver minst två slags källor', key: 'Bokstäverna', question: 'Fråga', kinds: 'Slag', own: 'Dina belägg', show: 'Visa',
  letter: { document: 'D', web: 'W', interview: 'I', questionnaire: 'S' }, source: { document: 'Dokument', web: 'Webb', interview: 'Intervju', questionnaire: 'Skriftligt svar' }, asked: 'begärt, inte kommet',
  sum: '{{n}} av {{of}} frågor har minst två slags källor.', whole: 'Ingen fråga saknar underlag.', counts: 'Räknat är begärt underlag, webblänkar, planerade intervjufrågor och inlämnade svar, aldrig utvärderarnas egna belägg.',
  filter: { all: 'Alla', none: 'Saknar underlag', few: 'Färre än två slag' }, nothingLeft: 'Inga frågor här. Det är bra.', areaSum: '{{n}} av {{of}}',
  none: 'inget', came: '{{there}} av {{asked}} har kommit', links: 'länkar: {{n}}', planned: 'planerade: {{n}}', answered: 'inlämnat', noKind: 'Inget slag', oneKind: 'Bara ett slag', nKinds: '{{n}} slag',
  ownOnly: 'Kolumnen med dina belägg ser bara du.', orphans: 'Hör inte ihop', orphanQuestions: 'Frågor som inget begärt underlag hör till:', orphanRequests: 'Underlag som inte hör till någon fråga:',
};
