import { findQuote } from './reading-quote';
import { runningIn } from './reading-selection';

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
export const markQuote = (root: Element, quote: string, near: Element | null = null): Marked => markIn([root], quote, near);

/** The same where it may run from one page to the next: without what runs on both, else in all that stands there. */
export function markOver(page: Element, next: Element, quote: string): Marked {
  const marked = markIn([page, next], quote, null, runningIn(page, next));
  return marked.whole ? marked : markIn([page, next], quote);
}

function markIn(roots: readonly Element[], quote: string, near: Element | null = null, leftOut: ReadonlySet<Node> = new Set()): Marked {
  const nodes: Text[] = [];
  for (const root of roots) {
    clearMarks(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL, (node) => (leftOut.has(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) nodes.push(node);
  }
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
