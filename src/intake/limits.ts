// How large, deep and swollen an input may be. What goes over a limit gives a fault that names it, and the run goes on.

const MIB = 1024 * 1024;

/** A file that has to stand in memory whole: a page, a PDF, a Word document, a feed, a text, a JSON document. In bytes. */
export const LARGEST_WHOLE = 64 * MIB;

/** One line of JSON Lines, one row of CSV, one record of a web archive, one entry of a zip archive. In bytes. */
export const LARGEST_PART = 32 * MIB;

/** What a compressed file may unfold to, as a multiple of its size; real archives stay below a hundred. */
export const LARGEST_EXPANSION = 200;

/** Below so many bytes unfolded no ratio is looked at: short files of one repeated line are no attack. */
export const EXPANSION_FROM = 32 * MIB;

/** Files in one archive. */
export const MOST_ENTRIES = 200_000;

/** Archives within archives. */
export const DEEPEST_ARCHIVE = 3;
