import { anchors } from './anchors.sv';

export const words = {
  anchor: anchors,
  dimension: { system: 'System', deployment: 'Tillämpning', results: 'Resultat', evaluation: 'Utvärdering' },
  ask: {
    system: 'finns ett uttalat och genomtänkt arbetssätt?', deployment: 'hur stor del av organisationen arbetar så?',
    results: 'vad visar mätningar och iakttagelser?', evaluation: 'följs arbetssättet upp och förbättras?',
  },
  field: { percent: 'Bedömning, procent', standing: 'Läge', rationale: 'Motivering', strengths: 'Styrkor', improvements: 'Kan förbättras', evidence: 'Belägg', unsure: 'Osäker' },
  standing: { judged: 'Bedömd', cannotAssess: 'Kan inte bedöma', notApplicable: 'Ej tillämpligt' },
  standingMeans: {
    cannotAssess: 'Kan inte bedöma är inte noll: frågan får ingen procent från dig. Skriv i motiveringen vad som saknas. Bedömningar du har satt finns kvar om du ändrar dig.',
    notApplicable: 'Ej tillämpligt är inte noll: frågan får ingen procent från dig. Skriv i motiveringen varför den inte gäller kommunen. Bedömningar du har satt finns kvar om du ändrar dig.',
  },
  strip: { empty: 'Tom', half: 'Påbörjad', done: 'Klar', seal: 'Förseglad', open: 'Öppnad', ask: 'Kan inte bedöma', none: 'Ej tillämpligt' },
  kind: { document: 'Dokument', interview: 'Intervju', web: 'Webb', questionnaire: 'Kommunens egen beskrivning', other: 'Annat' },
  evidencePlaceholder: { document: 'Dokument och sida', interview: 'Vem eller vilken grupp, och när', web: 'Adress och dag', questionnaire: 'Fråga och avsnitt', other: 'Vad och var' },
  filter: { all: 'alla {{n}} frågor', empty: 'tomma', unsure: 'osäkra', noEvidence: 'utan belägg', unsealed: 'inte förseglade' },
  noneFits: { all: 'Modellen har inga frågor', empty: 'Ingen fråga är tom', unsure: 'Ingen fråga är märkt osäker', noEvidence: 'Ingen fråga saknar belägg', unsealed: 'Alla frågor är förseglade' },
  rule: {
    question: { two: 'Mer än så ser ni inte av varandra. En fråga öppnas när båda har förseglat den.', more: 'Mer än så ser ni inte av varandra. En fråga öppnas när alla {{n}} har förseglat den.' },
    area: { two: 'Mer än så ser ni inte av varandra. Ett område öppnas när båda har förseglat alla dess frågor.', more: 'Mer än så ser ni inte av varandra. Ett område öppnas när alla {{n}} har förseglat alla dess frågor.' },
    all: { two: 'Mer än så ser ni inte av varandra förrän båda har förseglat alla {{all}}.', more: 'Mer än så ser ni inte av varandra förrän alla {{n}} har förseglat alla {{all}}.' },
  },
  cell: {
    value: 'Kriterium {{criterion}}, {{dimension}}: {{value}}', blank: 'Kriterium {{criterion}}, {{dimension}}: ej bedömd',
    blankHow: 'Kriterium {{criterion}}, {{dimension}}: ej bedömd. Tryck 0 till 9, eller plus för 100.', off: 'Kriterium {{criterion}}, {{dimension}}: räknas inte, {{standing}}',
  },
  why: {
    closed: 'Bedömningen är inte öppen', clash: 'Välj först vilken ändring som gäller', percent: 'Procent saknas', one: 'En bedömning saknas: {{cell}}', many: '{{n}} bedömningar saknas',
    reason: 'Motivering saknas', offline: 'Går inte att försegla utan nät', refused: 'En ändring är inte sparad',
  },
  key: {
    digits: 'Sätter 0–90 i rutan och går till nästa', hundred: 'Sätter 100', clear: 'Tömmer rutan', move: 'Flyttar mellan rutorna', ends: 'Första och sista rutan i raden, med Ctrl i hela rutnätet',
    cannotAssess: 'Kan inte bedöma, eller tillbaka', guide: 'Vad ska man titta efter, öppnar och stänger. Alt V även när du skriver', questions: 'Nästa och föregående fråga', rationale: 'Till motiveringen', evidence: 'Lägger till belägg', cited: 'Öppnar frågans första citerade belägg i källan, en gång till det nästa', sources: 'Källor: sök och läs i underlaget', back: 'Tillbaka till rutan',
    seal: 'Förseglar frågan', undo: 'Ångrar, 50 steg', list: 'Den här listan',
  },
  legend: { digits: 'sätter 0–90', hundred: 'sätter 100', clear: 'tömmer', move: 'flytta', cannotAssess: 'kan inte bedöma', guide: 'titta efter', sources: 'källor', questions: 'nästa, föregående fråga', back: 'tillbaka till rutan' },
  guide: {
    title: 'Vad ska man titta efter?', of: 'kriterium {{criterion}}', close: 'Stäng vad man ska titta efter', documents: 'I dokument', website: 'På webbplatsen', interviews: 'I intervjuer',
    example: 'Exempel på {{band}} i {{side}}', anchors: 'Skalan för {{side}}', none: 'Inget är skrivet om var man ska titta.', changed: 'Visar nu vad man ska titta efter i kriterium {{criterion}}.',
    reading: 'Läser in vad man ska titta efter', failed: 'Vad man ska titta efter kunde inte läsas.',
  },
  aboutArea: 'Om området', weight: 'väger {{n}}',

  railLabel: 'Frågor', questionPane: 'Frågan', keyLabel: 'Teckenförklaring', you: 'Du', of: 'av {{of}}', areSealed: 'förseglade', show: 'Visa', showAll: 'Visa alla {{n}}',
  showQuestions: 'Visa alla {{n}} frågor', hideQuestions: 'Dölj frågorna', points: '{{n}} p', unsureShort: 'osäker',
  gridLabel: 'Bedömningar 0–100 i steg om {{step}}', criterion: 'Kriterium', mean: 'Medel', wholeQuestion: 'Hela frågan', notInCriterion: 'bedöms inte i detta kriterium', notJudged: 'bedöms ej',
  scaleLabel: 'Skala för {{criterion}}, {{dimension}}', partial: '* räknat på det som är bedömt',
  areaNamed: 'Område {{n}} · {{title}}', areaSoFar: 'preliminärt {{points}} av {{max}}', areaSum: '{{points}} av {{max}}', round: 'Omgång {{n}}, blind',
  previous: 'Föregående fråga', next: 'Nästa fråga', gives: 'ger', pointsOf: '{{points}} av {{max}} p', mostPoints: 'högst {{max}} p',
  weigh: 'Väg in det som finns och används i dag. Planer räknas inte.', someJudged: 'preliminärt · {{n}} av {{of}} bedömda', allJudged: '{{n}} av {{of}} bedömda', notCounted: 'räknas inte in i summan',
  percentHint: '0–100 med högst en decimal', percentOutOfRange: 'Skriv ett tal från 0 till 100.', percentOffStep: 'Skriv högst en decimal, till exempel 45,7.',
  rationaleNeeded: 'Motiveringen behövs för att frågan ska kunna förseglas.',
  notes: { title: 'Från dina anteckningar', none: 'Du har inga intervjuanteckningar än.', noneTagged: 'Ingen anteckning är märkt #{{question}}.', others: 'Visa {{n}} andra', noGroup: 'Utan grupp', taken: 'tillagd', reading: 'Läser in dina anteckningar' },
  add: 'Lägg till', addTo: 'i {{list}}', removeLine: 'Ta bort {{n}} ur {{list}}', noLines: 'Inget skrivet än.', noEvidence: 'Inga belägg än. Skriv var stödet för bedömningen finns.', kindOf: 'Slag av belägg {{n}}', evidenceText: 'Belägg {{n}}',

  saving: 'Sparas', savedAt: 'Sparat {{time}}', waiting: 'Väntar på nät, sparat här på datorn', clash: 'Krock, välj vilken som gäller', notSaved: 'Inte sparat',
  clashOf: '{{field}} är ändrad på två ställen', here: 'Här', otherTab: 'Andra fliken', keepValue: 'Behåll {{value}}', takeValue: 'Ta {{value}}', keepThis: 'Behåll den här', takeOther: 'Ta den andra',
  blank: 'tomt', yes: 'ja', no: 'nej', words: '{{n}} ord',
  oneWaits: '1 ändring väntar på den här datorn.', manyWait: '{{n}} ändringar väntar på den här datorn.',
  showQueue: 'Visa kön', queue: 'Kön', queueHint: 'Ändringarna skickas av sig själva när nätet är tillbaka. Försegling går inte utan nät.', queueEmpty: 'Allt är sparat.', waits: 'Väntar', saveQueue: 'Spara kön som fil',
  noLongerFits: 'Frågan är förseglad eller har en ny omgång.', discard: 'Släng',

  unsure: 'Osäker', undo: 'Ångra', seal: 'Försegla {{question}}', sealing: 'Förseglar …', sealVerb: 'Försegla', sealArea: 'Försegla hela området', sealAll: 'Försegla alla {{n}}', notYet: 'Inte än',
  sealAsk: 'Försegla {{question}}?', sealAskMany: 'Försegla {{n}} frågor?', sealNumbers: '{{percent}} % ger {{points}} av {{max}} poäng.', sealStanding: '{{standing}}: frågan får ingen procent från dig.',
  sealMeans: 'Efter förseglingen ändras frågan bara genom en ny omgång.', sealMeansMany: 'Efter förseglingen ändras frågorna bara genom en ny omgång.', sealSum: '{{questions}} ger tillsammans {{points}} poäng.', notAgainToday: 'Fråga inte igen i dag',
  sealedOne: '{{question}} är förseglad.', sealedMany: '{{n}} frågor är förseglade.', sealedCount: '{{n}} av {{of}}.', undoIn: 'Ångra, {{n}} s',
  openedTitle: 'Poängen är öppna.', openedOne: '{{question}} är förseglad av alla.', openedMany: '{{n}} frågor är förseglade av alla.', toConsensus: 'Till samsyn', close: 'Stäng',
  sealedBefore: '{{name}} förseglade {{question}} innan du tog över platsen.', sealedBeforeMore: 'Bedömningen står kvar som platsens.', openBefore: '{{question}} öppnades innan du tog över platsen.', openBeforeMore: 'Du är med när ni enas om den.',
  isSealed: '{{question}} är förseglad {{time}}.', isOpened: 'Poängen är öppna.', opensWhen: { question: 'Den öppnas när alla har förseglat den.', area: 'Den öppnas när alla har förseglat hela området.', all: 'Den öppnas när alla har förseglat hela arket.' },
  askRound: 'Begär ny blind omgång', roundAsk: 'Ny blind omgång för {{question}}?', roundMeans: 'Alla utvärderare bedömer frågan en gång till, var för sig. Den förra omgången finns kvar och kan läsas.', roundReason: 'Varför behövs en ny omgång?', roundReasonMissing: 'Skriv ett skäl. Det står kvar i händelseloggen.', roundVerb: 'Öppna omgången',

  keys: 'Tangenter', allKeys: 'Alla genvägar', lettersOff: 'Stäng av bokstäver', lettersBack: 'Slå på bokstäver', lettersOn: 'Genvägar med enstaka bokstäver', legendOn: 'Visa raden med tangenter', hideLegend: 'Dölj', showLegend: 'Visa tangenter',
  notForYou: 'Poängarket är för utvärderarna', notForYouMore: 'Här skriver var och en sin egen bedömning, som ingen annan ser före öppningen.',
  planning: 'Bedömningen är inte öppnad än. Samordnaren öppnar den när teamet är klart.', locked: 'Utvärderingen är låst. Poängarket kan läsas men inte ändras.',
  notRead: 'Poängarket kunde inte läsas.', tryAgain: 'Försök igen', reading: 'Läser in poängarket', slow: 'Det tar längre tid än vanligt. Vi fortsätter försöka.',
};
