// Work that either of two threads can do: all of it is sent to the other, and this one helps when it has nothing else to do.
import { type Claim, take, unclaimed } from './claim.ts';

/**
 * Does one piece of work here or there, whoever claims it first. What fails there is done here, so that all goes on when the
 * other thread is gone.
 * @param there gives null where the claim was taken
 * @throws what `here` throws
 */
export type Share = <Result extends object>(
  here: () => Promise<Result>,
  there: (claim: Claim) => Promise<Result | null>,
) => Promise<Result>;

interface Piece {
  readonly claim: Claim;
  readonly doHere: () => Promise<void>;
}

export function createShare(): Share {
  /** In the order in which they came, which is that in which the other thread does them: the first to come is wanted first. */
  const pieces = new Set<Piece>();
  let isBusy = false;

  const help = async () => {
    if (isBusy) return;
    for (const piece of pieces) {
      pieces.delete(piece);
      if (!take(piece.claim)) continue;
      isBusy = true;
      await piece.doHere();
      isBusy = false;
      break;
    }
    helpLater();
  };
  // Behind all that has come in meanwhile: only when nothing of that is left to do, is there time to help.
  const helpLater = () => {
    if (pieces.size && !isBusy) setImmediate(help);
  };

  return <Result extends object>(here: () => Promise<Result>, there: (claim: Claim) => Promise<Result | null>) =>
    new Promise<Result>((done, failed) => {
      let isHere = false;
      const piece = {
        claim: unclaimed(),
        doHere: async () => {
          isHere = true;
          await here().then(done, failed);
        },
      };
      pieces.add(piece);
      there(piece.claim)
        .then(
          (result) => result && done(result),
          () => (isHere ? undefined : piece.doHere()),
        )
        .finally(() => pieces.delete(piece));
      helpLater();
    });
}
