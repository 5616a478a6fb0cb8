"""The network: two BiLSTM layers over word features, linear taggers, biaffine trees (Dozat and Manning 2017), a CRF for names."""
import torch
import torch.nn as nn
import torch.nn.functional as F

import crf
from features import TABLE_ROWS
from gazetteer import COLUMNS

WORD_SIZE, HASH_SIZE = 64, 48
HASH_SCALE = 0.5
HIDDEN, LAYERS = 200, 2
ARC_SIZE, RELATION_SIZE, NAME_SIZE = 160, 64, 100
DROP_INPUT, DROP = 0.2, 0.33
DROP_WORD, DROP_GLOVE, DROP_LIST = 0.2, 0.1, 0.2
TAGGERS = ('upos', 'xpos', 'feats', 'lemma')


class Embedder(nn.Module):
    """Word features to one vector a word: GloVe (fixed), trained words, hashed suffixes, hashed prefixes and shape, lists."""

    def __init__(self, glove, word_count):
        super().__init__()
        self.register_buffer('glove', glove, persistent=False)
        self.words = nn.Embedding(word_count, WORD_SIZE)
        self.suffixes = nn.Embedding(TABLE_ROWS, HASH_SIZE)
        self.prefixes = nn.Embedding(TABLE_ROWS, HASH_SIZE)
        for table in (self.words, self.suffixes, self.prefixes):
            nn.init.normal_(table.weight, 0, 0.3)
        self.size = glove.shape[1] + WORD_SIZE + 2 * HASH_SIZE + len(COLUMNS)

    def forward(self, batch):
        glove, words, flags = batch['glove'], batch['word'], batch['flags']
        if self.training:
            glove = glove.masked_fill(torch.rand(glove.shape) < DROP_GLOVE, 0)
            words = words.masked_fill(torch.rand(words.shape) < DROP_WORD, 1)
            flags = flags * (torch.rand(flags.shape[:2]) >= DROP_LIST).unsqueeze(-1)
        rows = batch['rows']
        return torch.cat([
            self.glove[glove],
            self.words(words),
            self.suffixes(rows[..., :4]).sum(2) * HASH_SCALE,
            self.prefixes(rows[..., 4:]).sum(2) * HASH_SCALE,
            flags,
        ], -1)


class Parser(nn.Module):
    def __init__(self, input_size, sizes, transitions_allowed):
        super().__init__()
        self.sizes = sizes
        width = 2 * HIDDEN
        self.lstm = nn.ModuleList([
            nn.LSTM(input_size if k == 0 else width, HIDDEN, batch_first=True, bidirectional=True) for k in range(LAYERS)
        ])
        self.drop_input, self.drop = nn.Dropout(DROP_INPUT), nn.Dropout(DROP)
        self.tags = nn.Linear(width, sum(sizes[name] for name in TAGGERS))
        self.root = nn.Parameter(torch.randn(width) * 0.1)
        self.arc = nn.Linear(width, 2 * ARC_SIZE)
        self.arc_weight = nn.Parameter(nn.init.xavier_uniform_(torch.empty(ARC_SIZE, ARC_SIZE)))
        self.arc_bias = nn.Parameter(torch.zeros(ARC_SIZE))
        self.relation = nn.Linear(width, 2 * RELATION_SIZE)
        labels = sizes['deprel']
        self.rel_pair = nn.Linear(RELATION_SIZE, RELATION_SIZE * labels)
        self.rel_pair.weight.data.mul_(0.3)
        self.rel_word, self.rel_head = nn.Linear(RELATION_SIZE, labels), nn.Linear(RELATION_SIZE, labels)
        self.name_hidden = nn.Linear(width, NAME_SIZE)
        self.name_out = nn.Linear(NAME_SIZE, sizes['names'])
        self.transitions = nn.Parameter(torch.zeros(sizes['names'], sizes['names']))
        self.register_buffer('forbidden', torch.where(transitions_allowed, 0.0, crf.NEVER))

    def encode(self, x, lengths):
        x = self.drop_input(x)
        for k, layer in enumerate(self.lstm):
            packed = nn.utils.rnn.pack_padded_sequence(self.drop(x) if k else x, lengths, batch_first=True, enforce_sorted=False)
            x, _ = nn.utils.rnn.pad_packed_sequence(layer(packed)[0], batch_first=True)
        return self.drop(x)

    def tag_scores(self, hidden):
        return dict(zip(TAGGERS, self.tags(hidden).split([self.sizes[name] for name in TAGGERS], -1)))

    def name_scores(self, hidden):
        return self.name_out(self.drop(F.leaky_relu(self.name_hidden(hidden), 0.1)))

    def name_transitions(self):
        return self.transitions + self.forbidden

    def arcs(self, hidden, mask):
        """Scores [batch, word, head] with the root as head 0, and the views that `relations` needs."""
        root = self.root.view(1, 1, -1).expand(hidden.shape[0], 1, -1)
        rooted = torch.cat([root, hidden], 1)
        word, head = self.drop(F.leaky_relu(self.arc(rooted), 0.1)).split(ARC_SIZE, -1)
        scores = (word[:, 1:] @ self.arc_weight + self.arc_bias) @ head.transpose(1, 2)
        present = torch.cat([torch.ones_like(mask[:, :1]), mask], 1)
        scores = scores + (present - 1).unsqueeze(1) * 1e4
        word, head = self.drop(F.leaky_relu(self.relation(rooted), 0.1)).split(RELATION_SIZE, -1)
        return scores, word[:, 1:], head

    def relations(self, word, head, heads):
        """Scores of the labels for each word and its chosen head only."""
        chosen = torch.gather(head, 1, heads.unsqueeze(-1).expand(-1, -1, RELATION_SIZE))
        batch, size, _ = word.shape
        pair = self.rel_pair(word).view(batch, size, self.sizes['deprel'], RELATION_SIZE)
        return (pair @ chosen.unsqueeze(-1)).squeeze(-1) + self.rel_word(word) + self.rel_head(chosen)
