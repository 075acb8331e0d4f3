import type { Place } from '@samsyn/domain';
import type { Preview } from './reading-store';

/** Where something stands: its place, and the page of text it lies on. */
export interface PlacedOn {
  readonly place: Place;
  readonly page: number;
}

const blocks = 'h1, h2, h3, h4, h5, h6, p, li';

/** What a node stands in and is counted by: the row of a table, else the paragraph. The server counts by the same rule. */
const blockOf = (node: Node): Element | null => {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('tr') ?? element?.closest(blocks) ?? null;
};

/** The paragraphs below `root`, in the order in which their text begins. */
function blocksIn(root: Element): Element[] {
  const found = new Set<Element>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const block = /\S/.test(node.textContent ?? '') ? blockOf(node) : null;
    if (block && root.contains(block)) found.add(block);
  }
  return [...found];
}

const rowOf = (row: HTMLElement, preview: Preview): PlacedOn | null => {
  const sheet = preview.sheets?.[Number(row.closest<HTMLElement>('[data-sheet]')?.dataset['sheet'])];
  const number = Number(row.dataset['row']);
  return sheet ? { place: { kind: 'row', number, under: sheet.name.slice(0, 120) }, page: sheet.pages[number - sheet.first] ?? 1 } : null;
};

/** The place of a node in what is shown. */
export function placeOf(node: Node, root: Element, preview: Preview, offset = 0): PlacedOn | null {
  if (preview.kind === 'text') {
    const before = document.createRange();
    before.setStart(root, 0);
    before.setEnd(node, offset);
    return { place: { kind: 'line', number: before.toString().split('\n').length, under: '' }, page: 1 };
  }
  const block = blockOf(node);
  if (!(block instanceof HTMLElement) || !root.contains(block)) return null;
  if (preview.kind === 'sheets') return rowOf(block, preview);
  const known = preview.places?.[blocksIn(root).indexOf(block)];
  return known ? { place: { kind: known.kind, number: known.number, under: known.under }, page: known.page } : null;
}

/** What stands at a place, when it is among what is shown. */
export function elementAt(place: Place, root: Element, preview: Preview): HTMLElement | null {
  if (preview.kind === 'sheets') {
    const at = (preview.sheets ?? []).findIndex(({ name }) => name.slice(0, 120) === place.under);
    return place.kind === 'row' ? root.querySelector<HTMLElement>(`[data-sheet="${at}"] [data-row="${place.number}"]`) : null;
  }
  const at = (preview.places ?? []).findIndex(({ kind, number, under }) => kind === place.kind && number === place.number && under === place.under);
  const found = at < 0 ? null : blocksIn(root)[at];
  return found instanceof HTMLElement ? found : null;
}

/** The page of text that the top of the view shows. */
export function pageInView(scroller: HTMLElement, root: Element, preview: Preview): number {
  const top = scroller.getBoundingClientRect().top;
  const first = (preview.kind === 'sheets' ? [...root.querySelectorAll('[data-row]')] : blocksIn(root)).find((own) => own.getBoundingClientRect().bottom > top + 8);
  return first ? placeOf(first, root, preview)?.page ?? 1 : 1;
}
