"""Learns the linker's weights: for each content its cue, for each cue its source or none, by a softmax over candidates.

usage: python3 link.py --pairs FILE.json --out FILE.json [--test FILE.json]
"""
import argparse
import json

import torch


def padded(choices):
    width, size = max(len(c["of"]) for c in choices), len(choices[0]["of"][0])
    features, mask = torch.zeros(len(choices), width, size), torch.full((len(choices), width), -1e9)
    for i, choice in enumerate(choices):
        features[i, : len(choice["of"])] = torch.tensor(choice["of"], dtype=torch.float)
        mask[i, : len(choice["of"])] = 0
    return features, mask, torch.tensor([c["right"] for c in choices])


def learn(choices, steps=600):
    features, mask, right = padded(choices)
    weights = torch.zeros(features.shape[-1], requires_grad=True)
    optimiser = torch.optim.Adam([weights], lr=0.05)
    for _ in range(steps):
        optimiser.zero_grad()
        loss = torch.nn.functional.cross_entropy(features @ weights + mask, right) + 1e-4 * weights.square().sum()
        loss.backward()
        optimiser.step()
    return weights.detach()


def accuracy(choices, weights):
    features, mask, right = padded(choices)
    return float(((features @ weights + mask).argmax(1) == right).float().mean())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pairs", required=True)
    parser.add_argument("--test")
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    pairs = json.load(open(args.pairs))
    found = {}
    for role in ("content", "source"):
        weights = learn(pairs[role])
        found[role] = [round(float(w), 3) for w in weights]
        print(role, "right on training", round(accuracy(pairs[role], weights), 4), found[role])
        if args.test:
            print(role, "right on test", round(accuracy(json.load(open(args.test))[role], weights), 4))
    json.dump(found, open(args.out, "w"))


if __name__ == "__main__":
    main()
