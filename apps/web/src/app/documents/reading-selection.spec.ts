import { markOver } from './reading-marks';
import { drawnPassage, runningIn } from './reading-selection';

/** A drawn page: each piece of text at its height in percent, with a line's end after it. */
function drawn(page: number, pieces: readonly (readonly [top: number, text: string])[]): HTMLElement {
  const at = (element: HTMLElement, top: number): HTMLElement => Object.assign(element, { getBoundingClientRect: () => ({ top, height: 100 }) as DOMRect });
  const box = at(document.createElement('div'), 0);
  box.dataset['page'] = `${page}`;
  for (const [top, text] of pieces) box.append(Object.assign(at(document.createElement('span'), top), { textContent: text }), document.createElement('br'));
  return box;
}
const pages = (): [HTMLElement, HTMLElement] => {
  const both = [drawn(5, [[20, 'Norsjö arbetar gott med'], [80, 'Äldreomsorgen bru-'], [4, 'Norsjö kommun 2015'], [95, '5 (28)']]), drawn(6, [[4, 'Norsjö kommun 2015'], [10, 'karundersökningar används.'], [20, 'Annat.'], [95, '6 (28)']])] as const;
  document.body.replaceChildren(...both);
  return [...both];
};
const passage = (from: Node, to: Node, until: number): ReturnType<typeof drawnPassage> => {
  const [selection, range] = [document.getSelection(), document.createRange()];
  range.setStart(from, 0);
  range.setEnd(to, until);
  selection?.removeAllRanges();
  selection?.addRange(range);
  return selection && drawnPassage(selection, range);
};
const textIn = (page: Element, at: number): Node => page.querySelectorAll('span')[at]?.firstChild ?? page;

describe('a passage over the end of a page', () => {
  it('leaves out what stands on both pages but for its figures', () => {
    const [page, next] = pages();
    expect([...runningIn(page, next)].map(({ textContent }) => textContent)).toEqual(['Norsjö kommun 2015', 'Norsjö kommun 2015', '5 (28)', '6 (28)']);
    expect(passage(textIn(page, 1), textIn(next, 1), 17)).toEqual({ words: expect.stringMatching(/^Äldreomsorgen bru-\n+karundersökningar$/) as string, page: 5, to: 6 });
  });

  it('is what is selected where it stays on its page', () => {
    const [page] = pages();
    expect(passage(textIn(page, 0), textIn(page, 0), 6)).toEqual({ words: 'Norsjö', page: 5, to: 5 });
    expect(passage(document.body, document.body, 0)).toBeNull();
  });

  it('is marked on both pages, with or without what runs on them', () => {
    const [page, next] = pages();
    const marked = (quote: string): unknown[] => [markOver(page, next, quote).whole, [...document.querySelectorAll('mark')].map(({ textContent }) => textContent)];
    expect(marked('Äldreomsorgen brukarundersökningar används')).toEqual([true, ['Äldreomsorgen bru', 'karundersökningar används']]);
    expect(marked('5 (28) Norsjö kommun 2015 karundersökningar')).toEqual([true, ['5 (28', 'Norsjö kommun 2015', 'karundersökningar']]);
    expect(marked('Äldreomsorgen brukarundersökningar saknas helt')).toEqual([false, []]);
  });
});
