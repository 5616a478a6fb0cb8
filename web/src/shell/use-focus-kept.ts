// Who works by keyboard keeps a place on the page: where what was acted on is gone, the focus goes to what stood nearest.
import { useEffect } from 'react';
import { isTyped } from '../data/typing.ts';

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/** Neighbours on either side that are remembered. */
const NEIGHBOURS = 12;

/** Where one stood when a key was pressed. */
interface Place {
  readonly element: Element;
  readonly path: string;
  /** What it stands in, from the inside out. */
  readonly within: readonly Element[];
  /** What can be acted on beside it, the nearest first, what follows before what precedes. */
  readonly near: readonly HTMLElement[];
}

export function useFocusKept(): void {
  useEffect(() => {
    let place: Place | null = null;
    const look = () => {
      if (place === null || !isNowhere() || isUsable(place.element)) return;
      const lost = place;
      place = null;
      refugeOf(lost)?.focus();
    };
    // What is disabled loses the focus only with the next frame.
    const observer = new MutationObserver(() => {
      look();
      requestAnimationFrame(look);
    });
    let byKeyboard = false;
    const remember = () => {
      if (byKeyboard && !isNowhere()) place = placeOf(document.activeElement as Element);
    };
    const press = (event: KeyboardEvent) => {
      if (event.key.length === 1 && event.key !== ' ' && isTyped(event)) return;
      if (!byKeyboard) {
        byKeyboard = true;
        observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden'] });
      }
      remember();
    };
    // What is clicked leaves the focus to the browser.
    const point = () => {
      byKeyboard = false;
      place = null;
      observer.disconnect();
    };
    const listeners = [
      ['keydown', press],
      ['focusin', remember],
      ['pointerdown', point],
    ] as const;
    for (const [type, listener] of listeners) addEventListener(type, listener as EventListener, { capture: true });
    return () => {
      point();
      for (const [type, listener] of listeners) removeEventListener(type, listener as EventListener, { capture: true });
    };
  }, []);
}

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;

const isUsable = (element: Element): boolean =>
  element.isConnected && !element.matches(':disabled') && element.checkVisibility();

const contentOf = (): HTMLElement | null => document.querySelector('main');

function placeOf(element: Element): Place {
  const within: Element[] = [];
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) within.push(at);
  const [after, before] = [neighbours(element, 'nextNode'), neighbours(element, 'previousNode')];
  return { element, path: location.pathname, within, near: [...after, ...before] };
}

function neighbours(element: Element, step: 'nextNode' | 'previousNode'): readonly HTMLElement[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
  walker.currentNode = element;
  const found: HTMLElement[] = [];
  while (found.length < NEIGHBOURS) {
    const next = walker[step]() as HTMLElement | null;
    if (next === null) break;
    if (next.matches(FOCUSABLE)) found.push(next);
  }
  return found;
}

/** On another page its content; else what stood nearest in the innermost part of the page that is left. */
function refugeOf({ path, within, near }: Place): HTMLElement | null {
  const content = contentOf();
  if (path !== location.pathname) return content;
  for (const part of within) {
    if (!part.isConnected) continue;
    if (part === content || part.contains(content)) break;
    const inPart =
      near.find((element) => part.contains(element) && isUsable(element)) ??
      [...part.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isUsable);
    if (inPart) return inPart;
  }
  return near.find((element) => content?.contains(element) && isUsable(element)) ?? content;
}
