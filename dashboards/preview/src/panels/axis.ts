import { measureText } from '@grafana/ui';

/** Grafana spaces its letters a little wider than a canvas measures them. */
const LETTER_SPACING = 1.04;

/** The width of a text as it will be drawn, in pixels. */
export function textWidth(text: string, fontSize: number): number {
  return measureText(text, fontSize).width * LETTER_SPACING;
}

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

/** A text cut so that it fits into some pixels. */
export function shortened(text: string, available: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= available) {
    return text;
  }
  let length = text.length - 1;
  while (length > 0 && textWidth(`${text.slice(0, length)}…`, fontSize) > available) {
    length--;
  }
  return length > 0 ? `${text.slice(0, length)}…` : '';
}

const MINUTE = 60_000;
const TIME_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10080].map((minutes) => minutes * MINUTE);

/** Round instants within a range, at most about {@code count} of them. */
export function timeTicks(from: number, to: number, count: number): number[] {
  const rough = (to - from) / Math.max(1, count);
  const step = TIME_STEPS.find((size) => size >= rough) ?? rough;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, index) => first + index * step);
}
