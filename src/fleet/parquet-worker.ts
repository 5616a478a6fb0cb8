// A worker thread that reads rows of a Parquet file, so that a damaged one can be given up.
import { type Answer, answer } from '../intake/apart/answer.ts';
import { type Asked, type Piece, readPiece } from './parquet-piece.ts';

export default function read(asked: Asked): Promise<Answer<Piece>> {
  return answer(() => readPiece(asked));
}
