// `rapporteur access`: who may log in to a service that others share, and what they may do there.
import { Command, Option } from 'commander';
import { ROLES, type Role } from '../../service/access/roles.ts';
import { withExamples } from '../examples.ts';
import { EXIT, EXIT_HELP } from '../exit.ts';

const fileOption = () => new Option('--access <file>', 'the file that "serve --access" takes').default('access.json');

export const accessCommand = new Command('access')
  .summary('who may log in to a shared service')
  .description(
    'Keeps the list of those who may log in to "serve --access FILE". Each has a token that is shown once, and a role:\n' +
      'read looks at the record, review decides about its items, administer adds documents as well.',
  )
  .addHelpText(
    'after',
    `
Examples:
  $ rapporteur access add Ada --role review
  $ rapporteur access list
  $ rapporteur access remove Ada
${EXIT_HELP}`,
  );

withExamples(accessCommand.command('add <name>'), 'access add Ada --role review')
  .summary('adds somebody, or gives a new token and role; prints the token')
  .description('Adds somebody, or gives a new token and role; prints the token.')
  .addOption(new Option('--role <role>', 'what they may do').choices(ROLES).default('read'))
  .addOption(fileOption())
  .action(async (name: string, { role, access }: { readonly role: Role; readonly access: string }) => {
    const { addUser } = await import('../../service/access/tokens.ts');
    const token = await addUser(access, { name, role });
    process.stdout.write(`${token}\n`);
    process.stderr.write(
      `${name} may ${role}. The token above is shown only now; a running service must be restarted.\n`,
    );
  });

withExamples(accessCommand.command('list'), 'access list')
  .summary('who may log in')
  .description('Lists who may log in, and what they may do.')
  .addOption(fileOption())
  .action(async ({ access }: { readonly access: string }) => {
    const { readUsers } = await import('../../service/access/tokens.ts');
    for (const { name, role } of (await readUsers(access)).values())
      process.stdout.write(`${role.padEnd(12)}${name}\n`);
  });

withExamples(accessCommand.command('remove <name>'), 'access remove Ada')
  .summary('takes somebody out')
  .description('Takes somebody out of the list.')
  .addOption(fileOption())
  .action(async (name: string, { access }: { readonly access: string }) => {
    const { removeUser } = await import('../../service/access/tokens.ts');
    if (await removeUser(access, name)) return;
    process.stderr.write(`There is nobody called "${name}" in ${access}.\n`);
    process.exitCode = EXIT.fault;
  });
