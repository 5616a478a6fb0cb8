// A reader with one thread, or with two, of which the other does batches of the networks.
import { createReader, type Reader, readerOver } from '../reader.ts';

export type ReaderThreads = 1 | 2;

export interface OpenReader {
  readonly reader: Reader;
  close(): Promise<void>;
}

/** @throws Fault as `createReader` does */
export async function openReader(threads: ReaderThreads, lexicon: readonly string[]): Promise<OpenReader> {
  if (threads === 1) return { reader: await createReader({ lexicon }), close: async () => undefined };
  const { openSharedNetworks } = await import('./networks/shared-networks.ts');
  const networks = await openSharedNetworks();
  try {
    return { reader: await readerOver(networks, lexicon), close: () => networks.close() };
  } catch (error) {
    await networks.close();
    throw error;
  }
}
