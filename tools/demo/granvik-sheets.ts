import type { Evidence } from '@samsyn/domain';

/** One evaluator's own words about a question of Granvik, a municipality that does not exist. */
export interface GranvikSheet {
  /** The level on each of the question's sides, in their order; fewer than the question has: only begun. Null: "kan inte bedöma". */
  readonly marks: readonly number[] | null;
  readonly rationale: string;
  readonly strengths: readonly string[];
  readonly improvements: readonly string[];
  readonly evidence: readonly Evidence[];
}

const kinds = { D: 'document', I: 'interview', W: 'web', Ö: 'other' } as const;

/** `evidence` begins with its kind: D, I, W or Ö. A point beginning with + is a strength, with − an improvement. */
function sheet(marks: readonly number[] | null, rationale: string, ...notes: readonly string[]): GranvikSheet {
  const those = (mark: string): string[] => notes.filter((note) => note.startsWith(mark)).map((note) => note.slice(1).trim());
  const evidence = notes.flatMap((note): Evidence[] => {
    const kind = kinds[note.slice(0, 2).trim() as keyof typeof kinds];
    return kind && note[1] === ' ' ? [{ kind, text: note.slice(2) }] : [];
  });
  return { marks, rationale, strengths: those('+'), improvements: those('−'), evidence };
}

type Sheets = Readonly<Record<string, GranvikSheet>>;

export const anaSheets: Sheets = {
  '1.1': sheet([60, 50], 'Demokratiprogrammet från 2023 har mål och en ansvarig nämnd. I förvaltningarna är det mest känt på ledningsnivå.', '+ Programmet har mätbara mål', '− Gör programmet känt utanför ledningen', 'D Demokratiprogram 2023–2026', 'I Kommunledningsgruppen'),
  '1.2': sheet([70, 60], 'Dagordningar läggs ut i god tid och fullmäktige sänds. Sammanfattningarna efteråt är ojämna.', '+ Fullmäktige sänds och textas', 'W Sidan Politik och påverkan', 'I Kommunsekreterare'),
  '1.3': sheet([60, 60, 40, 40], 'Resultaten finns samlade på en sida med jämförelser över tid. Jag hittar inga spår av att någon mäter om den används.', '+ Jämförelser över fem år', '− Mät om invånarna hittar resultaten', 'W Sidan Så gick det', 'D Årsredovisning 2025'),
  '1.4': sheet([70, 70, 50, 50], 'Medborgarbudget i två orter och återkommande dialogkvällar. Det som kommer fram syns i budgeten året efter.', '+ Dialogerna följs av beslut', '+ Medborgarbudget i två orter', 'D Utvärdering av medborgarbudget', 'I Demokratiberedningen'),
  '1.5': sheet([60, 60], 'Riktlinjer och visselblåsarfunktion finns. Chefer beskriver samma rutin i intervjuerna.', '+ Etik tas upp vid introduktionen', 'D Riktlinjer mot otillbörlig påverkan', 'I Gruppintervju med enhetschefer'),
  '2.1': sheet([50, 40], 'Ett gemensamt servicelöfte är beslutat men de flesta enheter har egna varianter.', '− Samordna servicelöftena', 'D Servicelöfte 2024'),
  '2.2': sheet([70, 60, 60, 50], 'Kontaktcentret löser de flesta ärenden direkt och följer svarstider varje vecka.', '+ Svarstider följs och åtgärdas', 'D Veckorapport kontaktcenter', 'I Chef för kontaktcenter'),
  '2.3': sheet([60, 60], 'Informationen är lättläst och finns på fyra språk. Några e-tjänster är svåra att hitta.', '+ Lättläst på fyra språk', 'W Startsidan och fem e-tjänster'),
  '2.4': sheet([60, 40, 40, 30], 'Undersökningar görs i skola och äldreomsorg, sällan i övrigt. Svaren diskuteras men leder inte alltid vidare.', '− Undersök även tekniska tjänster', 'D Brukarundersökning äldreomsorg 2025', 'I Socialchef'),
  '2.5': sheet([60, 50, 50, 40], 'Synpunkter registreras i ett gemensamt system. Återkopplingen håller tiden i tre fall av fyra.', '+ Ett system för alla synpunkter', '− Återkoppla inom utlovad tid', 'D Statistik över synpunkter', 'I Kvalitetssamordnare'),
  '3.1': sheet([70, 60, 50, 50], 'Styrmodellen binder ihop mål, budget och uppföljning. Bolagen står fortfarande delvis utanför.', '+ En modell från mål till uppföljning', 'D Styrmodell Granvik', 'I Ekonomichef'),
  '3.2': sheet([60, 50], 'Målen är få och tydliga, men jag vill läsa nämndplanerna innan jag bestämmer mig.', 'D Budget 2026'),
  '3.3': sheet([50], 'Börjat. Delårsrapporterna återstår att läsa.'),
  '4.1': sheet([60, 60], 'Ledarpolicyn från 2022 är känd av alla chefer vi mötte.', '+ Alla chefer hänvisar till samma policy', 'D Ledarpolicy', 'I Gruppintervju med enhetschefer'),
  '4.2': sheet([70, 70], 'Enheterna har samlad budget och behåller delar av ett överskott.', '+ Överskott får föras med', 'D Ekonomistyrprinciper'),
  '4.3': sheet([40, 30], 'Samarbete över gränser sker i projekt. Någon beskriven form i vardagen har vi inte sett.', '− Beskriv vem som äger gemensamma frågor', 'I Förvaltningschefer'),
  '4.4': sheet([60, 50], 'Skriftliga uppdrag finns för alla chefer, men följs upp olika noga.', 'D Tre chefsuppdrag i urval'),
  '4.5': sheet([50, 50], 'Ledningsgruppen möts varje vecka och har ett årshjul. Stödet till mindre enheter är tunnare.', 'I Kommundirektör'),
  '4.6': sheet([70, 70, 60, 50], 'Ett eget program i fyra steg. Deltagarna följs upp efter ett år.', '+ Program för både nya och erfarna chefer', 'D Utvärdering av ledarprogram', 'I HR-chef'),
  '5.1': sheet([50], 'Börjat efter intervjun med ekonomichefen.', 'I Ekonomichef'),
  '8.1': sheet([70, 60], 'Översiktsplanen är ny och används i bygglov och investeringar.', '+ Aktuell översiktsplan', 'D Översiktsplan 2040'),
  '8.2': sheet([60, 60], 'Överenskommelse med föreningsrådet och en gemensam fond. Byalagen känner sig sedda.', '+ Gemensam fond med föreningsrådet', 'I Föreningsrådet'),
  '8.3': sheet([50, 50], 'Kulturplanen är bred men stödet når mest centralorten.', '− Nå även ytterområdena', 'D Kulturplan'),
  '8.4': sheet([60, 60, 50, 50], 'Snabb handläggning och en tydlig väg in för företag. Resultaten följs i en årlig mätning.', '+ En väg in för företag', 'D Företagsmätning 2025', 'I Näringslivschef'),
  '8.5': sheet(null, 'Intervjun med den internationella samordnaren ställdes in och underlaget räcker inte för en bedömning.'),
  '8.6': sheet([60, 60, 50, 40], 'Klimatlöften med årlig redovisning. Uppföljningen tappar fart i bolagen.', '+ Årlig redovisning av klimatlöften', 'D Klimatredovisning 2025'),
  '8.7': sheet([50, 50, 40, 40], 'Folkhälsoarbetet är välförankrat i skolan, svagare i planeringen.', 'D Folkhälsoprogram', 'I Folkhälsostrateg'),
};

export const luisSheets: Sheets = {
  '1.1': sheet([60, 60], 'Programmet är tydligt och två nämnder har egna handlingsplaner. Det räcker för mer än hälften.', '+ Nämnderna har egna handlingsplaner', 'D Demokratiprogram 2023–2026', 'D Handlingsplan utbildningsnämnden'),
  '1.2': sheet([60, 60], 'Bra information före besluten, tunnare efter. Sociala medier används utan plan.', '− Berätta också vad som beslutades', 'W Sidan Politik och påverkan', 'W Kommunens konton i sociala medier'),
  '1.3': sheet([40, 30, 30, 20], 'Sidan finns, men språket är internt och uppgifterna var ett år gamla när jag läste. Få invånare lär förstå den.', '− Skriv om resultaten för den som inte är insatt', 'W Sidan Så gick det'),
  '1.4': sheet([40, 30, 20, 20], 'Dialogkvällarna lockar få och samma personer. Jag ser inte att medborgarbudgeten har prövats mer än en gång.', '− Nå dem som inte brukar komma', 'I Kommunalråd i opposition', 'D Minnesanteckningar från dialogkvällar'),
  '1.5': sheet([60, 60], 'Funktionen för visselblåsning är utlagd på en extern part och används. Rutinen är känd.', '+ Extern mottagare av visselblåsningar', 'I Kommunjurist', 'D Rutin för visselblåsning'),
  '3.1': sheet([60, 60, 60, 50], 'Samma begrepp används i alla nämnder och uppföljningen sker tre gånger om året.', '+ Gemensamma begrepp', 'D Delårsrapport 2026'),
  '3.2': sheet([70, 60, 60, 50], 'Sex mål för hela kommunen, alla med ansvarig nämnd.', '+ Få och tydliga mål', 'D Budget 2026', 'I Kommunstyrelsens ordförande'),
  '3.3': sheet([70, 70, 60, 60], 'Rapporterna är korta och kommer i tid. Nämnderna ställer följdfrågor som syns i protokollen.', '+ Frågor och svar syns i protokollen', 'D Protokoll från tre nämnder'),
  '3.4': sheet([60, 50], 'Delegationsordningen är uppdaterad. I två nämnder avgörs ändå detaljer av politiken.', '− Håll delegationen även i små ärenden', 'D Delegationsordning'),
  '3.5': sheet([60, 60], 'Utbildning hålls varje mandatperiod och båda sidor beskriver rollerna lika.', '+ Gemensam utbildning varje mandatperiod', 'I Presidierna'),
  '5.1': sheet([50, 50], 'Strategin är skriven för ekonomin. Kvaliteten nämns men styr inte.', '− Koppla strategin till kvalitet', 'D Strategi för god ekonomisk hushållning'),
  '5.2': sheet([50, 40, 40, 30], 'Kostnad per brukare finns i två förvaltningar, i övrigt redovisas resultat och kostnader var för sig.', 'D Budgetunderlag 2026', 'I Controllergrupp'),
  '5.3': sheet([60, 60, 50, 50], 'Internkontrollen är riskbaserad och åtgärder följs upp.', '+ Riskbaserad internkontroll', 'D Internkontrollplan'),
  '5.4': sheet([50, 50], 'Två bokslutsdagar om året samlar politik och förvaltning. Mellan dem är det tyst.', 'I Ekonomichef'),
  '5.5': sheet([70, 60, 50, 50], 'Nyckeltal jämförs med sju liknande kommuner och leder till studiebesök.', '+ Studiebesök hos dem som lyckas bättre', 'D Jämförelserapport', 'I Utvecklingschef'),
  '5.6': sheet([80, 70, 60, 60], 'Räddningstjänst, lön och upphandling delas med grannkommunerna. Avtalen utvärderas.', '+ Delade tjänster med grannkommuner', 'D Samverkansavtal'),
  '6.1': sheet([60, 50], 'Personalstrategin är ny och ännu inte omsatt i alla förvaltningar.', 'D Personalstrategi 2025'),
  '6.2': sheet([60, 50, 40, 40], 'Introduktionen fungerar. Personalomsättningen i hemtjänsten är fortfarande hög.', '+ Fadderverksamhet för nyanställda', '− Fråga dem som slutar varför', 'D Personalbokslut', 'I Fackliga företrädare'),
  '6.3': sheet([60, 60, 50, 40], 'Alla har utvecklingssamtal, hälften har en plan som följs.', 'D Medarbetarenkät 2025'),
  '6.4': sheet([50, 40], 'Kriterier finns men uppfattas olika av chefer och medarbetare.', '− Gör kriterierna kända', 'I Gruppintervju med medarbetare'),
  '6.5': sheet([70, 70, 60, 60], 'Enkäten görs varje år och varje arbetsplats väljer två åtgärder.', '+ Två åtgärder per arbetsplats', 'D Medarbetarenkät 2025'),
  '6.6': sheet([40, 30, 30, 20], 'En plan finns men uppföljningen stannar vid antal utbildade.', '− Följ upp effekten', 'D Plan för lika rättigheter'),
  '7.1': sheet([50, 50], 'Förbättringsarbetet leds av en liten grupp med gott rykte. En samlad strategi saknas.', 'I Utvecklingschef'),
  '7.2': sheet([50, 50, 40, 40], 'Avvikelser analyseras i vården, mer sällan på andra håll.', 'D Avvikelserapport 2025'),
  '7.3': sheet([60, 50, 50, 40], 'Omvärldsdagen ger underlag till budgeten och är uppskattad.', '+ Årlig omvärldsdag', 'D Omvärldsanalys 2026'),
  '7.4': sheet([50, 40, 40, 30], 'Tre metoder används sida vid sida utan gemensamt stöd.', '− Välj en metod och ge stöd', 'I Kvalitetssamordnare'),
  '7.5': sheet([60, 60], 'Idéfonden ger små bidrag snabbt och många har sökt.', '+ Idéfond med snabba beslut', 'D Redovisning av idéfonden'),
  '8.1': sheet([60, 60], 'Planen är aktuell. Kopplingen till bostadsförsörjningen är svag.', 'D Översiktsplan 2040'),
  '8.2': sheet([60, 50], 'Samverkan är god i tätorten, mer slumpmässig i byarna.', 'I Föreningsrådet'),
  '8.3': sheet([60, 50], 'Kulturskolan når fyra av tio barn och har rörlig verksamhet.', '+ Rörlig kulturskola', 'I Kulturchef'),
  '8.4': sheet([50, 50, 40, 40], 'Vägen in är tydlig men tiderna håller inte i alla ärenden.', 'D Företagsmätning 2025'),
  '8.5': sheet([40], 'Börjat. Väntar på förteckningen över vänorter.'),
};
