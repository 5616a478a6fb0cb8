// Options about where documents come from and what is given with them, shared by `intake`, `read` and `watch`.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { createFetcher } from '../intake/address/fetcher.ts';
import type { Given } from '../intake/given/given.ts';
import type { InputOptions } from '../intake/inputs.ts';
import { type Columns, parseColumns } from '../intake/readers/table-columns.ts';
import { reasonOf } from '../model/fault.ts';
import { dateOption } from './options.ts';

export interface IntakeOptions extends Pick<Given, 'title' | 'published' | 'publisher' | 'author' | 'language'> {
  readonly columns?: Columns;
  readonly allowPrivate: boolean;
  readonly follow: boolean;
}

/** Adds the options to a command. */
export function withIntakeOptions(command: Command): Command {
  return command
    .addOption(new Option('--columns <pairs>', 'names of columns, as text=body,date=pub_date').argParser(columnsOption))
    .option('--title <title>', 'the title of all documents')
    .addOption(new Option('--published <date>', 'the date of all documents').argParser(dateOption))
    .option('--publisher <name>', 'the publisher of all documents')
    .option('--author <name>', 'the author of all documents')
    .addOption(new Option('--language <code>', 'the language of all documents: en, ru …').argParser(languageOption))
    .option('--follow', 'of feeds fetch the pages that the entries point to', false)
    .option('--allow-private', 'fetch from private and loopback addresses, too', false);
}

/** What a help text says of files, addresses and sidecars. */
export const INTAKE_HELP = `
Files are known by what is in them, whatever their names: text, Markdown, HTML,
PDF, Word, RSS and Atom, JSON, JSON Lines, CSV, web archives (WARC, WACZ), zip
and gzip. Addresses begin with http:// or https://; the site's robots.txt is
heeded. What a file does not say of itself can stand beside it:
talks.pdf.meta.json with {"published": "2013-10-23", "publisher": "The Courier"};
options go before it.`;

/** The part of the inputs' options that the command line decides. */
export function inputOptions(options: IntakeOptions, signal?: AbortSignal): InputOptions {
  const { title, published, publisher, author, language, columns = {}, allowPrivate, follow } = options;
  const fields = Object.entries({ title, published, publisher, author, language });
  const given = Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as Given;
  const stop = signal ? { signal } : {};
  return { given, columns, follow, fetcher: createFetcher({ allowPrivate, ...stop }), ...stop };
}

function columnsOption(value: string): Columns {
  try {
    return parseColumns(value);
  } catch (error) {
    throw new InvalidArgumentError(reasonOf(error));
  }
}

function languageOption(value: string): string {
  if (!/^[a-z]{2}$/.test(value)) throw new InvalidArgumentError('It takes two letters, as en or ru.');
  return value;
}
