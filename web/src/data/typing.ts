// Keys that stand for something on a page are letters where one writes.

const WRITING =
  'input:not([type=checkbox], [type=radio], [type=file]), textarea, select, [contenteditable], [role=listbox]';

/** Whether the key goes into a field: then it is none of the page's. A box that one ticks takes no letters. */
export function isTyped(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLElement && event.target.closest(WRITING) !== null;
}
