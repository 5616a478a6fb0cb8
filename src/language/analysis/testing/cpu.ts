// Processor time for tests with a limit: the wall clock says more about the machine's other work.

/** Milliseconds of processor time since a reading of `process.cpuUsage()`. */
export function cpuMilliseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}
