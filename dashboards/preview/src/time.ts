import { dateTime, rangeUtil, type RawTimeRange, type TimeRange } from '@grafana/data';

/** The time range that an address names: "now-6h", epoch milliseconds, or ISO-8601. */
export function rangeOf(raw: { from: string; to: string }, timeZone: string): TimeRange {
  const parsed: RawTimeRange = { from: instantOrText(raw.from), to: instantOrText(raw.to) };
  return rangeUtil.convertRawToRange(parsed, timeZone);
}

/** How the address bar says it. */
export function rawOf(range: TimeRange): { from: string; to: string } {
  return { from: textOf(range.raw.from), to: textOf(range.raw.to) };
}

/** A range as absolute as it gets: for links into the same past. */
export function urlOf(range: TimeRange): string {
  const { from, to } = rawOf(range);
  return `from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`;
}

/** The range moved by half its length, or made twice as long around its middle. */
export function moved(range: TimeRange, step: -1 | 1): { from: string; to: string } {
  const half = (range.to.valueOf() - range.from.valueOf()) / 2;
  return absolute(range.from.valueOf() + step * half, range.to.valueOf() + step * half);
}

export function zoomedOut(range: TimeRange): { from: string; to: string } {
  const half = (range.to.valueOf() - range.from.valueOf()) / 2;
  return absolute(range.from.valueOf() - half, range.to.valueOf() + half);
}

export function absolute(from: number, to: number): { from: string; to: string } {
  return { from: String(Math.round(from)), to: String(Math.round(to)) };
}

function instantOrText(text: string) {
  if (text.includes('now')) {
    return text;
  }
  return /^\d+$/.test(text) ? dateTime(Number(text)) : dateTime(text);
}

function textOf(value: RawTimeRange['from']): string {
  return typeof value === 'string' ? value : String(value.valueOf());
}
