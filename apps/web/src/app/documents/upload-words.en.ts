import type { upload as swedish } from './upload-words.sv';

export const upload: typeof swedish = {
  drop: 'Drag files or a folder here', choose: 'Choose files', photo: 'Take a photo', web: 'Give a web address', kinds: '{{types}}, at most {{size}} a file. You can also paste.', kind: { pdf: 'PDF', word: 'Word', excel: 'Excel', powerpoint: 'PowerPoint', open: 'OpenDocument', picture: 'picture', text: 'text' },
  to: 'Hand in to {{title}}', newVersion: 'New version of {{name}}', cancelReplace: 'Hand in as a separate file instead',
  address: 'Address', addressHint: 'For example granvik.se/budget', addressWrong: 'Write a web address, for example granvik.se/budget.', title: 'What is there?', titleWrong: 'Write what is found at the address.', addWeb: 'Add the link', close: 'Cancel',
  files: 'Files and links', progress: '{{pct}}% of {{size}}', left: '{{n}} seconds left', leftOne: '1 second left', leftMinutes: '{{n}} minutes left', leftMinute: '1 minute left',
  state: {
    counting: 'Preparing', queued: 'Queued', sending: 'Uploading', paused: 'Paused at {{pct}}%', waiting: 'Waiting for the network at {{pct}}%, goes on by itself', refused: 'Not received', arrived: 'Received, being checked',
    checking: 'Received {{time}}, being checked', clean: 'Received {{time}}, checked for viruses', unscanned: 'Received {{time}}, not checked for viruses',
  },
  refused: {
    infected: 'The virus protection stopped the file. It is not stored. Fetch it again from its source, or ask your IT department to look at it.',
    type: 'The content is something other than the file name says. Save it again in the right format, for example as PDF.',
    size: 'The file is too large when unpacked. Split it, or give a link instead.',
    checksum: 'The file did not arrive whole. Hand it in once more.',
    broken: 'The file cannot be read. Open it on your computer, save a new copy and hand that in.',
  },
  empty: 'The file is empty. Check it and hand it in again.',
  pause: 'Pause', resume: 'Go on', cancel: 'Cancel', retry: 'Try again', remove: 'Remove', clear: 'Remove the line', replace: 'New version', older: '{{n}} older versions', olderOne: '1 older version', version: 'version {{n}}', of: '{{what}} {{name}}',
  sure: 'Remove {{name}}? The file is erased.', yes: 'Yes, remove', no: 'Keep', removed: 'Removed by who handed it in',
  goesOn: 'If the network breaks, the upload goes on where it stopped, even if you close the page and come back.',
  nothing: 'Nothing has been handed in yet.',
  said: { arrived: '{{name}} is uploaded.', refused: '{{name}} was not received. {{why}}' },
};
