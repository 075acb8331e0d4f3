import { otherInstrument, type Chapter, type SideText } from './other-instruments';

const sides: readonly SideText[] = [
  { key: 'approach', title: ['Angreppssätt', 'Approach'], anchors: [['Inget angreppssätt.', 'No approach.'], ['Ansatser utan motiv.', 'Attempts without reasons.'], ['Motiverat i delar.', 'Reasoned in parts.'], ['Motiverat och samordnat i det mesta.', 'Reasoned and aligned in most.'], ['Helt motiverat och inbyggt.', 'Fully reasoned and built in.']] },
  { key: 'deployment', title: ['Tillämpning', 'Deployment'], anchors: [['Används inte.', 'Not in use.'], ['Används på något håll.', 'Used in places.'], ['Används i omkring hälften.', 'Used in about half.'], ['Används i det mesta.', 'Used in most.'], ['Används överallt, i rätt tid.', 'Used everywhere, in time.']] },
  { key: 'assessment', title: ['Prövning och förfining', 'Assessment and refinement'], anchors: [['Prövas inte.', 'Not assessed.'], ['Prövas någon gång.', 'Assessed now and then.'], ['Prövas i delar och ändras ibland.', 'Assessed in parts, changed at times.'], ['Prövas regelbundet och förfinas.', 'Assessed regularly and refined.'], ['Prövas, jämförs och förfinas överallt.', 'Assessed, compared and refined everywhere.']] },
  { key: 'results', title: ['Resultat', 'Results'], anchors: [['Inga resultat.', 'No results.'], ['Få resultat, kort tid.', 'Few results, short time.'], ['Omkring hälften utvecklas rätt.', 'About half develop rightly.'], ['De flesta når sina mål.', 'Most meet their targets.'], ['Alla når mål och tål jämförelse.', 'All meet targets and stand comparison.']] },
];
const ways = ['approach', 'deployment', 'assessment'];

const chapters: readonly Chapter[] = [
  { title: ['Syfte och riktning', 'Purpose and direction'], sides: ways, max: 100, parts: [
    [['Syfte', 'Purpose'], ['Syftet är uttalat och väglett av dem som berörs', 'The purpose is stated and guided by those concerned']],
    [['Intressenter', 'Stakeholders'], ['De viktigaste intressenterna är kända och prioriterade', 'The main stakeholders are known and ranked']],
    [['Omvärld', 'Surroundings'], ['Förändringar i omvärlden fångas och tolkas', 'Changes in the surroundings are caught and read']],
    [['Strategi', 'Strategy'], ['Strategin binder samman syfte och handling', 'Strategy ties purpose to action']],
    [['Styrsystem', 'Governance'], ['Styrning och uppföljning hänger ihop', 'Steering and follow-up hang together']]] },
  { title: ['Kultur och ledarskap', 'Culture and leading'], sides: ways, max: 100, parts: [
    [['Värderingar', 'Values'], ['Värderingar styr hur chefer handlar', 'Values guide how managers act']],
    [['Förändringsförmåga', 'Ability to change'], ['Villkor för förändring skapas medvetet', 'Conditions for change are made on purpose']],
    [['Nytänkande', 'New thinking'], ['Nya idéer prövas i liten skala', 'New ideas are tried on a small scale']],
    [['Gemensam kraft', 'Common strength'], ['Medarbetare samlas kring syftet', 'Staff gather around the purpose']]] },
  { title: ['Engagera intressenter', 'Engaging stakeholders'], sides: ways, max: 100, parts: [
    [['Invånare', 'Residents'], ['Relationer till invånare byggs upp varaktigt', 'Relations with residents are built to last']],
    [['Medarbetare', 'Staff'], ['Medarbetare rekryteras, utvecklas och behålls', 'Staff are recruited, developed and kept']],
    [['Ägare och politik', 'Owners and politicians'], ['Uppdragsgivare får stöd som är begärt', 'Principals get the support they ask for']],
    [['Samhälle', 'Society'], ['Verksamheten bidrar till samhällets utveckling', 'The organisation adds to the growth of society']],
    [['Leverantörer', 'Suppliers'], ['Leverantörer behandlas som medskapare', 'Suppliers are treated as makers']]] },
  { title: ['Skapa värde', 'Creating value'], sides: ways, max: 200, parts: [
    [['Utforma värde', 'Designing value'], ['Tjänster utformas utifrån behov', 'Services are designed from needs']],
    [['Berätta om värde', 'Telling of value'], ['Det som erbjuds är känt av dem som behöver det', 'What is offered is known to those who need it']],
    [['Leverera värde', 'Delivering value'], ['Det som är utlovat levereras', 'What is promised is delivered']],
    [['Helhetsupplevelse', 'Whole experience'], ['Upplevelsen följs från början till slut', 'The experience is followed from start to end']]] },
  { title: ['Driva och förnya', 'Running and renewing'], sides: ways, max: 100, parts: [
    [['Prestation och risk', 'Performance and risk'], ['Prestation och risk hanteras tillsammans', 'Performance and risk are handled together']],
    [['Förnyelse', 'Renewal'], ['Större förändringar leds med en plan', 'Larger changes are led by a plan']],
    [['Nya lösningar', 'New solutions'], ['Ny teknik tas i bruk där den gör nytta', 'New technology is taken up where it helps']],
    [['Data och kunskap', 'Data and knowledge'], ['Data görs till kunskap som används', 'Data is made into knowledge in use']],
    [['Tillgångar', 'Assets'], ['Tillgångar används sparsamt och ansvarsfullt', 'Assets are used sparingly and with care']]] },
  { title: ['Vad intressenter anser', 'What stakeholders think'], sides: ['results'], max: 200, parts: [
    [['Invånares syn', 'View of residents'], ['Invånares omdömen utvecklas väl', 'Judgements of residents develop well']],
    [['Medarbetares syn', 'View of staff'], ['Medarbetares omdömen utvecklas väl', 'Judgements of staff develop well']],
    [['Uppdragsgivares syn', 'View of principals'], ['Uppdragsgivares omdömen utvecklas väl', 'Judgements of principals develop well']],
    [['Samhällets syn', 'View of society'], ['Samhällets omdömen utvecklas väl', 'Judgements of society develop well']],
    [['Partners syn', 'View of partners'], ['Partners omdömen utvecklas väl', 'Judgements of partners develop well']],
    [['Leverantörers syn', 'View of suppliers'], ['Leverantörers omdömen utvecklas väl', 'Judgements of suppliers develop well']]] },
  { title: ['Resultat av arbetet', 'Results of the work'], sides: ['results'], max: 200, parts: [
    [['Uppnått syfte', 'Purpose fulfilled'], ['Mått på syftet utvecklas väl', 'Measures of the purpose develop well']],
    [['Ekonomi', 'Finance'], ['Ekonomiska resultat når sina mål', 'Financial results meet their targets']],
    [['Framtidskraft', 'Strength ahead'], ['Mått som förutsäger framtiden utvecklas väl', 'Measures that foretell develop well']]] },
];

/** Seven areas of 100 or 200, 1000 in all; an area is shared among its questions in tenths. */
export const efqmLike = otherInstrument(
  { id: 'sample-efqm', revision: 'sample', title: ['Värdering i sju områden', 'Assessment in seven areas'], note: 'Has the outline of RADAR scoring; every text is made up.', points: { area: null, total: 1000 } },
  sides, chapters,
);
