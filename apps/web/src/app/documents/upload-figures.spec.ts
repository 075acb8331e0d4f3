import { dueInWords, dueShort, sizeInWords, whenInWords } from './upload-figures';

it('writes sizes, days and times as people read them', () => {
  expect([sizeInWords(900, 'sv'), sizeInWords(4_404_019, 'sv'), sizeInWords(4_404_019, 'en'), sizeInWords(0, 'sv')]).toEqual(['900 byte', '4,2 MB', '4.2 MB', '0 byte']);
  expect([dueInWords('2026-10-23', 'sv'), dueShort('2026-12-11', 'sv')]).toEqual(['fredag 23 oktober', 'fre 11 dec']);
});

it('gives the clock alone only for today', () => {
  const now = new Date('2026-10-23T12:00:00Z');
  expect([whenInWords('2026-10-23T08:31:00Z', 'sv', now), whenInWords('2026-10-16T08:31:00Z', 'sv', now)]).toEqual(['10.31', 'fre 16 okt 10.31']);
});
