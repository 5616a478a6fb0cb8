// Finds the lines above a title that say what kind of paper it is or who issues it, and are not the title.
import { withoutMarkdown, wordsOf } from './words.ts';

const GENRE =
  /^(?:(?:press|media|news)\s+(?:statement|release|note|notice|briefing|conference|centre|center|room|communiqu[eé]|service|office)s?|(?:joint |official )?(?:statement|communiqu[eé])s?|transcripts?|remarks|speeches|speech|fact sheet|media note|news|news and events|world|world news|international|europe|asia|africa|americas|middle east|politics|opinion|analysis|commentary|comment|interview|interviews|features?|exclusive|editorial|briefing|report|documents?|events?|latest news)$/i;

const ISSUER =
  /^(?:the )?(?:federal |foreign |general |permanent |royal |state )?(?:ministry|department|office|embassy|consulate|mission|delegation|bureau|directorate|secretariat|chancellery|government|presidency|cabinet)(?: (?:of|for|to)\b.*)?$/i;

/** "Press Statement", "Transcript", "World": a kind of paper or a section of a site, alone on its line. */
export function isGenreLine(head: string): boolean {
  return GENRE.test(withoutMarkdown(head).replace(/\W+$/, ''));
}

/** "Ministry of Foreign Affairs", "Office of the Spokesperson": an institution alone on its line. */
export function isIssuerLine(head: string): boolean {
  const text = withoutMarkdown(head);
  const words = wordsOf(text);
  if (words.length < 2 || words.length > 9 || /[.!?:;]$/.test(text) || !ISSUER.test(text)) return false;
  return words.every((word) => /^\p{Lu}/u.test(word) || /^(?:of|the|for|to|and|in|de|la|des)$/.test(word));
}

/** "Image caption,", "Caption:" alone: the next line is a caption. */
export function announcesCaption(head: string): boolean {
  return /^(?:(?:image|media|photo|video|picture) )?caption\s*[,:]?$/i.test(head);
}

const RELATED =
  /^(?:related(?: (?:articles|stories|news|content|links|topics|tags|documents|posts))?|topics|tags|read (?:also|more|next)|see also|more on this (?:story|topic)|more (?:stories|news)|most (?:read|popular|viewed)|popular|trending|recommended(?: for you)?|you (?:may|might) (?:also like|(?:also )?be interested in)|don't miss|what to read next|(?:from )?around the web|latest (?:news|stories)|top stories|explore more|more to explore)\W*$/i;

/** "Related articles", "You may also be interested in:": a page lists other articles or topics below it. */
export function listsRelated(head: string): boolean {
  return head.length <= 60 && RELATED.test(withoutMarkdown(head));
}
