import { sampleInstrument } from '@samsyn/samples';
import { tagsIn } from './note-tags';

describe('tags in a note', () => {
  it.each([
    ['Målen är kända #2.1, se även #1.1 och #2.1.', ['1.1', '2.1']], ['#1.2', ['1.2']], ['(#1.2)', ['1.2']], ['Inget', []], ['1.1 utan tecken', []],
    ['#9.9 finns inte', []], ['#1.25', []], ['#1.1.2', []], ['abc#1.1', []], ['#1.1a', []], ['#1.1: ja\n#1.3; nej', ['1.1', '1.3']], ['##1.1', []], ['https://x.se/#1.1', []], ['#1', []],
  ])('%j', (text, tags) => {
    expect(tagsIn(text, sampleInstrument)).toEqual(tags);
  });
});
