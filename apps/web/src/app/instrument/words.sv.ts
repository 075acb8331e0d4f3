import type { DraftRule, JsonFault, RowFault } from '@samsyn/domain';
import type { ServerRule } from './fault-words';
import type { WorkbookFault } from './workbook';

const fault: Record<DraftRule | ServerRule, string> = {
  'text-missing': 'Text saknas.', 'text-too-long': 'Texten är för lång. Högst {{expected}} tecken.', 'number-missing': 'Tal saknas.', 'number-bad': 'Skriv ett giltigt tal.',
  'number-too-small': 'Talet {{found}} är för litet.', 'number-too-large': 'Talet {{found}} är för stort. Högst {{expected}}.', format: 'Fel form: ”{{found}}”. Se hjälpen vid fältet.',
  'no-areas': 'Modellen har inget område.', 'no-criteria': 'Frågan har inget kriterium.', 'no-dimensions': 'Kriteriet bedöms inte på någon sida. Kryssa i minst en.', levels: 'Skriv en text för var och en av de fem nivåerna.',
  'too-few': 'För få. Minst {{expected}}.', 'too-many': 'För många. Högst {{expected}}.',
  'area-sum': 'Frågornas maxpoäng är {{found}} tillsammans. De ska vara {{expected}}.', 'area-max': 'Området har {{found}} poäng. Det ska vara {{expected}}.', total: 'Områdena är {{found}} poäng tillsammans. De ska vara {{expected}}.',
  'duplicate-area': 'Område {{found}} finns flera gånger.', 'duplicate-question': 'Fråga {{found}} finns flera gånger.', 'question-outside-area': 'Frågans nummer ska börja med områdets, {{found}}.',
  'duplicate-criterion': 'Två kriterier har samma bokstav.', 'duplicate-dimension': 'Samma sida finns två gånger.', step: '100 går inte jämnt upp i steg om {{found}}.',
  'unknown-dimension': 'Sidan ”{{found}}” finns inte i modellen.', 'duplicate-request': 'Två begäranden har nyckeln ”{{found}}”.', 'request-question': 'Begäran nämner fråga {{found}}, som inte finns.', 'supersedes-itself': 'Modellen kan inte ersätta sig själv. Ge den nya versionen en egen beteckning.',
  'id-taken': 'Beteckningen ”{{found}}” är upptagen av en publicerad version. Ge den nya en egen.', 'supersedes-unknown': 'Det finns ingen publicerad version ”{{found}}” att ersätta.',
  'mapping-model': 'Jämförelsen mellan skalor nämner varken den här modellen som från eller till.', 'mapping-question': 'Jämförelsen mellan skalor nämner fråga {{found}}, som inte finns.', 'mapping-same': 'Jämförelsen mellan skalor kallar flera frågor för samma fråga ({{found}}).',
};

const row: Record<RowFault['rule'], { readonly why: string; readonly remedy: string }> = {
  'missing-sheet': { why: 'Bladet saknas.', remedy: 'Lägg till det med rubrikerna från en exporterad fil.' }, 'unknown-sheet': { why: 'Bladet hör inte till en modell.', remedy: 'Ta bort det eller rätta namnet.' },
  'missing-column': { why: 'Kolumnen ”{{column}}” saknas.', remedy: 'Lägg till den i rad 1.' }, 'unknown-column': { why: 'Kolumnen känns inte igen.', remedy: 'Ta bort den eller rätta rubriken.' }, 'duplicate-column': { why: 'Kolumnen finns två gånger.', remedy: 'Ta bort den ena.' },
  'unknown-field': { why: 'Fältet ”{{found}}” känns inte igen.', remedy: 'Rätta namnet eller ta bort raden.' }, 'number-expected': { why: 'Här står ”{{found}}”.', remedy: 'Skriv ett tal.' }, 'number-missing': { why: 'Nummer saknas.', remedy: 'Skriv numret.' },
  'text-too-long': { why: 'Texten är {{found}} tecken, mer än det finns plats för.', remedy: 'Korta den.' }, 'unknown-area': { why: 'Område ”{{found}}” finns inte i bladet Områden.', remedy: 'Rätta numret eller lägg till området där.' },
  'unknown-question': { why: 'Fråga ”{{found}}” finns inte i bladet Frågor.', remedy: 'Rätta numret eller lägg till frågan där.' }, 'unknown-side': { why: 'Sidan ”{{found}}” finns inte i modellen.', remedy: 'Rätta nyckeln eller lägg till den i bladet Sidor och nivåer.' },
  'duplicate-number': { why: '”{{found}}” finns redan på en tidigare rad.', remedy: 'Ge raden en egen beteckning eller ta bort den.' }, 'no-dimensions': { why: 'Kriteriet bedöms inte på någon sida.', remedy: 'Skriv minst en sida.' }, 'too-many-rows': { why: 'Det är fler än som får plats.', remedy: 'Ta bort dem som inte behövs.' },
};

const json: Record<JsonFault['rule'], string> = {
  'not-json': 'Filen är varken en arbetsbok eller JSON. Exportera en modell och utgå från den filen.', 'too-large': 'Modellen är större än ett utkast får vara, 2 MB. Korta texterna eller dela upp modellen.', shape: 'Filen har fel form vid {{path}}: {{found}}. Rätta där, spara filen och välj den igen.',
};

const workbook: Record<WorkbookFault['rule'], string> = {
  'no-workbook': 'Filen är ingen arbetsbok som går att läsa. Spara den som .xlsx och försök igen.', merged: 'Bladet {{sheet}} har sammanslagna celler: {{cells}}. Dela upp dem, spara filen och välj den igen.', 'too-large-inside': 'Arbetsboken är för stor när den packas upp. Ta bort bilder och blad som inte hör till modellen.',
};

export const words = {
  fault, row, json, workbook,
  missing: {
    draft: 'Utkastet finns inte', draftText: 'Det kan ha kastats eller publicerats, eller så är adressen fel. Ett publicerat utkast finns bland modellerna.', model: 'Modellen finns inte', modelText: 'Adressen är fel, eller så är modellen inte publicerad än. Utkast finns bland modellerna.',
    differences: 'Det går inte att jämföra', differencesText: 'Minst en av de två versionerna finns inte. Utkast som kastats eller publicerats går inte längre att jämföra med.', back: 'Till modellerna',
  },
  models: 'Modeller', modelsLead: 'En modell säger vad som bedöms och vad det är värt. Publicerade versioner ändras aldrig; en ändring är en ny version, och pågående utvärderingar behåller sin.',
  theModel: 'Modell', model: 'Modellen', draft: 'Utkast', drafts: 'Utkast under arbete', noDrafts: 'Inga utkast. Börja med en ny version av en modell nedan.',
  current: 'Gällande versioner', older: 'Ersatta versioner ({{n}})', basedOn: 'Bygger på', lastSaved: 'Senast sparat', publishedAt: 'Publicerad', holds: 'Innehåll', acts: 'Åtgärder', shipped: 'följer med Samsyn',
  holdsCounts: '{{questions}} frågor, {{criteria}} kriterier', areaOnly: 'Bara områden', areaOnlyText: 'Av den här versionen är bara områdena kända. Den går att jämföra med men inte att bedöma efter.',
  ready: 'Kan publiceras', left: '{{n}} fel kvar', oneLeft: '1 fel kvar', changes: 'Ändringar', changesOf: 'Ändringar i {{title}}', newVersion: 'Ny version', newVersionOf: 'Ny version av {{title}}', fromNothing: 'Börja från början',
  versionLead: 'Version {{id}}, {{revision}}. Publicerad och oföränderlig.', compareOlder: 'Jämför med den som ersattes',
  sv: 'svenska', en: 'engelska', parts: 'Modellens delar', tree: { model: 'Modellen', sides: 'Sidor och nivåer', method: 'Metod', requests: 'Begäran' },
  area: 'Område', question: 'Fråga', questions: 'Frågor', criterion: 'kriterium', criteria: 'Kriterier', nCriteria: '{{n}} kriterier', oneCriterion: '1 kriterium', unnamed: 'Utan namn', faultsWord: 'fel',
  side: { system: 'System', deployment: 'Tillämpning', results: 'Resultat', evaluation: 'Utvärdering' },
  number: 'Nummer', max: 'Maxpoäng', title: 'Titel', questionTitle: 'Fråga', short: 'Kort namn', headings: 'Rubriker i rapporten', headingsHint: 'En per rad.', introduction: 'Allmänt om området',
  sumOf: '{{sum}} av {{max}}', sumShort: '{{sum}} av {{max}}', total: 'Summa {{sum}} av {{max}}', addQuestion: 'Lägg till fråga', addArea: 'Lägg till område', renumber: 'Numrera i ordning',
  criterionTitle: 'Påstående', judgedOn: 'Bedöms på', weight: 'Vikt', weightHint: 'Tomt räknas som 1.', lookFor: 'Vad man ska titta efter', notWritten: 'inte skrivet', look: { documents: 'I dokument', website: 'På webbplatsen', interviews: 'I intervjuer' },
  addCriterion: 'Lägg till kriterium', letter: 'Sätt bokstäver i ordning', example: 'Exempel', exampleHint: 'Ett kort påhittat exempel på den nivå som oftast bedöms olika.', exampleText: 'Exemplet', addExample: 'Lägg till exempel', removeExample: 'Ta bort exemplet', exampleOf: 'Exempel på {{level}} i {{side}}:',
  sideOf: 'Sida', level: 'Nivå', sides: 'Sidor och nivåer', sidesLead: 'Sidorna är kolumnerna i poängarket. Texterna säger vad varje nivå betyder på just den sidan.', sidesDefault: 'Modellen bedöms på KommunKompassens fyra sidor, med Samsyns texter för nivåerna.', sidesOwn: 'Skriv egna sidor och nivåer', sideKeyHint: 'Små bokstäver a–z.', addSide: 'Lägg till sida',
  key: 'Nyckel', name: 'Namn', id: 'Beteckning', idHint: 'Små bokstäver, siffror och bindestreck. Egen för varje version.', revision: 'Revision', country: 'Land', step: 'Steg i skalan', stepHint: '100 ska gå jämnt upp.', supersedes: 'Ersätter', supersedesHint: 'Beteckningen på den version som den här tar över efter.',
  points: 'Poäng', pointsCompass: 'KommunKompassen har 100 poäng i varje område och 800 tillsammans.', pointsOwn: 'Modellens löfte om summor kontrolleras när den ändras. Utan löfte gäller 100 per område och ingen summa för helheten.', pointsArea: 'Per område', pointsTotal: 'Tillsammans', pointsNone: 'Ta bort löftet', pointsSet: 'Ange egna summor',
  origin: 'Källor', sources: 'Källor', sourcesHint: 'En per rad.', note: 'Anmärkning',
  method: 'Metod', methodLead: 'Kapitlet om metoden i rapporten.', section: 'Avsnitt {{n}}', heading: 'Rubrik', text: 'Text', addSection: 'Lägg till avsnitt',
  requests: 'Begäran', requestsLead: 'Underlag som kommunen ombeds lämna, varför, och vilka frågor det tjänar.', serves: 'Till fråga {{questions}}', servesNone: 'Tjänar ingen fråga än', servedQuestions: 'Frågor', why: 'Varför', examples: 'Exempel', addRequest: 'Lägg till begäran',
  up: 'Flytta upp: {{name}}', down: 'Flytta ner: {{name}}', upKeys: 'Alt och uppåtpil', downKeys: 'Alt och nedåtpil', remove: 'Ta bort: {{name}}', gone: '{{name}} är borttagen.', moved: 'Nu nummer {{n}} av {{of}}.', undone: 'Ångrat.', imported: 'Filen har ersatt utkastets innehåll.', fine: 'Bra',
  checks: 'Kontroller', checksFine: 'Inga fel. Modellen går ihop och kan publiceras.', oneFault: '1 fel att rätta före publicering', manyFaults: '{{n}} fel att rätta före publicering', moreFaults: 'och {{n}} till', toField: 'Gå till fältet',
  saving: 'Sparas', savedAt: 'Sparat {{time}}', allSaved: 'Allt är sparat', waiting: 'Väntar på nät, sparat på den här datorn', clash: 'Krock', notSaved: 'Inte sparat',
  undo: 'Ångra', try: 'Prova', compare: 'Jämför', import: 'Importera fil', publish: 'Publicera', removeDraft: 'Kasta utkastet', cancel: 'Avbryt', reading: 'Läser filen',
  publishFaults: 'Kan inte publiceras än: {{n}} fel kvar att rätta.', publishFault: 'Kan inte publiceras än: 1 fel kvar att rätta.', publishReady: 'Inga fel. Klart att publicera.', publishClash: 'Kan inte publiceras än: välj först vilken version som ska gälla.', published: '{{title}} är publicerad.',
  publishAsk: 'Publicera {{title}}?', publishWhat: '{{areas}} områden, {{questions}} frågor och {{criteria}} kriterier.', publishFixed: 'Områden, frågor, kriterier, maxpoäng, vikter och alla texter ligger sedan fast.', publishOld: 'Pågående utvärderingar behåller den version de började med.', publishNext: 'En ändring efter detta är en ny version.',
  removeAsk: 'Kasta utkastet?', removeText: 'Utkastet tas bort för alla och går inte att hämta tillbaka. Publicerade versioner berörs inte.',
  staleTitle: 'Någon annan har sparat utkastet.', staleText: '{{by}} sparade {{time}}. Dina ändringar är kvar här. Välj vilken version som ska gälla; valet går att ångra.', staleSelf: 'Du har själv sparat {{time}} i en annan flik eller på en annan dator. Det du har skrivit här är kvar. Välj vilken version som ska gälla; valet går att ångra.', staleOwnTitle: 'Utkastet är sparat på ett annat ställe.', staleLabel: 'Båda versionerna', otherVersion: '{{by}}s version', savedVersion: 'Den sparade', mineVersion: 'Din version', keepMine: 'Behåll min version', takeSaved: 'Ta den sparade versionen', takeOther: 'Ta {{by}}s version',
  keysWalk: 'gå i trädet', keysMove: 'flytta', keysUndo: 'ångra',
  importHint: 'En modell som XLSX eller JSON, högst 5 MB. Exportera en modell om du vill se hur filen ska se ut. Ingenting ändras förrän du har sett skillnaderna och sagt ja.', importNewHint: 'En modell som XLSX eller JSON, högst 5 MB. Exportera en modell om du vill se hur filen ska se ut. Filen blir ett nytt utkast; inga publicerade versioner ändras.', chooseFile: 'Välj fil', noFile: 'Ingen fil är vald.', unreadable: 'Filen gick inte att läsa. Den kan ha flyttats eller ändrats sedan du valde den. Välj den igen.', fileTooLarge: 'Filen är {{n}} MB. Högst 5 MB går att läsa in. Ta bort bilder och blad som inte hör till modellen.',
  rowFaults: '{{n}} ställen att rätta i filen. Ingenting är ändrat. Rätta dem, spara filen och välj den igen.', rowFault: '1 ställe att rätta i filen. Ingenting är ändrat. Rätta det, spara filen och välj den igen.', rowFaultsLabel: 'Ställen att rätta', moreRows: 'Och {{n}} till. De visas när dessa är rättade.', sheet: 'Blad', row_: 'Rad', column: 'Kolumn', whole: 'hela bladet', reason: 'Fel', doWhat: 'Att göra', fileHolds: 'Filen går att läsa: {{areas}} områden, {{questions}} frågor och {{criteria}} kriterier.', fileSame: 'Filen säger detsamma som utkastet. Det finns ingenting att ta in.', fileProblems: 'Modellen i filen har {{n}} fel att rätta före publicering. Du kan ta in den nu och rätta dem i utkastet.', fileProblem: 'Modellen i filen har 1 fel att rätta före publicering. Du kan ta in den nu och rätta det i utkastet.', problemsLabel: 'Fel att rätta före publicering', close: 'Stäng', inDraft: 'I utkastet', inFile: 'I filen', doFirst: 'Att rätta', replace: 'Ersätt utkastets innehåll', beginWith: 'Börja ett utkast med filen',
  differences: 'Skillnader', fromTo: 'Från {{before}} till {{after}}.', before: 'Före', after: 'Efter', place: 'Plats', onlyPoints: 'Bara ändrade poäng', noDifference: 'Ingenting skiljer.', oneDifference: '1 skillnad', onePointDifference: '1 skillnad, som rör poäng', differenceCount: '{{n}} skillnader, varav {{points}} rör poäng', backToDraft: 'Till utkastet',
  part: { model: 'Modellen', dimension: 'Sidor och nivåer', area: 'Område', question: 'Fråga', criterion: 'Kriterium', method: 'Metod', request: 'Begäran' }, what: { added: 'tillagd', removed: 'borttagen', changed: 'ändrad', moved: 'flyttad' },
  fieldName: {
    id: 'Beteckning', revision: 'Revision', title: 'Titel', country: 'Land', step: 'Steg', supersedes: 'Ersätter', points_area: 'Poäng per område', points_total: 'Poäng tillsammans', training: 'Övning', note: 'Anmärkning', sources: 'Källor', anchors: 'Nivå', text: 'Text', why: 'Varför', example: 'Exempel', questions: 'Frågor',
    max: 'Maxpoäng', headings: 'Rubriker', introduction: 'Allmänt', short: 'Kort namn', example_dimension: 'Exemplets sida', example_band: 'Exemplets nivå', example_text: 'Exempel', dimensions: 'Bedöms på', weight: 'Vikt', lookFor_documents: 'I dokument', lookFor_website: 'På webbplatsen', lookFor_interviews: 'I intervjuer', mappings: 'Jämförelse mellan skalor',
  },
  tryTitle: 'Prova modellen', tryLead: 'Bedöm en fråga så som utvärderaren kommer att göra. Procent och poäng räknas med samma regler som i en riktig utvärdering. Ingenting sparas.', tryNone: 'Modellen har inga frågor än.', tryNoCells: 'Frågan har inget kriterium som bedöms på någon sida.', tryBlank: 'Inget bedömt än', tryPoints: '{{points}} av {{max}} p', tryCount: '{{n}} av {{of}} bedömda', tryKeys: 'Siffrorna 0–9 sätter tiotal, + sätter 100, pilarna flyttar.', previous: 'Föregående', next: 'Nästa',
};
