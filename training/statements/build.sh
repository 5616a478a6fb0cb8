#!/bin/sh
# Makes models/statements anew: analyse, prepare, train, link, export. Usage: sh training/statements/build.sh POLNEAR WORK
# POLNEAR holds docs-train.jsonl and gold-train.jsonl to learn from, docs.jsonl and gold.jsonl to report on (README.md).
# The program must be built (dist/) and models/parser in place. About 40 minutes on one core.
set -eu
polnear=$1
work=$2
here=$(dirname "$0")
python=${PYTHON:-python3}
export OMP_NUM_THREADS=1
mkdir -p "$work"
node "$here/analyse.mjs" --docs "$polnear/docs-train.jsonl" --out "$work/train.jsonl"
node "$here/analyse.mjs" --docs "$polnear/docs.jsonl" --out "$work/dev.jsonl"
node --max-old-space-size=6000 "$here/prepare.mjs" --analysed "$work/train.jsonl" --gold "$polnear/gold-train.jsonl" \
  --out "$work/train"
node "$here/prepare.mjs" --analysed "$work/dev.jsonl" --gold "$polnear/gold.jsonl" --out "$work/dev" \
  --cues "$work/train/cues.json"
$python "$here/train.py" --data "$work/train" --test "$work/dev" --out "$work/model.pt" | tee "$work/training.log"
node --max-old-space-size=4000 "$here/pairs.mjs" --analysed "$work/train.jsonl" --gold "$polnear/gold-train.jsonl" \
  --out "$work/pairs.json"
$python "$here/link.py" --pairs "$work/pairs.json" --out "$work/link.json"
$python "$here/export.py" --model "$work/model.pt" --cues "$work/train/cues.json" --link "$work/link.json" \
  --out "$here/../../models/statements"
