#!/bin/sh
# From the data folder to shipped weights; see ../README.md. Usage: sh build.sh DATA WORK OUT [MEASURE]
set -e
data=$1 work=$2 out=$3
here=$(dirname "$0")
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
measure=${4:+--measure $4}
python=${PYTHON:-/usr/bin/python3}

node "$here/gazetteer.mjs" "$data" "$data/gazetteer.json"
"$python" "$here/train.py" --data "$data" --out "$work/first" --minutes 42 --seed 1 $measure
"$python" "$here/silver.py" --data "$data" --model "$work/first" --out "$work/silver.jsonl"
"$python" "$here/train.py" --data "$data" --out "$work/second" --minutes 44 --seed 2 --rate 1.5e-3 \
  --start "$work/first" --extra "$work/silver.jsonl" $measure
"$python" "$here/export.py" --data "$data" --model "$work/second" --out "$out"
cp "$work/second/training.log" "$out/training.log"
