// Where links lead after a move: hundreds of them are written anew at once, when what one waits for has been asked for and drawn.
import { type Address, addressNow, watchAddress } from '../data/address.ts';
import { afterPaint } from '../data/after-paint.ts';

const links = new Map<HTMLAnchorElement, (address: Address) => string>();
let isWatching = false;
let isDue = false;

/** Writes a link's address anew after each move, until the function that it returns is called. */
export function keepWritten(link: HTMLAnchorElement, hrefFrom: (address: Address) => string): () => void {
  links.set(link, hrefFrom);
  if (!isWatching) {
    isWatching = true;
    watchAddress(writeSoon);
  }
  return () => {
    if (links.get(link) === hrefFrom) links.delete(link);
  };
}

function writeSoon(): void {
  if (isDue) return;
  isDue = true;
  afterPaint(write);
}

function write(): void {
  isDue = false;
  const address = addressNow();
  for (const [link, hrefFrom] of links) {
    const href = hrefFrom(address);
    if (link.getAttribute('href') !== href) link.setAttribute('href', href);
  }
}
