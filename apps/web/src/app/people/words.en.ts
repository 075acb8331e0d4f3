import type { words as swedish } from './words.sv';

export const words: typeof swedish = {
  signIn: {
    title: 'Sign in', email: 'E-mail', password: 'Password', go: 'Sign in', going: 'Signing in …', or: 'No password?',
    link: 'Send a link', linkText: 'Type your address above and you get a link that signs you in once.',
    sent: 'If we know {{email}}, a link arrives within a few minutes. It works once.',
    mailless: 'No e-mail is sent from here. Sign in with your password, or ask who invited you, or who runs Samsyn, for a link.',
    emailWrong: 'Type a whole e-mail address, for example name@kommun.se.', passwordMissing: 'Type your password, or ask for a link.',
  },
  link: {
    going: 'Signing you in by the link.', welcome: 'Welcome, {{name}}', choose: 'Choose a password, so that you can come in without a link next time.',
    password: 'New password', hint: 'At least 12 characters, preferably several words.', save: 'Save password', later: 'Not now',
    failed: 'The link could not be used', askNew: 'Ask for a new link', torn: 'The link is not whole. Copy the whole address from the letter, or ask for a new one.', again: 'Try again', mine: 'To my evaluations',
  },
  account: {
    title: 'Your account', name: 'Name', organisation: 'Organisation', email: 'E-mail', password: 'Password', set: 'You have a password. Change it here.', unset: 'You sign in by link. Choose a password if you prefer one.',
    fresh: 'New password', save: 'Save password', saved: 'The password is saved.', mail: 'Mail', reminders: 'Reminders about material', remindersHint: 'At most one mail a day, when something you are to hand in is due soon or late. Invitations, links to sign in and letters about interviews always come.', remindersOn: 'Reminders are on.', remindersOff: 'Reminders are switched off.', again: 'Try again', signOut: 'Sign out', leave: 'The session on this computer', leaveText: 'Sign out when you share the computer with others.',
  },
};
