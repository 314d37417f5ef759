/** Round numbers that cover a range, at most about {@code count} of them. */
export function ticks(min: number, max: number, count: number): number[] {
  const span = max - min;
  if (!(span > 0)) {
    return [min];
  }
  const rough = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const first = Math.ceil(min / step) * step;
  return Array.from({ length: Math.floor((max - first) / step + 1e-9) + 1 }, (_, index) => first + index * step);
}

/** Every how many-th label fits when each needs {@code needed} of {@code available} pixels. */
export function everyNth(labels: number, needed: number, available: number): number {
  return Math.max(1, Math.ceil((labels * needed) / Math.max(1, available)));
}
