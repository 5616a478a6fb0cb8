// Makes archives for tests, also ones that no honest program would write.
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** What the archive says of the part's size, where that is a lie. */
  readonly declared?: number;
}

/** A zip archive with these parts, each deflated. */
export function makeZip(parts: readonly ZipPart[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declared } of parts) {
    const bytes = Buffer.from(content as Uint8Array);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declared ?? bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), common, tail, Buffer.from(name));
    const file = [Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed];
    files.push(...file);
    offset += file.reduce((sum, { length }) => sum + length, 0);
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, list, Buffer.from('PK\x05\x06'), end]);
}

/** A zip archive whose one part unfolds to so many equal letters. */
export const zipBomb = (name: string, size: number): Uint8Array =>
  makeZip([{ name, content: Buffer.alloc(size, 'a') }]);

export interface Capture {
  readonly address: string;
  readonly type: string;
  readonly body: Uint8Array | string;
  readonly status?: number;
  readonly warcType?: string;
}

/** A web archive with these captures, each a gzip member of its own where asked. */
export function makeWarc(captures: readonly Capture[], gzip = false): Uint8Array {
  return Buffer.concat(
    captures.map(({ address, type, body, status = 200, warcType = 'response' }) => {
      const http = Buffer.concat([
        Buffer.from(`HTTP/1.1 ${status} X\r\nContent-Type: ${type}\r\n\r\n`),
        Buffer.from(body as Uint8Array),
      ]);
      const head = [
        'WARC/1.1',
        `WARC-Type: ${warcType}`,
        `WARC-Target-URI: ${address}`,
        'WARC-Date: 2020-01-02T03:04:05Z',
        'WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>',
        'Content-Type: application/http; msgtype=response',
        `Content-Length: ${http.length}`,
      ].join('\r\n');
      const record = Buffer.concat([Buffer.from(`${head}\r\n\r\n`), http, Buffer.from('\r\n\r\n')]);
      return gzip ? gzipSync(record) : record;
    }),
  );
}
