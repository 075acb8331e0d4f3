import { sealedRules } from './sealed-rules-words.sv';
import { dates } from './dates-words.sv';
import { training } from './training-words.sv';

export const words = {
  roles: { coordinator: 'samordnare', evaluator: 'utvärderare', adjudicator: 'tredje bedömare', contact: 'kontaktperson', observer: 'observatör' },
  phases: { planning: 'Planering', scoring: 'Bedömning', consensus: 'Samsyn', report: 'Rapport', locked: 'Låst', label: 'Faser', now: 'Nu', done: 'klar' },
  you: 'Du',
  list: {
    title: 'Mina utvärderingar', create: 'Ny utvärdering', show: 'Visa', running: 'Pågår', locked: 'Låsta', practice: 'Övning',
    emptyTitle: 'Ingen utvärdering än', emptyMay: 'Börja med kommun, år och team. Resten kan vänta.', emptyWait: 'Du ser en utvärdering här så snart en samordnare har lagt till dig i teamet.',
    none: 'Ingen utvärdering i det här urvalet.', kept: 'Det här ligger kvar i den här webbläsaren och går att öppna utan nät.', role: 'Din roll: {{role}}',
    next: {
      declare: 'Du: lämna jävsdeklaration', open: 'Du: öppna bedömningen när teamet är klart', waitOpen: 'Väntar på att samordnaren öppnar bedömningen',
      seal: 'Du: försegla {{n}} frågor', waitSeal: 'Du är klar. Fler utvärderare förseglar', sealing: 'Utvärderarna förseglar, {{n}} av {{of}} frågor öppnade',
      settle: 'Du: enas om {{n}} frågor', settling: '{{n}} frågor att enas om', sign: 'Du: läs rapporten och skriv under', signing: 'Utvärderarna läser och skriver under', done: 'Låst, version {{n}}', trained: 'Alla frågor är öppnade. Se hur du ligger mot referensen',
    },
  },
  overview: {
    deliver: 'Lämna underlag', material: 'Underlag',
    next: 'Närmast', who: 'Vem', what: 'Vad', action: 'Åtgärd', nothing: 'Inget väntar på någon just nu.', apart: 'Hur mycket var och en har förseglat visas bara för utvärderarna och samordnaren.',
    watch: { planning: 'Samordnaren öppnar bedömningen när teamet är klart.', scoring: 'Utvärderarna bedömer var för sig och förseglar.', consensus: 'Utvärderarna enas fråga för fråga.', report: 'Utvärderarna läser rapporten och skriver under. Du kan läsa den när den är låst.', locked: 'Rapporten är låst och kan läsas.' }, idle: 'Du behöver inte göra något nu.', handsIn: 'Det ni ska lämna står under Underlag och Skriftliga svar.', someone: 'Samordnaren', all: 'Alla utvärderare',
    do: { declare: 'Lämna jävsdeklaration', openScoring: 'Öppna bedömningen', seal: 'Försegla {{n}} frågor', sealOne: 'Försegla en fråga', settle: 'Enas om {{n}} frågor', settleOne: 'Enas om en fråga', sign: 'Läs rapporten och skriv under', approve: 'Svara på {{n}} förslag', approveOne: 'Svara på ett förslag', rules: 'Svara på ett förslag om spelreglerna' },
    go: { seal: 'Till poängarket', settle: 'Till samsyn', approve: 'Till samsyn', rules: 'Till spelreglerna', sign: 'Till låset', openScoring: 'Öppna bedömningen' },
    opening: 'Öppnar …', team: 'Team', settings: 'Inställningar och team', model: 'Modell {{revision}}, {{n}} frågor',
    sealed: 'Förseglat', of: '{{n}} av {{of}}', ofLabel: '{{name}}: {{n}} av {{of}} frågor förseglade', none: 'Inga utvärderare än.',
    unit: { question: 'Varje fråga öppnas för alla samtidigt när alla utvärderare har förseglat den.', area: 'Ett område öppnas för alla samtidigt när alla utvärderare har förseglat dess frågor.', all: 'Allt öppnas för alla samtidigt när alla utvärderare har förseglat alla frågor.' },
    blind: 'Till dess ser ingen annan än utvärderaren själv några poäng, inte heller samordnaren. Andras antal räknas upp högst en gång i minuten.',
    limits: 'Avvikelse från {{amber}}, stor avvikelse från {{red}} procentenheter.', limitsAll: 'Avvikelse från {{from}}, stor avvikelse från {{red}} procentenheter.', rules: 'Spelregler', frozen: 'Spelreglerna låstes vid första förseglingen.', open: 'Spelreglerna kan ändras fram till första förseglingen.',
    progress: 'Läget', opened: 'Öppnade frågor', settled: 'Gemensamma bedömningar', ledger: 'Hela händelseloggen', undeclared: 'jävsdeklaration saknas', conflict: 'anmält jäv', report: 'Läs rapporten, version {{n}}',
    openedNow: 'Bedömningen är öppnad.',
  },
  seats: {
    nudge: 'Påminn', nudging: 'Påminner …', nudged: 'Påmind i dag {{time}}', nudgedNow: '{{name}} är påmind.', replace: 'Ersätt …', empty: 'tom plats', conflict: '{{name}} anmälde jäv och har lämnat. Samordnaren kan ge platsen till någon annan.', after: 'Efter {{name}}, ersatt {{day}}',
    title: 'Ersätt {{name}}', fillTitle: 'Ge platsen efter {{name}} till någon annan',
    kept: '{{name}} har {{n}} av {{of}} frågor förseglade. De står kvar som platsens bedömning under namnet {{name}}, och öppnas som vanligt.', keptOne: '{{name}} har en av {{of}} frågor förseglad. Den står kvar som platsens bedömning under namnet {{name}}, och öppnas som vanligt.', keptNone: '{{name}} har inte förseglat något. Den nya bedömer allt.',
    keptConflict: 'Det som var öppnat när {{name}} anmälde jäv står kvar under namnet {{name}}. Det som inte var öppnat gäller inte: den nya bedömer det från början.',
    rest: 'Den nya bedömer resten, och ser inget av det förseglade förrän det öppnas för alla. Utkast följer inte med.', access: '{{name}} kommer inte längre åt utvärderingen. Den nya kommer in när jävsdeklarationen är lämnad.',
    who: 'Vem tar över?', other: 'Någon annan', otherHint: 'Bjuds in med e-post.', reason: 'Skäl', reasonHint: 'Står i händelseloggen, inte i rapporten. Skriv inget om någons hälsa.', missing: 'Skriv varför platsen byter utvärderare.',
    go: 'Ge platsen', going: 'Sparar …', no: 'Avbryt', done: '{{name}} har fått platsen.', doneTitle: '{{name}} har fått platsen', doneText: '{{name}} lämnar först en jävsdeklaration och bedömer sedan det som är kvar.', doneLink: 'Länken visas bara nu och gäller en gång.', ready: 'Klar',
  },
  create: {
    title: 'Ny utvärdering', lead: 'Kommun, modell, datum, team och spelregler. Det du skriver sparas i den här fliken tills utvärderingen är skapad.',
    where: 'Kommun och år', municipality: 'Kommun', municipalityHint: 'Sök på namn eller kommunkod. Ett annat namn går också bra, till exempel en kommun utomlands.', found: '{{n}} kommuner', free: 'Använd ”{{name}}” som eget namn', code: 'kommunkod {{code}}', year: 'År',
    model: 'Modell', modelHint: 'Utvärderingen får en egen kopia, så en senare ändring av modellen rör inte poängen.', questions: '{{n}} frågor', questionsAndCriteria: '{{n}} frågor, {{criteria}} kriterier', olderModels: 'Äldre modeller ({{n}})', notScoreable: 'bara områden, kan inte bedömas', noModels: 'Det finns ingen modell att bedöma med.',
    team: 'Team', teamHint: 'Minst två utvärderare. Du blir samordnare och ser inga poäng förrän rapporten är låst.', name: 'Namn', email: 'E-post', organisation: 'Organisation', role: 'Roll', person: 'Person {{n}}', remove: 'Ta bort', removeWho: 'Ta bort {{name}}', addEvaluator: 'Utvärderare', addOther: 'Annan roll', add: 'Lägg till',
    rules: 'Spelregler', practice: 'Det här är en övning', practiceHint: 'Märks som övning överallt och hamnar inte i arkivet.',
    openNow: 'Öppna bedömningen direkt', openNowHint: 'Annars öppnar du den från översikten när teamet är klart.',
    go: 'Skapa utvärdering', going: 'Skapar …', clear: 'Börja om', wrong: 'Rätta {{n}} fält innan du skapar.',
    fault: { municipality: 'Välj en kommun eller skriv ett namn.', year: 'Skriv ett år, 1990–2100.', instrument: 'Välj en modell.', name: 'Skriv namnet.', email: 'Skriv en hel e-postadress.', twice: 'Adressen står redan i listan med samma roll.', evaluators: 'Fyll i minst två utvärderare, med namn och e-post.', number: 'Skriv ett helt tal från {{least}} till {{most}}.', red: 'Ska vara större än gränsen för avvikelse.', tolerance: 'Ska vara mindre än gränsen för avvikelse.', halves: 'Skriv hela eller halva poäng från 0,5 till {{most}}, eller lämna tomt.', maybe: 'Skriv ett helt tal från {{least}} till {{most}}, eller lämna tomt.' },
    doneTitle: '{{name}} {{year}} är skapad', invitations: 'Inbjudningar', invitationsText: 'Länkarna visas bara nu. Var och en gäller en gång; skicka dem till rätt person.', way: { link: '', mailed: 'Inbjudan är skickad dit. Ingen annan ser länken.', account: 'Har redan ett konto och loggar in som vanligt.' }, noInvitations: 'Ingen behövde bjudas in.', copy: 'Kopiera länk', copied: 'Kopierad', copyWho: 'Kopiera länken till {{name}}', open: 'Öppna utvärderingen',
  },
  policy: {
    limits: 'Gränser', amber: 'Avvikelse från', red: 'Stor avvikelse från', tolerance: 'Medelvärde föreslås till och med', unit: 'procentenheter', points: 'poäng', areaPoints: 'Område flaggas från', totalPoints: 'Total flaggas från',
    limitsHint: 'Skillnaden mellan högsta och lägsta bedömning av en fråga. Gränsen själv räknas med.',
    unitLabel: 'När öppnas poängen?', question: 'Fråga för fråga', questionText: 'Snabbast samtal, minst skydd mot påverkan.', area: 'Område för område', areaText: 'Förvalt. Ett område öppnas när alla har förseglat det.', all: 'Allt på en gång', allText: 'Strängast. Inget syns förrän alla har förseglat allt.',
    judging: 'Hur bedöms en fråga?', dimensions: 'Per kriterium: system, tillämpning, resultat, utvärdering', dimensionsText: 'Förvalt. Procenten räknas ut.', percent: 'En procentsats per fråga', percentText: 'För rapporter som ska återges.',
    more: 'Fler gränser: summor, poäng och nivåer', further: 'Två gränser till, om ni vill. Från så många poäng eller nivåer är en fråga en avvikelse även när procenten ligger nära, och inget medelvärde föreslås för den. Stor avvikelse räknas alltid i procentenheter. Ett tomt fält räknas inte.',
    pointsLimit: 'Poäng isär (valfritt)', pointsHint: 'Skillnad på en fråga, hela eller halva poäng.', bandsLimit: 'Nivåer isär (valfritt)', levels: 'nivåer', bandsHint: 'Skalans nivåer: 0, över 0, från 40, från 70 och från 90 %.',
  },
  settings: {
    title: 'Inställningar och team', team: 'Team', name: 'Namn', role: 'Roll', declared: 'Jävsdeklaration', none: 'saknas', clear: 'inget hinder {{day}}', conflict: 'jäv anmält {{day}}', left: 'har lämnat', replaced: 'ersatt {{day}} av {{name}}', remove: 'Ta bort', removeWho: 'Ta bort {{name}} som {{role}}', sure: 'Ta bort {{name}}?', yes: 'Ja, ta bort', no: 'Behåll',
    add: 'Lägg till person', addGo: 'Lägg till', invited: '{{name}} är tillagd.', again: 'Bjud in igen', againWho: 'Bjud in {{name}} igen', invitedAgain: '{{name}} är inbjuden igen.', once: 'Länken visas bara nu och gäller en gång.', removed: '{{name}} är borttagen.',
    rules: 'Spelregler', save: 'Spara spelregler', saved: 'Spelreglerna är sparade.', same: 'Inget är ändrat.', only: 'Bara samordnaren ändrar teamet, och spelreglerna fram till första förseglingen.',
  },
  training,
  dates,
  sealedRules,
  ledger: { title: 'Händelselogg', lead: 'Allt som hänt i utvärderingen, i ordning. Raderna kan inte ändras. Vad en kollega förseglat före öppningen står bara som dag, utan klockslag.', empty: 'Inget har hänt än.', day: 'under dagen', newest: 'Nyast först', count: '{{n}} händelser' },
  declaration: {
    title: 'Innan du går in', about: 'Utvärderingen av {{name}} {{year}}', text: 'Du är jävig om du, någon närstående eller din arbetsgivare kan vinna eller förlora på resultatet, eller om något annat gör att din opartiskhet kan ifrågasättas. Svaret syns för teamet och står i händelseloggen.',
    clear: 'Jag har inget hinder', conflict: 'Jag är jävig', why: 'Vad består jävet i?', whyHint: 'Kort räcker. Samordnaren behöver veta det för att ersätta dig.', send: 'Anmäl jäv och lämna utvärderingen', back: 'Tillbaka', missing: 'Skriv vad jävet består i.', left: 'Tack. Du har lämnat utvärderingen och samordnaren ser det.', mine: 'Till mina utvärderingar',
  },
};
