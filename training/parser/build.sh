#!/bin/sh
# From the data folder to shipped weights; see README.md. Usage: sh build.sh DATA WORK OUT [MEASURE]
set -e
data=$1 work=$2 out=$3
here=$(dirname "$0")
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
measure=${4:+--measure $4}
python=${PYTHON:-/usr/bin/python3}

node "$here/gazetteer.mjs" "$data" "$data/gazetteer.json"
"$python" "$here/train.py" --data "$data" --out "$work/parser" --minutes 85 --seed 1 $measure
"$python" "$here/export.py" --data "$data" --model "$work/parser" --out "$out"
cp "$work/parser/training.log" "$out/training.log"
