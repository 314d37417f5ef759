import { StackingMode } from '@grafana/schema';

/** One bar: from where to where on the axis of values, and which place it has within its group. */
export interface Bar {
  series: number;
  row: number;
  low: number;
  high: number;
  slot: number;
  slots: number;
  /** Whether nothing stands on it, so that its value may be written there. */
  isTop: boolean;
}

/** The bars of some series of equal length, beside or on top of each other; a missing value has none. */
export function barsOf(series: Array<Array<number | null>>, stacking: StackingMode): Bar[] {
  const rows = series[0]?.length ?? 0;
  return Array.from({ length: rows }, (_, row) => row).flatMap((row) =>
    stacking === StackingMode.None ? beside(series, row) : stacked(series, row, stacking === StackingMode.Percent)
  );
}

function beside(series: Array<Array<number | null>>, row: number): Bar[] {
  return series.flatMap((values, index) => {
    const value = values[row];
    return value === null || value === undefined
      ? []
      : [{ series: index, row, low: 0, high: value, slot: index, slots: series.length, isTop: true }];
  });
}

function stacked(series: Array<Array<number | null>>, row: number, percent: boolean): Bar[] {
  const total = series.reduce((sum, values) => sum + (values[row] ?? 0), 0);
  const scale = percent && total > 0 ? 1 / total : 1;
  const bars: Bar[] = [];
  let low = 0;
  series.forEach((values, index) => {
    const high = low + (values[row] ?? 0) * scale;
    if (high > low) {
      bars.push({ series: index, row, low, high, slot: 0, slots: 1, isTop: false });
    }
    low = high;
  });
  return bars;
}
