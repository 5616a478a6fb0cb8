"""Averages the weights of two runs, the second of which went on from the first (Wortsman et al. 2022): what each learned too
closely evens out. Usage: average.py FIRST SECOND SHARE OUT, with the second's share."""
import os
import sys

import torch

first, second = (torch.load(os.path.join(folder, 'model.pt')) for folder in sys.argv[1:3])
share = float(sys.argv[3])
for part in ('embedder', 'parser'):
    for name, weights in second[part].items():
        if weights.is_floating_point():
            second[part][name] = first[part][name] * (1 - share) + weights * share
os.makedirs(sys.argv[4], exist_ok=True)
torch.save(second, os.path.join(sys.argv[4], 'model.pt'))
