// Reads the linked data (JSON-LD, schema.org) that pages carry for search engines.

export interface LinkedData {
  readonly title?: string | undefined;
  readonly published?: string | undefined;
  readonly publisher?: string | undefined;
  readonly author?: string | undefined;
}

const ARTICLE = /(?:Article|BlogPosting|Report|Interview|Review|LiveBlogPosting)$/;

/** What the page's first article says of itself; an empty object where no script holds one. Never throws. */
export function readLinkedData(scripts: readonly string[]): LinkedData {
  for (const script of scripts) {
    const article = findArticle(parse(script));
    if (!article) continue;
    return {
      title: text(article.headline),
      published: text(article.datePublished),
      publisher: names(article.publisher)[0],
      author: names(article.author).join(', ') || undefined,
    };
  }
  return {};
}

type Json = Readonly<Record<string, unknown>>;

function parse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
}

/** The first object of an article's type in a value, its lists and graphs, to a small depth. */
function findArticle(value: unknown, depth = 0): Json | null {
  if (typeof value !== 'object' || value === null || depth > 4) return null;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 50)) {
      const found = findArticle(item, depth + 1);
      if (found) return found;
    }
    return null;
  }
  const object = value as Json;
  const types: readonly unknown[] = Array.isArray(object['@type']) ? object['@type'] : [object['@type']];
  if (types.some((type) => typeof type === 'string' && ARTICLE.test(type))) return object;
  return findArticle(object['@graph'], depth + 1) ?? findArticle(object.mainEntity, depth + 1);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.replace(/\s+/g, ' ').trim() : undefined;
}

function names(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value.slice(0, 10) : [value];
  return list.flatMap((item) => {
    const name = typeof item === 'object' && item !== null ? text((item as Json).name) : text(item);
    return name && !/^https?:/i.test(name) ? [name] : [];
  });
}
