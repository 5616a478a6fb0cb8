"""The statement tagger: summed hashed features and frozen word vectors, BiLSTM layers, a linear-chain CRF."""
import torch
import torch.nn as nn

ROLES = ["source", "cue", "content"]
LABELS = ["O"] + [f"{bio}-{role}" for role in ROLES for bio in "BI"]
VECTOR = 100
WORD_FEATURES = 6
FORBIDDEN = -1e4


def allowed(before, after):
    """Whether label `after` may follow label `before` (None: the start): an inside label continues its own role."""
    if not LABELS[after].startswith("I-"):
        return True
    return before is not None and LABELS[before][2:] == LABELS[after][2:]


class Tagger(nn.Module):
    def __init__(self, rows, width=64, hidden=160, layers=2, dropout=0.4):
        super().__init__()
        self.table = nn.Embedding(rows, width)
        nn.init.normal_(self.table.weight, 0, 0.1)
        size = [VECTOR + width] + [2 * hidden] * (layers - 1)
        self.layers = nn.ModuleList(nn.LSTM(i, hidden, batch_first=True, bidirectional=True) for i in size)
        self.score = nn.Linear(2 * hidden, len(LABELS))
        self.drop_input, self.drop = nn.Dropout(dropout * 0.5), nn.Dropout(dropout)
        self.transitions = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.start = nn.Parameter(torch.zeros(len(LABELS)))
        n = range(len(LABELS))
        self.register_buffer("mask", torch.tensor([[0.0 if allowed(a, b) else FORBIDDEN for b in n] for a in n]))
        self.register_buffer("mask_start", torch.tensor([0.0 if allowed(None, b) else FORBIDDEN for b in n]))

    def inputs(self, vectors, rows):
        """Word vectors beside the sum of the rows; in training rows are dropped, those of words more often."""
        summed = self.table(rows)
        if self.training:
            keep = torch.ones(rows.shape[-1])
            keep[:WORD_FEATURES], keep[WORD_FEATURES:] = 0.8, 0.95
            summed = summed * torch.bernoulli(keep.expand(rows.shape)).unsqueeze(-1)
            vectors = vectors * torch.bernoulli(torch.full(vectors.shape[:-1], 0.9)).unsqueeze(-1)
        return torch.cat([vectors, summed.sum(-2)], -1)

    def forward(self, vectors, rows, lengths):
        x = self.drop_input(self.inputs(vectors, rows))
        for depth, layer in enumerate(self.layers):
            if depth:
                x = self.drop(x)
            packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
            x, _ = nn.utils.rnn.pad_packed_sequence(layer(packed)[0], batch_first=True)
        return self.score(self.drop(x))

    def crf(self):
        return self.start + self.mask_start, self.transitions + self.mask

    def loss(self, scores, gold, lengths):
        """Negative log likelihood of the gold labels, summed over windows."""
        start, step = self.crf()
        B, N, _ = scores.shape
        alive = torch.arange(N).unsqueeze(0) < lengths.unsqueeze(1)
        alpha = start + scores[:, 0]
        for t in range(1, N):
            after = torch.logsumexp(alpha.unsqueeze(2) + step, 1) + scores[:, t]
            alpha = torch.where(alive[:, t].unsqueeze(1), after, alpha)
        emitted = scores.gather(2, gold.unsqueeze(2)).squeeze(2)
        moved = step[gold[:, :-1], gold[:, 1:]]
        path = start[gold[:, 0]] + (emitted * alive).sum(1) + (moved * alive[:, 1:]).sum(1)
        return (torch.logsumexp(alpha, 1) - path).sum()

    @torch.no_grad()
    def decode(self, scores, lengths):
        """The best label sequence of each window."""
        start, step = self.crf()
        B, N, _ = scores.shape
        best, back = start + scores[:, 0], []
        for t in range(1, N):
            value, source = (best.unsqueeze(2) + step).max(1)
            live = (t < lengths).unsqueeze(1)
            back.append(torch.where(live, source, torch.arange(len(LABELS)).expand(B, -1)))
            best = torch.where(live, value + scores[:, t], best)
        last = best.argmax(1)
        path = [last]
        for source in reversed(back):
            last = source.gather(1, last.unsqueeze(1)).squeeze(1)
            path.append(last)
        path = torch.stack(path[::-1], 1)
        return [path[b, : lengths[b]].tolist() for b in range(B)]
