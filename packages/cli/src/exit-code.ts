/** How a run of `assess` ended, for scripts. Part of the public interface: a value never changes its meaning. */
export const exitCodes = {
  /** Done, nothing to report. */
  clean: 0,
  /** Done, and something was found: errors in a policy, records that were refused, files that are not formatted. */
  findings: 1,
  /** Wrong use, or an input that cannot be read or an output that cannot be written. */
  usage: 2,
  /** A bug of ours (EX_SOFTWARE of sysexits.h). */
  bug: 70,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
