import { otherInstrument, type Chapter, type SideText } from './other-instruments';

const sides: readonly SideText[] = [
  { key: 'plan', title: ['Planera', 'Plan'], anchors: [['Ingen planering.', 'No planning.'], ['Enstaka planer.', 'Single plans.'], ['Planer för delar av verksamheten.', 'Plans for parts of the work.'], ['Planer för det mesta, med mål.', 'Plans for most of it, with aims.'], ['Allt är planerat utifrån behov.', 'All is planned from needs.']] },
  { key: 'do', title: ['Göra', 'Do'], anchors: [['Görs inte.', 'Not done.'], ['Görs på något håll.', 'Done in places.'], ['Görs i ungefär halva verksamheten.', 'Done in about half of the work.'], ['Görs nästan överallt.', 'Done almost everywhere.'], ['Görs alltid och av alla.', 'Done always and by all.']] },
  { key: 'check', title: ['Studera', 'Check'], anchors: [['Följs inte upp.', 'Not followed up.'], ['Följs upp någon gång.', 'Followed up now and then.'], ['Delar följs upp med mått.', 'Parts are followed up by measures.'], ['Det mesta följs upp varje år.', 'Most is followed up yearly.'], ['Allt följs upp och jämförs.', 'All is followed up and compared.']] },
  { key: 'act', title: ['Förbättra', 'Act'], anchors: [['Ingenting har ändrats.', 'Nothing has changed.'], ['Något har ändrats efter uppföljning.', 'Something has changed after follow-up.'], ['Delar ändras efter uppföljning.', 'Parts change after follow-up.'], ['Det mesta ändras varje år.', 'Most changes yearly.'], ['Lärandet når hela organisationen.', 'Learning reaches the whole organisation.']] },
  { key: 'trends', title: ['Utveckling', 'Trends'], anchors: [['Inga resultat.', 'No results.'], ['Resultat utan utveckling.', 'Results without progress.'], ['Några resultat blir bättre.', 'Some results improve.'], ['De flesta blir bättre i tre år.', 'Most improve over three years.'], ['Alla blir bättre och håller i sig.', 'All improve and last.']] },
  { key: 'targets', title: ['Mål', 'Targets'], anchors: [['Inga mål.', 'No targets.'], ['Få mål nås.', 'Few targets are met.'], ['Omkring hälften nås.', 'About half are met.'], ['De flesta nås.', 'Most are met.'], ['Alla nås och jämförs med andras.', 'All are met and compared with others.']] },
];
const cycle = ['plan', 'do', 'check', 'act'];
const outcome = ['trends', 'targets'];

const chapters: readonly Chapter[] = [
  { title: ['Ledning', 'Leading'], sides: cycle, max: 100, parts: [
    [['Uppdrag och värden', 'Mission and values'], ['Ledningen håller uppdrag och värden levande i beslut', 'Management keeps mission and values alive in decisions']],
    [['Styrning av arbetet', 'Steering the work'], ['Ledningen styr arbetet genom ett sammanhållet system', 'Management steers the work by one coherent system']],
    [['Stöd till medarbetare', 'Support of staff'], ['Chefer stöder medarbetare och föregår med exempel', 'Managers support staff and lead by example']],
    [['Samspel med politiken', 'Working with politicians'], ['Ledningen har ett ordnat samspel med politiker och omvärld', 'Management works with politicians and others in an orderly way']]] },
  { title: ['Inriktning', 'Direction'], sides: cycle, max: 100, parts: [
    [['Behov i omvärlden', 'Needs around us'], ['Behov hos dem som berörs samlas in och används', 'Needs of those concerned are gathered and used']],
    [['Strategier', 'Strategies'], ['Strategier byggs på underlag och prövas om', 'Strategies rest on evidence and are reviewed']],
    [['Genomförande', 'Carrying out'], ['Strategier omsätts i planer på alla nivåer', 'Strategies become plans on all levels']],
    [['Förnyelse', 'Renewal'], ['Förändringar planeras och följs upp', 'Changes are planned and followed up']]] },
  { title: ['Människor', 'People'], sides: cycle, max: 100, parts: [
    [['Bemanning', 'Staffing'], ['Bemanningen planeras utifrån verksamhetens behov', 'Staffing is planned from the needs of the work']],
    [['Kompetens', 'Skills'], ['Kompetens byggs upp och används', 'Skills are built up and used']],
    [['Delaktighet', 'Involvement'], ['Medarbetare deltar i beslut om det egna arbetet', 'Staff take part in decisions on their work']]] },
  { title: ['Partner och resurser', 'Partners and means'], sides: cycle, max: 100, parts: [
    [['Partnerskap', 'Partnerships'], ['Samarbeten väljs och vårdas efter nytta', 'Partnerships are chosen and kept by their use']],
    [['Invånare som medskapare', 'Residents as makers'], ['Invånare formar tjänster tillsammans med verksamheten', 'Residents shape services together with the organisation']],
    [['Pengar', 'Money'], ['Pengar fördelas öppet och följs upp', 'Money is allotted openly and followed up']],
    [['Kunskap', 'Knowledge'], ['Kunskap sparas, delas och används', 'Knowledge is kept, shared and used']],
    [['Teknik', 'Technology'], ['Teknik väljs efter verksamhetens mål', 'Technology is chosen by the aims of the work']],
    [['Lokaler', 'Premises'], ['Lokaler och utrustning sköts långsiktigt', 'Premises and equipment are looked after in the long run']]] },
  { title: ['Arbetsgångar', 'Ways of working'], sides: cycle, max: 100, parts: [
    [['Utformning', 'Design'], ['Arbetsgångar utformas utifrån den som använder dem', 'Ways of working are designed from their users']],
    [['Tjänster', 'Services'], ['Tjänster utvecklas med dem som tar emot dem', 'Services are developed with their receivers']],
    [['Samordning', 'Coordination'], ['Arbetsgångar samordnas över gränser', 'Ways of working are coordinated across borders']]] },
  { title: ['Resultat för invånare', 'Results for residents'], sides: outcome, max: 100, parts: [
    [['Vad invånare anser', 'What residents think'], ['Invånares uppfattning mäts', 'The opinion of residents is measured']],
    [['Mätta resultat för invånare', 'Measured for residents'], ['Tjänsternas kvalitet mäts', 'The quality of services is measured']]] },
  { title: ['Resultat för medarbetare', 'Results for staff'], sides: outcome, max: 100, parts: [
    [['Vad medarbetare anser', 'What staff think'], ['Medarbetares uppfattning mäts', 'The opinion of staff is measured']],
    [['Mätta resultat för medarbetare', 'Measured for staff'], ['Frånvaro, kompetens och rörlighet mäts', 'Absence, skills and turnover are measured']]] },
  { title: ['Resultat för samhället', 'Results for society'], sides: outcome, max: 100, parts: [
    [['Vad samhället anser', 'What society thinks'], ['Omvärldens uppfattning om ansvaret mäts', 'The view of others on responsibility is measured']],
    [['Mätta resultat för samhället', 'Measured for society'], ['Påverkan på miljö och samhälle mäts', 'Effects on environment and society are measured']]] },
  { title: ['Huvudresultat', 'Key results'], sides: outcome, max: 100, parts: [
    [['Yttre resultat', 'Outer results'], ['Måluppfyllelse och effekter mäts', 'Goals met and effects are measured']],
    [['Inre resultat', 'Inner results'], ['Effektivitet i det egna arbetet mäts', 'Efficiency of own work is measured']]] },
];

/** Nine areas of 100 with 28 questions: enablers on the four steps of improvement, results on trends and targets. */
export const cafLike = otherInstrument(
  { id: 'sample-caf', revision: 'sample', title: ['Självvärdering i nio områden', 'Self-assessment in nine areas'], note: 'Has the outline of the Common Assessment Framework; every text is made up.', points: { area: 100, total: 900 } },
  sides, chapters,
);
