// What the set-up scripts say to a person: progress on stderr, one clear line for a fault.
const REQUIRED = [20, 19];

/** Ends the process with one line on stderr. */
export function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** For a script that takes no options: tells what it does and ends where any is given, as by `-- --help`. */
export function takesNothing(help) {
  const [first] = process.argv.slice(2);
  if (first === undefined) return;
  process.stderr.write(`${help}\n`);
  process.exit(first === '--help' || first === '-h' ? 0 : 1);
}

export function say(message) {
  process.stderr.write(`${message}\n`);
}

/** Node before 20.19 lacks what the dependencies need; say so before anything else can break. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < REQUIRED[0] || (major === REQUIRED[0] && minor < REQUIRED[1])) {
    fail(
      `Rapporteur needs Node ${REQUIRED.join('.')} or newer; this is ${process.versions.node}. ` +
        'Install a current Node from nodejs.org or your package manager.',
    );
  }
}
