import { pdfOf } from '@samsyn/samples';

type Page = readonly [heading: string, ...paragraphs: string[]];

/** A made-up file that Granvik hands in: for which request, under which name, and its pages: a heading, then paragraphs. */
interface GranvikFile {
  readonly request: string;
  readonly name: string;
  readonly pages: readonly Page[];
}

const file = (request: string, name: string, ...pages: readonly Page[]): GranvikFile => ({ request, name, pages });

const bulleted = (...lines: readonly string[]): string => lines.map((line) => `-  ${line}`).join('\n');

const files: readonly GranvikFile[] = [
  file('budget', 'Budget 2026 med plan 2027–2028.pdf',
    ['Budget 2026 med plan 2027–2028', 'Antagen av kommunfullmäktige i Granvik den 24 november 2025, paragraf 118.', 'Budgeten är kommunens viktigaste styrdokument. Den anger fullmäktiges mål, nämndernas ekonomiska ramar och hur resultaten ska följas upp under året. Nämnderna beslutar om egna verksamhetsplaner senast den 31 januari.', 'Skattesatsen är oförändrad. Resultatet budgeteras till 1,8 procent av skatter och bidrag. Målet över tid är 2 procent.'],
    ['Sex mål för hela Granvik', 'Fullmäktige har antagit sex mål. Varje mål har en ansvarig nämnd och högst tre indikatorer.', bulleted('Alla elever går ut grundskolan med behörighet till gymnasiet.', 'Den som behöver omsorg möter få och kända medarbetare.', 'Invånarna har lätt att nå kommunen och få svar.', 'Det går snabbt att starta och utveckla företag i Granvik.', 'Kommunens egna utsläpp halveras till 2030.', 'Kommunen är en arbetsgivare som medarbetarna vill stanna hos.'), 'Nämnderna ska bidra till samtliga mål. Varje nämnd beslutar själv hur, och redovisar det i sin verksamhetsplan.'],
    ['Ramar och uppföljning', 'Utbildningsnämnden får 412 miljoner kronor, omsorgsnämnden 398 miljoner och samhällsbyggnadsnämnden 96 miljoner. Kostnad per brukare redovisas i omsorgen och i skolan. Övriga nämnder tar fram sådana mått under 2026.', 'Uppföljning sker per april och augusti och i årsredovisningen. Varje rapport svarar på tre frågor: vad har vi uppnått, vad har det kostat och vad ändrar vi?'],
  ),
  file('annual-report', 'Årsredovisning 2025.pdf',
    ['Årsredovisning 2025', 'Fyra av kommunens sex mål är uppnådda eller på god väg. Behörigheten till gymnasiet ökade från 84 till 87 procent. Personalomsättningen i hemtjänsten är fortsatt hög, 19 procent.', 'Årets resultat är 21 miljoner kronor, vilket är 1,6 procent av skatter och bidrag.'],
    ['Resultat i jämförelse', 'Granvik jämför sig med sju kommuner av samma storlek. Vi ligger bland de tre bästa i fråga om svarstid i telefon och företagens omdöme om bygglov, men bland de tre sista i fråga om kontinuitet i hemtjänsten.', 'Efter ett studiebesök hos en av de jämförda kommunerna infördes fasta grupper i hemtjänst norr. Antalet medarbetare per brukare sjönk från 16 till 12 på ett halvår.'],
  ),
  file('vision', 'Vision och styrmodell för Granvik.pdf',
    ['Vision och styrmodell', 'Granvik 2040: nära till varandra, nära till skogen. Visionen togs fram i dialog med invånare och föreningar 2021 och gäller för nämnder och bolag.', 'Styrmodellen binder ihop vision, mål, budget och uppföljning. Samma begrepp används i alla nämnder.'],
    ['Så hänger det ihop', 'Fullmäktige beslutar vad som ska uppnås. Nämnden beslutar hur. Förvaltningen genomför och redovisar. Bolagens ägardirektiv ska från 2027 följa samma modell; i dag redovisar bolagen för sig.', 'När ett mål rör flera nämnder utser kommundirektören en samordnare. Formen för det arbetet är ännu inte beskriven.'],
  ),
  file('democracy', 'Demokratiprogram 2023–2026.pdf',
    ['Demokratiprogram 2023–2026', 'Programmet har fyra mål. Demokratiberedningen ansvarar och rapporterar till fullmäktige varje år.', bulleted('Fler unga deltar i dialoger: från 8 till 15 procent av deltagarna.', 'Medborgarbudget prövas i två orter, Granvik och Vik.', 'Alla förslag från dialoger får svar inom tre månader.', 'Fullmäktiges möten sänds och textas.')],
    ['Utvärdering av medborgarbudget', 'I Granvik röstade 412 invånare och i Vik 187. Två förslag har genomförts: en utomhusscen och belysning på elljusspåret. Deltagarna var nöjda, men få var under 25 år.', 'Beredningen föreslår att nästa omgång börjar i skolorna.'],
  ),
  file('integrity', 'Riktlinjer mot otillbörlig påverkan.pdf',
    ['Riktlinjer mot otillbörlig påverkan', 'Riktlinjerna gäller förtroendevalda och anställda. De tas upp vid introduktion och en gång om året på varje arbetsplats.', 'Den som misstänker oegentligheter kan anmäla till en extern mottagare. Under 2025 kom fyra anmälningar in. Alla utreddes inom tre månader.'],
    ['Internkontrollplan 2026', 'Planen bygger på en riskbedömning per nämnd. Tolv kontroller görs under året, bland annat av bisysslor, direktupphandling och behörigheter i system.', 'Avvikelser redovisas för nämnden med åtgärd och datum.'],
  ),
  file('user-surveys', 'Brukarundersökning äldreomsorg 2025.pdf',
    ['Brukarundersökning i äldreomsorgen 2025', 'Undersökningen besvarades av 312 personer, 64 procent av de tillfrågade. 86 procent är nöjda med hemtjänsten som helhet, två procentenheter fler än året före.', 'Lägst omdöme får möjligheten att påverka tiden för besök: 58 procent är nöjda.'],
    ['Vad vi gör med svaren', 'Varje enhet väljer två förbättringar. Hemtjänst norr inför fasta grupper och en kontaktman som ringer efter första veckan. Tekniska tjänster har ännu ingen egen undersökning.'],
  ),
  file('communication', 'Kommunikationspolicy 2019–2023.pdf',
    ['Kommunikationspolicy 2019–2023', 'Policyn anger att kommunens information ska vara saklig, lätt att förstå och lätt att hitta. Varje förvaltning har en kommunikatör.', 'Policyn gäller till och med den 31 december 2023.'],
    ['Kanaler', 'Webbplatsen är huvudkanal. Sociala medier används för snabb information. Inför viktiga beslut sammanfattas förslaget på högst en sida.'],
  ),
  file('managers', 'Ledarpolicy och chefsuppdrag.pdf',
    ['Ledarpolicy', 'Ledare i Granvik är tydliga, lyssnande och följer upp. Policyn antogs 2022 och är underlag för rekrytering, lönesamtal och ledarprogram.', 'Alla chefer har ett skriftligt uppdrag som omprövas varje år. Resultatenheterna har samlad budget och får behålla hälften av ett överskott.'],
    ['Ledarprogram i fyra steg', 'Programmet har 24 platser om året för nya och erfarna chefer. Deltagarna följs upp efter ett år. Av dem som deltog 2024 använder nio av tio minst en metod varje vecka.'],
  ),
  file('staff-survey', 'Medarbetarenkät 2025.pdf',
    ['Medarbetarenkät 2025', 'Svarsfrekvensen är 81 procent. Index för hållbart engagemang är 79, samma som året före. Utvecklingssamtal har hållits med 94 procent, men bara hälften har en plan som följs upp.', 'Lägst värde får frågan om lönekriterierna är kända: 54.'],
    ['Två åtgärder per arbetsplats', 'Varje arbetsplats väljer två åtgärder före den 1 mars. Personalavdelningen följer upp i september. Av åtgärderna från 2024 är 83 procent genomförda.'],
  ),
  file('comprehensive-plan', 'Översiktsplan 2040, sammanfattning.pdf',
    ['Översiktsplan 2040', 'Planen antogs 2024 efter samråd i fem orter. Den pekar ut mark för 600 bostäder, varav hälften nära stationen.', 'Planen används i bygglov och i investeringsplanen. Kopplingen till bostadsförsörjningen förtydligas 2027.'],
    ['Natur och klimat', 'Skogen närmast tätorterna bevaras för friluftsliv. Nya områden planeras för skyfall och för gång och cykel.'],
  ),
  file('sustainability', 'Klimatredovisning 2025.pdf',
    ['Klimatredovisning 2025', 'Kommunens egna utsläpp har minskat med 31 procent sedan 2019. Elva av arton klimatlöften är genomförda.', 'Mest har minskningen skett i uppvärmning och tjänsteresor. Bolagens transporter har inte minskat.'],
    ['Nästa steg', 'Under 2026 upphandlas transporter med krav på fossilfria bränslen. Bolagen redovisar utsläpp varje kvartal från 2027.'],
  ),
];

const width = 82;
const wrapped = (text: string): string => text.split('\n').map((line) => line.split(' ').reduce<string[]>((lines, word) => ((lines.at(-1) ?? '').length + word.length < width ? [...lines.slice(0, -1), `${lines.at(-1) ?? ''} ${word}`.trim()] : [...lines, word]), ['']).join('\n')).join('\n');

const complaints = [['Förvaltning', 'Synpunkter 2025', 'Besvarade i tid', 'Vanligaste ämne'], ['Omsorg', '214', '73 %', 'Tider för besök'], ['Utbildning', '131', '81 %', 'Skolskjuts'], ['Samhällsbyggnad', '398', '69 %', 'Snöröjning'], ['Kultur och fritid', '57', '88 %', 'Öppettider'], ['Summa', '800', '73 %', '']];

/** What Granvik hands in as files, by the key of the request. */
export const granvikFiles = (): { request: string; name: string; bytes: Uint8Array }[] => [
  ...files.map(({ request, name, pages }) => ({ request, name, bytes: pdfOf(pages.map((paragraphs) => paragraphs.map(wrapped).join('\n\n').replace('\n\n', '\n')), { headed: true }) })),
  { request: 'complaints', name: 'Synpunkter och klagomål 2025.csv', bytes: new TextEncoder().encode(complaints.map((row) => row.join(';')).join('\r\n')) },
];

export const granvikWeb = { request: 'comparisons', url: 'https://www.granvik.example/sa-gick-det', title: 'Så gick det: resultat och jämförelser' } as const;

/** What became of it; everything else that was handed in waits to be looked at. */
export const granvikReviews = {
  accepted: ['budget', 'annual-report', 'democracy', 'integrity', 'staff-survey'],
  returned: { request: 'communication', reason: 'Den här policyn gällde till 2023. Vi behöver den som gäller nu, eller besked om att det inte finns någon.' },
  notApplicable: { request: 'international', reason: 'Vi har inte detta. Det internationella arbetet består av ett vänortsutbyte som inte är beskrivet i något dokument.' },
  overdue: 'delegation',
  delegated: { request: 'pay', name: 'Mikael Dahl', email: 'mikael.dahl@samsyn.example', days: 30 },
} as const;

/** What Granvik says of itself, question by question. */
export const granvikAnswers: Readonly<Record<string, string>> = {
  '1.1': 'Vi har ett demokratiprogram för 2023–2026 med fyra mål. Demokratiberedningen ansvarar och rapporterar till fullmäktige varje år. Programmet är väl känt i ledningen och mindre känt ute på enheterna.',
  '1.2': 'Handlingar läggs ut en vecka före mötet och fullmäktige sänds och textas. Vi vill bli bättre på att berätta vad som beslutades.',
  '1.4': 'Dialogkvällar hålls i fem orter varje höst. Medborgarbudget har prövats i Granvik och Vik.',
  '2.2': 'Kontaktcentret löser sju av tio ärenden direkt. Svarstiderna följs varje vecka och redovisas för ledningsgruppen.',
  '2.5': 'Alla synpunkter registreras i samma system. Under 2025 kom 800 in och 73 procent besvarades i tid.',
  '3.1': 'Styrmodellen binder ihop vision, mål, budget och uppföljning. Bolagen redovisar ännu för sig.',
  '3.2': 'Fullmäktige har sex mål för hela kommunen. Varje mål har en ansvarig nämnd och högst tre indikatorer.',
  '4.6': 'Vi har ett eget ledarprogram i fyra steg med 24 platser om året. Deltagarna följs upp efter ett år.',
  '6.5': 'Medarbetarenkäten görs varje år. Varje arbetsplats väljer två åtgärder som följs upp i september.',
  '8.6': 'Elva av arton klimatlöften är genomförda. Utsläppen har minskat med 31 procent sedan 2019.',
};

/** Begun after the first submission: only Granvik sees it. */
export const granvikBegun = { '7.1': 'Utvecklingsgruppen leder förbättringsarbetet. En samlad strategi tas fram under våren.' } as const;
