// A worker thread that reads rows of a Parquet file, so that a damaged one can be given up.
import { type Answer, answer } from './answer.ts';
import { type Piece, readPiece } from './parquet-piece.ts';

export default function read(asked: { readonly path: string; readonly from: number }): Promise<Answer<Piece>> {
  return answer(() => readPiece(asked));
}
