// `rapporteur review`: decisions about the record, and what comes of them.
import { Command } from 'commander';
import { EXIT_HELP } from '../exit.ts';
import { exportJournalCommand, importJournalCommand } from '../review/carry.ts';
import {
  acceptCommand,
  addCommand,
  correctCommand,
  mergeCommand,
  noteCommand,
  rejectCommand,
  splitCommand,
  undoCommand,
} from '../review/decide.ts';
import { agreementCommand, historyCommand, orphansCommand, queueCommand, showCommand } from '../review/look.ts';
import { putBackCommand, takenOutCommand, takeOutCommand } from '../review/take-out.ts';

export const reviewCommand = new Command('review')
  .summary('accept, correct, reject, add, merge and split; take documents out; undo; who agrees')
  .description(
    'Decisions about what was read. Each goes into a journal that is only added to, with who and when; it shows in every\n' +
      'view at once, can be taken back, and holds when documents are read again by a better version.',
  )
  .addHelpText(
    'after',
    `
Examples:
  $ rapporteur review queue --kind event -n 10
  $ rapporteur review show v0123456789abcdef
  $ rapporteur review accept v0123456789abcdef
  $ rapporteur review correct v0123456789abcdef 'actor=Norway;Sweden' time=2013-10
  $ rapporteur review undo
  $ rapporteur review agreement
${EXIT_HELP}`,
  );

for (const command of [
  queueCommand,
  showCommand,
  acceptCommand,
  rejectCommand,
  correctCommand,
  addCommand,
  mergeCommand,
  splitCommand,
  noteCommand,
  takeOutCommand,
  putBackCommand,
  takenOutCommand,
  undoCommand,
  historyCommand,
  agreementCommand,
  orphansCommand,
  exportJournalCommand,
  importJournalCommand,
]) {
  reviewCommand.addCommand(command);
}
