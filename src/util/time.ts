/** Answers the offset from UTC, in minutes, that a zoneless wall-clock time has. */
export type Zone = (wallClockMs: number) => number;
