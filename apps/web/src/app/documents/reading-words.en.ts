import type * as swedish from './reading-words.sv';

export const reading: typeof swedish.reading = {
  document: 'Document', toMaterial: 'To the material', tools: 'Turn pages and enlarge', page: 'Page {{n}}', pageWord: 'Page', of: 'of {{n}}', goTo: 'Go to page', previous: 'Previous page', next: 'Next page',
  smaller: 'Smaller', larger: 'Larger', size: 'Size', asText: 'As text', download: 'Download', contents: 'Contents of {{title}}', version: 'version {{n}}', partWord: 'Part', goToPart: 'Go to part', previousPart: 'Previous part', nextPart: 'Next part', partText: 'The text of part {{n}}',
  rows: 'Rows {{from}}–{{to}} of {{of}} are shown.', columns: 'The table is wide. Its first columns are shown here; all of it is in the file.', rowsBefore: 'The rows before', rowsAfter: 'The rows after', picture: 'Picture: {{title}}',
  newer: 'There is a newer version. This is version {{mine}}.', toNewer: 'Open version {{n}}',
  unscanned: 'Not scanned for viruses. The file is shown without anything in it being run.', again: 'Try again',
  text: {
    waiting: 'The text will soon be read. Until then the file cannot be searched.', working: 'The text is being read, {{n}} % is done. Until then only part of it can be searched.', empty: 'The file cannot be searched: it holds no text, for instance because it is scanned.',
    failed: 'The file cannot be searched: its text could not be read.', encrypted: 'The file cannot be searched: it is protected by a password.', unsupported: 'The file cannot be searched: this format is not read as text.', tooLarge: 'The file cannot be searched: it is too large.',
  },
  trouble: { encrypted: 'The file is protected by a password', broken: 'The file is damaged', offline: 'The file could not be fetched' },
  troubleMore: { encrypted: 'It can be neither shown nor searched here. Ask the municipality for a file without a password.', broken: 'It cannot be shown. Ask the municipality to hand it in again.', offline: 'Check the network and try again.' },
  hit: { whole: 'The hit is marked.', part: 'The beginning of the hit is marked.', not: 'The hit cannot be marked here. Try “As text”.' },
  quote: { whole: 'The quotation is marked.', not: 'The quotation was not found. The evidence says:', part: 'Only the beginning of the quotation was found. The evidence says:' },
  checking: 'The file is being checked', checkingMore: 'It opens by itself when the check is done.', refused: 'The file was not accepted', refusedMore: 'It was stopped by the check and cannot be opened. The municipality sees why and what they can do.',
  web: 'A web page', webMore: 'It lies outside Samsyn and may change. Write what you saw and when in the evidence.', openWeb: 'Open the web page', gone: 'There is nothing to read here', goneMore: 'The document does not exist, or is not open to you.',
  deleted: 'The document is deleted', deletedMore: 'It was deleted by the rules of retention or by whoever handed it in. Quotations already made remain.', keptQuote: 'Where the quotation stood: {{where}}.',
  selectHow: 'Select text with shift and the arrow keys, or with the mouse.', pageText: 'The text of page {{n}}', noText: 'The page holds no text.', noPreview: 'The file cannot be shown here', noPreviewMore: 'Download it and open it in a program on your computer.',
};
export const place: typeof swedish.place = { page: 'p. {{n}}', pages: 'pp. {{n}}–{{to}}', heading: 'the heading “{{under}}”', paragraph: 'paragraph {{n}}', paragraphUnder: 'under the heading “{{under}}”, paragraph {{n}}', row: 'sheet “{{under}}”, row {{n}}', slide: 'slide {{n}}', line: 'line {{n}}' };
export const search: typeof swedish.search = {
  title: 'Search the material', field: 'Search all material', placeholder: 'Words in any document', searching: 'Searching.', found: '“{{words}}” is found in {{n}} places', foundOne: '“{{words}}” is found in one place', capped: 'The best hits come first. More words give fewer.', none: 'Nothing was found for “{{words}}”.', noneMore: 'Try a shorter word, or another word for the same thing.',
  page: 'Page {{n}}', more: 'Show more', how: 'The search goes through the latest version of every document. Inflected and compound Swedish words are found too: “omsorg” finds “äldreomsorgen”.',
  notSearched: '{{n}} files were not searched', notSearchedOne: 'One file was not searched',
  why: { waiting: 'Its text will soon be read', working: 'Its text is being read', empty: 'No text, for instance scanned', failed: 'Its text could not be read', encrypted: 'Protected by a password', unsupported: 'The format is not read as text', tooLarge: 'Too large', done: '' },
};
export const cite: typeof swedish.cite = {
  quoted: 'Quotation:', backTo: 'Back to {{question}}', bar: 'Evidence from the selection', question: 'Question', use: 'Evidence for {{question}}', drop: 'Let go', added: 'Added as evidence for {{question}}.', undo: 'Undo', toSheet: 'To {{question}}',
  how: 'Select a passage to use it as evidence.', sealed: '{{question}} is sealed. Choose another question, or ask for a new blind round.', notOpen: 'Evidence can be added once the assessment has opened.', full: '{{question}} already has 30 pieces of evidence, the most there can be.', there: 'This is already evidence for {{question}}.', reading: 'Your score sheet is being read.',
  sources: 'Sources', close: 'Close the sources', list: 'To the search', mine: 'Your evidence for {{question}}', nth: 'Evidence {{n}}: {{label}}',
};
export const coverage: typeof swedish.coverage = {
  short: 'Coverage', title: 'Coverage: every question needs at least two kinds of source', key: 'The letters', question: 'Question', kinds: 'Kinds', own: 'Your evidence', show: 'Show',
  letter: { document: 'D', web: 'W', interview: 'I', questionnaire: 'A' }, source: { document: 'Document', web: 'Web', interview: 'Interview', questionnaire: 'Written answer' }, asked: 'asked for, not come',
  sum: '{{n}} of {{of}} questions have at least two kinds of source.', whole: 'No question lacks material.', counts: 'Counted are requested material, web links, planned interview questions and submitted answers, never the evaluators’ own evidence.',
  filter: { all: 'All', none: 'Without material', few: 'Fewer than two kinds' }, nothingLeft: 'No questions here. That is good.', areaSum: '{{n}} of {{of}}',
  none: 'nothing', came: '{{there}} of {{asked}} have come', links: 'links: {{n}}', planned: 'planned: {{n}}', answered: 'submitted', noKind: 'No kind', oneKind: 'Only one kind', nKinds: '{{n}} kinds',
  ownOnly: 'The column with your evidence is seen only by you.', orphans: 'Belonging to nothing', orphanQuestions: 'Questions that no requested material serves:', orphanRequests: 'Material that serves no question:',
};
