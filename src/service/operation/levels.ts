// How much the log tells: each request, what was refused or failed, what failed, nothing.

export const LOG_LEVELS = ['info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
