import { findQuote } from './reading-quote';

export interface Marked {
  readonly first: HTMLElement | null;
  readonly whole: boolean;
}

/** Takes the marks away again; the text is as it was. */
export function clearMarks(root: Element): void {
  for (const mark of root.querySelectorAll('mark.cited')) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
}

/** Marks the quotation where it stands below `root`, over as many elements as it runs; of several like it the one at `near`. */
export function markQuote(root: Element, quote: string, near: Element | null = null): Marked {
  clearMarks(root);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) nodes.push(node);
  const { places, whole } = findQuote(nodes.map(({ data }) => data), quote, near ? nodes.findIndex((node) => near.contains(node)) : 0);
  const marks = places.flatMap(({ at, from, to }) => {
    const node = nodes[at];
    if (!node) return [];
    const within = node.splitText(from);
    within.splitText(to - from);
    const mark = document.createElement('mark');
    mark.className = 'cited';
    within.replaceWith(mark);
    mark.append(within);
    return [mark];
  });
  return { first: marks[0] ?? null, whole };
}

/** Brings a mark into view by moving its pane alone: the page around it stays where it is. */
export function toMiddle(scroller: HTMLElement, mark: HTMLElement): void {
  const [pane, place] = [scroller.getBoundingClientRect(), mark.getBoundingClientRect()];
  scroller.scrollTop += place.top - pane.top - (pane.height - place.height) / 2;
  if (place.left < pane.left || place.right > pane.right) scroller.scrollLeft += place.left - pane.left - 24;
}
