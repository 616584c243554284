/** Above this, the number of keys must be typed before they are deleted. */
export const TYPE_COUNT_ABOVE = 100;

/** True for `count` in digits, with or without separators between thousands: `1,234`, `1 234`. */
export const isTypedCount = (text: string, count: number): boolean =>
  /^\d+([.,'’\s]\d{3})*$/.test(text.trim()) && Number(text.replace(/\D/g, '')) === count;
