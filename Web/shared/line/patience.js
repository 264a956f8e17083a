// Knows how long a connection waits for what, and how often it asks.

// Together with the silence that follows, a dead socket is found out within 15 s where somebody looks at the page.
export const PING_MILLISECONDS = 8_000;
export const SILENCE_MILLISECONDS = 6_000;
export const HIDDEN_PING_MILLISECONDS = 20_000;
// On a line each ping is a request, and the line finds out by itself that it is dead: only the clock needs it.
export const LINE_PING_MILLISECONDS = 300_000;
export const QUICK_PINGS = 4;
export const QUICK_PING_MILLISECONDS = 400;
export const OPENING_MILLISECONDS = 12_000;
export const WELCOME_MILLISECONDS = 8_000;
export const FIRST_DELAY_MILLISECONDS = 500;
export const LONGEST_DELAY_MILLISECONDS = 15_000;
export const TOO_FAST_DELAY_MILLISECONDS = 10_000;
// After waking: whatever was silent for so long is over; for the rest an answer must come quickly.
export const SLEPT_MILLISECONDS = 75_000;
export const WAKE_MILLISECONDS = 1_000;
export const LINE_WAKE_MILLISECONDS = 3_000;
// The browser says that the network has gone; it may be another one by now.
export const GONE_MILLISECONDS = 1_500;
export const WAKE_UPGRADE_MILLISECONDS = 5_000;
export const UPGRADE_OPENING_MILLISECONDS = 8_000;
