import type { words as swedish } from './own-words.sv';

export const words: typeof swedish = {
  again: 'Try again',
  waiting: { reading: 'Loading', long: 'This takes longer than usual. We keep trying.' },
  bar: {
    skip: 'To the content', product: 'Samsyn', home: 'Samsyn, start page', menu: 'Menu',
    evaluations: 'Evaluations', archive: 'Archive', models: 'Models', account: 'Your account', signIn: 'Sign in', signOut: 'Sign out', dark: 'Dark mode', light: 'Light mode', other: 'Svenska',
  },
  line: {
    label: 'Connection',
    connected: 'Connected', connecting: 'Connecting', offline: 'Offline',
    lost: 'No connection since {{time}}. You can go on writing, it is kept on this computer. Sealing, proposing and approving have to wait.',
    oneWaits: '1 change is waiting for the network.', manyWait: '{{n}} changes are waiting for the network.',
    said: 'The connection is lost. You can go on writing.', back: 'Connected again.',
  },
  demo: { label: 'Demo', notice: 'Demo: invented people and municipalities. Do not enter real information here.', people: 'Change person' },
  ended: { text: 'You are signed out. What you have written on this page is kept. Sign in in a new tab and come back here.', link: 'Sign in in a new tab' },
  fresh: {
    label: 'New version', text: 'There is a new version. Reload when it suits.', needed: 'There is a new version, and this page is from an older one. Reload before you go on.', reload: 'Reload',
    unsaved: 'A form on this page is filled in but not saved. Save it first and nothing is lost.', anyway: 'Reload anyway', wait: 'Not now',
  },
  behind: {
    one: '1 change has not been sent yet. If you sign out now it stays in this browser, shown to nobody else, until you sign in here again.',
    many: '{{n}} changes have not been sent yet. If you sign out now they stay in this browser, shown to nobody else, until you sign in here again.',
    stay: 'Stay', anyway: 'Sign out anyway',
  },
  failed: { text: 'The page could not be read. The server does not answer or has a new version.' },
  titles: {
    start: 'Start', signIn: 'Sign in', link: 'Sign in by link', account: 'Your account', archive: 'Archive', archiveEntry: 'Result in the archive', mine: 'My evaluations', create: 'New evaluation',
    overview: 'Overview', settings: 'Settings', sheet: 'Score sheet', board: 'Consensus', material: 'Material', written: 'Written answers', handIn: 'Hand in material', reminders: 'Reminders', compare: 'Comparison', report: 'Report', lock: 'Lock', ledger: 'Ledger', models: 'Models', model: 'Model', draft: 'Draft of a model', tryOut: 'Try the model', differences: 'Differences', reading: 'Read', search: 'Search the material', coverage: 'Coverage', visit: 'Your interview', notes: 'Notes', daySheet: 'Day sheet', plan: 'Interviews', outbox: 'Outbox', interviewees: 'People to interview', nothing: 'Nothing to show here',
  },
  parts: { label: 'Parts of the evaluation', notYet: 'not open yet', afterOpen: 'once scores are open', whenSettled: 'once all is settled', whenScoring: 'once scoring is open' },
  practice: 'Practice',
  sandbox: 'Practice. Nothing here counts as a real evaluation.',
  training: 'Practice – made-up municipality. Nothing here counts as a real evaluation.',
  nothing: { title: 'There is nothing to show here', text: 'The same answer whether it does not exist or is not open yet.', mine: 'To my evaluations', start: 'To the start page' },
  start: {
    kicker: 'KommunKompassen, scored by at least two',
    title: 'Score apart. Open together. Agree.',
    what: 'In Samsyn two or more evaluators score a municipality on their own, without seeing each other’s scores until all have sealed. Then the differences show, you agree question by question and lock a report that never changes quietly.',
    signIn: 'Sign in', mine: 'To my evaluations', archive: 'See the archive',
    steps: { label: 'How it works', blind: 'Apart', blindText: 'Nobody sees the other’s scores, only how many questions are sealed.', open: 'At once', openText: 'When all have sealed, the scores open for everyone in the same moment.', agree: 'Together', agreeText: 'Divergences are marked. You agree on a settled score and lock.' },
    tryTitle: 'Try it now, no account needed',
    tryText: 'Choose a person in the demo. Everything is invented and you cannot do anything wrong.',
    tryTwo: 'To be two people at once: open the second one in a private window.',
    tryAs: 'Try as {{name}}',
    plot: 'Two judgements on a scale from 0 to 100 and the settled one between them',
  },
};
