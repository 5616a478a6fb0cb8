// Words that a person selected in the reader, as a span of the document.
export interface Selected {
  readonly span: readonly [number, number];
  readonly words: string;
}

/** Null where nothing, or something outside the text, is selected. */
export function selectedIn(reader: HTMLElement): Selected | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(reader, range.startContainer, range.startOffset);
  const end = offsetOf(reader, range.endContainer, range.endOffset);
  if (start === null || end === null || start >= end) return null;
  return { span: [start, end], words: selection.toString() };
}

/** A passage shows its stretch of the text to the letter, so that places in it count on from its start. */
function offsetOf(reader: HTMLElement, node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const passage = element?.closest<HTMLElement>('[data-start]');
  if (!passage || !reader.contains(passage)) return null;
  const before = document.createRange();
  before.setStart(passage, 0);
  before.setEnd(node, offset);
  return Number(passage.dataset.start) + before.toString().length;
}
