import type { web as swedish } from './web-copy-words.sv';

export const web: typeof swedish = {
  link: 'Link, found {{time}}', coming: 'Fetching a copy', done: 'Copy of {{time}} ({{what}})', failed: 'Could not be fetched', pages: '{{kind}}, {{n}} pages', page: '{{kind}}, 1 page',
  fetch: 'Fetch a copy', again: 'Fetch again', retry: 'Try again', outside: 'Open the web page {{address}}', kept: 'The earlier copy is still there.',
  fault: {
    dns: 'The name of the website does not exist. Check the address.', refused: 'The website cannot be reached right now.', timeout: 'The website did not answer within 15 seconds.',
    missing: 'The page is not on the website. Check the address.', forbidden: 'The website does not let Samsyn in. Save the page as a PDF and hand in that file instead.', answer: 'The website answered with an error.',
    certificate: 'The secure connection of the website cannot be trusted.', large: 'What lies at the address is too large to fetch.', type: 'The address leads neither to a web page nor to a type of file that is taken.',
    redirects: 'The address leads on too many times.', private: 'The address leads to an internal network, an unusual port or a sign-in. Samsyn does not go there.', empty: 'The page has no text to read without running scripts. Save it as a PDF and hand in that file instead.',
    broken: 'The page did not arrive whole or cannot be read.', full: 'There is no room for a copy right now.', infected: 'The virus protection stopped what lay at the address.',
  },
  note: 'Copy of the text of the web page, fetched {{time}}.', noteFile: 'The file was fetched from the web {{time}}.', open: 'Open the web page', sum: 'Checksum', sumMore: 'SHA-256 of the page as it was fetched. The stored page is deleted together with the copy.',
  comingMore: 'It mostly takes a few seconds. The page updates by itself.', failedMore: 'There is no copy to read here. {{why}}',
};
