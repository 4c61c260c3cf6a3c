/** Files of this size and more are refused, in bytes; and texts of as many letters. Pages ask before reading. */
export const TOO_LARGE = 50 * 1024 * 1024;
