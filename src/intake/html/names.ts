// What page makers call the parts of a page that are not the article.
import type { Element } from './tree.ts';

/** Elements and roles that HTML itself sets apart. */
const TAGS = new Set(['nav', 'footer', 'aside', 'figure', 'figcaption', 'menu', 'table-of-contents']);
const ROLES =
  /(?:^|\s)(?:navigation|complementary|banner|contentinfo|search|dialog|alert|menu|menubar|toolbar)(?:\s|$)/;

const ASIDE =
  /(?:^|[\s_-])(?:related|recommend(?:ed|ations?)?|sidebar|side-bar|promo(?:tion|s)?|teasers?|newsletters?|subscri(?:be|ption)|sign-?up|comments?(?:-?(?:list|section|area|wrapper|container|form))?|commentlist|disqus|respond|footer|foot|breadcrumbs?|nav|navbar|navigation|menu|share|sharing|sharedaddy|social|addthis|tags?|tag-list|taglist|cookies?|consent|gdpr|banner|advert(?:isement)?s?|ads?|ad-slot|sponsor(?:ed)?|outbrain|taboola|popular|trending|most-?(?:read|popular|viewed)|more-(?:stories|news|from|on)|read-?(?:more|next|also)|also-read|widget|paywall|pagination|pager|print|toolbar|modal|popup|overlay|skip-link|author-?(?:bio|box|info|card|details)|about-author|bio|byline|dateline|meta|post-?meta|entry-?meta|article-?meta|timestamp|caption|wp-caption(?:-text)?|credits?|copyright|disclaimer|correction|lightbox|gallery|slideshow|carousel|jp-relatedposts|see-also|hidden|visually-?hidden|sr-only|screen-reader(?:-text)?|toc|poll|quiz|download|donate|donation|login|register)(?:$|[\s_-])/;

/** Names that keep an element although another of its names is on the list above. */
const ARTICLE =
  /(?:^|[\s_-])(?:article-?body|articlebody|story-?body|entry-content|post-content|article-content|main-content|body-content|content-body|twitter-tweet|(?:social-)?(?:media-)?embed)(?:$|[\s_-])/;

/** Headings and labels, in the languages of many sites, below which nothing is the article's. */
const END =
  /^(?:\d+ )?(?:comments?|responses?|replies|kommentare|commentaires|comentarios|комментарии|thoughts on\b.*|leave a (?:reply|comment)|post a comment|join the (?:conversation|discussion)|about the authors?|über den autor|share this:?|filed under\b.*|tags:?|popular posts|most popular(?: today)?|most read|social plugin|related posts|you (?:may|might) (?:also )?like(?: these posts)?|more (?:from|in|on) .{3,40}|weitere beiträge.{0,30}|recommended(?: for you)?)\s*(?:\(\d+\))?:?$/i;

/** Labels of links to other articles in the middle of this one. */
const OTHERS =
  /^(?:related(?: (?:articles|stories|posts|content|topics|links|news))?|read (?:more|also|next|on)|see (?:also|more)|more(?: stories)?|don['’]t miss|most read|most popular|trending(?: now)?|recommended|you (?:may|might) also like|in case you missed it|latest(?: news| stories)?|top stories(?: in \w+)?|highlights)\s*:?$/i;

/** Whether a block is the label of what comes after the article. */
export const endsArticle = (text: string): boolean => text.length <= 80 && END.test(text);

/** Whether a block is the label of links to other articles. */
export const listsOthers = (text: string): boolean => text.length <= 60 && OTHERS.test(text);

/** Whether HTML sets the element apart from the article. */
export function isApart(element: Element): boolean {
  return TAGS.has(element.tag) || ROLES.test(element.names);
}

/** Whether the page's maker names the element as the article's own text. */
export function isArticleBody(element: Element): boolean {
  return ARTICLE.test(element.names);
}

/** Whether the page's maker names the element as something beside the article. Articles carry their own tags as names. */
export function isAside({ tag, names }: Element): boolean {
  if (names === '' || tag === 'body' || tag === 'article' || tag === 'main') return false;
  return ASIDE.test(names) && !ARTICLE.test(names);
}
