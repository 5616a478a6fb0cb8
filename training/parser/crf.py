"""A linear-chain CRF over name labels (Lafferty et al. 2001) that learns from partly labelled sentences too."""
import numpy as np
import torch

NEVER = -1e4

TYPES = ('PER', 'ORG', 'LOC')
# BIOES: begin, inside, end of a longer name, single-word name.
LABELS = ['O'] + [f'{place}-{kind}' for kind in TYPES for place in 'BIES']


def allowed(before, after):
    """Whether label `after` may follow `before`."""
    inside = before[0] in 'BI'
    if inside:
        return after[0] in 'IE' and after[2:] == before[2:]
    return after[0] in 'OBS'


def allowed_matrix():
    return torch.tensor([[allowed(a, b) for b in LABELS] for a in LABELS])


def to_bioes(names):
    """`O`, `B-PER`, `I-PER` (None unknown) as indices into LABELS, -1 for unknown; `O` where a label breaks off oddly."""
    out = []
    for at, name in enumerate(names):
        if name is None:
            out.append(-1)
        elif name == 'O':
            out.append(0)
        else:
            goes_on = at + 1 < len(names) and names[at + 1] == 'I-' + name[2:]
            place = ('B' if goes_on else 'S') if name[0] == 'B' else ('I' if goes_on else 'E')
            out.append(LABELS.index(f'{place}-{name[2:]}'))
    return out


def log_partition(scores, transitions, lengths):
    """Log of the summed weight of all label sequences; scores [batch, time, label]."""
    first = torch.tensor([0.0 if label[0] in 'OBS' else NEVER for label in LABELS])
    last = torch.tensor([0.0 if label[0] in 'OES' else NEVER for label in LABELS])
    state = scores[:, 0] + first
    states = [state]
    for at in range(1, scores.shape[1]):
        state = torch.logsumexp(state.unsqueeze(2) + transitions, 1) + scores[:, at]
        states.append(state)
    ends = torch.stack(states, 1)[torch.arange(len(lengths)), lengths - 1]
    return torch.logsumexp(ends + last, 1)


def loss(scores, transitions, lengths, gold):
    """Negative log likelihood a word. Gold -1 leaves the label open: the sum over what is allowed there counts."""
    hit = torch.nn.functional.one_hot(gold.clamp(min=0), scores.shape[-1]).bool() | (gold < 0).unsqueeze(-1)
    constrained = scores.masked_fill(~hit, NEVER)
    together = log_partition(torch.cat([scores, constrained]), transitions, torch.cat([lengths, lengths]))
    half = len(lengths)
    return (together[:half] - together[half:]).clamp(max=500).sum() / lengths.sum()


def decode(scores, transitions):
    """The best label sequence (indices) of one sentence; scores and transitions are numpy arrays."""
    first = np.array([0.0 if label[0] in 'OBS' else NEVER for label in LABELS])
    last = np.array([0.0 if label[0] in 'OES' else NEVER for label in LABELS])
    state, back = scores[0] + first, []
    for at in range(1, len(scores)):
        options = state[:, None] + transitions
        back.append(options.argmax(0))
        state = options.max(0) + scores[at]
    path = [int((state + last).argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def marginals(scores, transitions):
    """Probability of each label at each word of one sentence (numpy, forward-backward in log space)."""
    def log_sum(values, axis):
        top = values.max(axis, keepdims=True)
        return np.log(np.exp(values - top).sum(axis)) + top.squeeze(axis)

    first = np.array([0.0 if label[0] in 'OBS' else NEVER for label in LABELS])
    last = np.array([0.0 if label[0] in 'OES' else NEVER for label in LABELS])
    forward, backward = [scores[0] + first], [last]
    for at in range(1, len(scores)):
        forward.append(log_sum(forward[-1][:, None] + transitions, 0) + scores[at])
        backward.append(log_sum(transitions + (scores[-at] + backward[-1])[None], 1))
    total = np.stack(forward) + np.stack(backward[::-1])
    return np.exp(total - log_sum(total, 1)[:, None])


def spans(path):
    """(start, end, type) of the names in a label sequence; end is exclusive."""
    found, start = [], 0
    for at, label in enumerate(path):
        name = LABELS[label]
        if name[0] in 'BS':
            start = at
        if name[0] in 'ES':
            found.append((start, at + 1, name[2:]))
    return found
