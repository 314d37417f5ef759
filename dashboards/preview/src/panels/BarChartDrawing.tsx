import {
  FieldType,
  formattedValueToString,
  getFieldDisplayName,
  getFieldSeriesColor,
  VizOrientation,
  type DataFrame,
  type Field,
  type GrafanaTheme2,
} from '@grafana/data';
import { StackingMode, type VizLegendOptions } from '@grafana/schema';
import { useTheme2 } from '@grafana/ui';
import type { ReactElement } from 'react';
import { everyNth, shortened, textWidth, ticks } from './axis';
import { barsOf, type Bar } from './bars';
import { useTooltip } from './tooltip';
import { optionsOf, type DrawingProps } from './types';
import { isTogether, useVisible } from './useVisible';
import { WithLegend } from './WithLegend';

interface Options {
  xField: string;
  orientation: VizOrientation;
  stacking: StackingMode;
  showValue: 'auto' | 'always' | 'never';
  barWidth: number;
  groupWidth: number;
  legend: VizLegendOptions;
}

interface Chart {
  options: Partial<Options>;
  names: string[];
  series: Series[];
  bars: Bar[];
  theme: GrafanaTheme2;
}

interface Series {
  name: string;
  color: string;
  opacity: number;
  field: Field;
}

const FONT = 12;
const PAD = 8;

/** Bars by category, beside or on top of each other; Grafana's own drawing of them is not among its published components. */
export function BarChartDrawing({ panel, frames, width, height }: DrawingProps): ReactElement {
  const theme = useTheme2();
  const options = optionsOf<Options>(panel);
  const frame = frames[0];
  const category = categoryOf(frame, options.xField);
  const all = frame.fields
    .filter((field) => field.type === FieldType.number && field !== category && !field.config.custom?.hideFrom?.viz)
    .map((field) => ({
      name: getFieldDisplayName(field, frame, frames),
      color: getFieldSeriesColor(field, theme).color,
      opacity: (field.config.custom?.fillOpacity ?? 80) / 100,
      field,
    }));
  const visible = useVisible(all.map(({ name }) => name));
  const series = all.filter(({ name }) => visible.shows(name));
  const chart = {
    options,
    names: category.values.map((value) => textOf(category, value)),
    series,
    bars: barsOf(series.map(({ field }) => field.values), options.stacking ?? StackingMode.None),
    theme,
  };
  const items = all.map(({ name, color }) => ({ label: name, color, yAxis: 1, disabled: !visible.shows(name) }));
  return (
    <WithLegend
      legend={options.legend}
      items={items}
      onClick={(item, event) => visible.click(item.label, isTogether(event))}
      width={width}
      height={height}
    >
      {(w, h) =>
        options.orientation === VizOrientation.Horizontal ||
        (options.orientation !== VizOrientation.Vertical && w < h) ? (
          <Horizontal chart={chart} width={w} height={h} />
        ) : (
          <Vertical chart={chart} width={w} height={h} />
        )
      }
    </WithLegend>
  );
}

function Vertical({ chart, width, height }: { chart: Chart; width: number; height: number }): ReactElement {
  const { names, bars, theme } = chart;
  const { over, tooltip } = useTooltip();
  const top = FONT + PAD;
  const bottom = height - FONT - PAD;
  const { min, max } = rangeOf(chart);
  const scale = ticks(min, max, (bottom - top) / 32).map((value) => ({ value, text: textOf(chart.series[0].field, value) }));
  const left = widest(scale.map((tick) => tick.text)) + PAD;
  const y = (value: number) => bottom - ((value - min) / (max - min)) * (bottom - top);
  const band = (width - left) / Math.max(1, names.length);
  const step = everyNth(names.length, Math.min(widest(names), 110) + PAD, width - left);
  return (
    <>
      <svg width={width} height={height} fontSize={FONT} style={{ display: 'block' }}>
        {scale.map(({ value, text }) => (
          <g key={value}>
            <line x1={left} x2={width} y1={y(value)} y2={y(value)} stroke={theme.colors.border.weak} />
            <text x={left - PAD} y={y(value) + FONT / 3} textAnchor="end" fill={theme.colors.text.primary}>
              {text}
            </text>
          </g>
        ))}
        {names.map((name, row) =>
          row % step ? null : (
            <text
              key={row}
              x={left + band * (row + 0.5)}
              y={height - 4}
              textAnchor="middle"
              fill={theme.colors.text.primary}
            >
              {shortened(name, band * step - 4, FONT)}
            </text>
          )
        )}
        {bars.map((bar) => {
          const { offset, size } = place(bar, band, chart.options);
          const x = left + offset;
          const label = labelOf(bar, chart);
          return (
            <g key={`${bar.row}-${bar.series}`} {...over(tipOf(bar, chart))}>
              <Box bar={bar} chart={chart} x={x} y={y(bar.high)} width={size} height={y(Math.max(bar.low, min)) - y(bar.high)} />
              {label && widest([label]) <= band && (
                <text x={x + size / 2} y={y(bar.high) - 4} textAnchor="middle" fill={theme.colors.text.primary}>
                  {label}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      {tooltip}
    </>
  );
}

function Horizontal({ chart, width, height }: { chart: Chart; width: number; height: number }): ReactElement {
  const { names, bars, theme } = chart;
  const { over, tooltip } = useTooltip();
  const bottom = height - FONT - PAD;
  const { min, max } = rangeOf(chart);
  const left = Math.min(width * 0.4, widest(names) + PAD);
  const right = width - widest(bars.map((bar) => labelOf(bar, chart))) - PAD;
  const x = (value: number) => left + ((value - min) / (max - min)) * (right - left);
  const band = bottom / Math.max(1, names.length);
  const step = everyNth(names.length, FONT + 2, bottom);
  return (
    <>
      <svg width={width} height={height} fontSize={FONT} style={{ display: 'block' }}>
        {ticks(min, max, (right - left) / 80).map((value) => (
          <g key={value}>
            <line x1={x(value)} x2={x(value)} y1={0} y2={bottom} stroke={theme.colors.border.weak} />
            <text x={x(value)} y={height - 4} textAnchor="middle" fill={theme.colors.text.primary}>
              {textOf(chart.series[0].field, value)}
            </text>
          </g>
        ))}
        {names.map((name, row) =>
          row % step ? null : (
            <text
              key={row}
              x={left - PAD}
              y={band * (row + 0.5) + FONT / 3}
              textAnchor="end"
              fill={theme.colors.text.primary}
            >
              {shortened(name, left - PAD, FONT)}
            </text>
          )
        )}
        {bars.map((bar) => {
          const { offset, size } = place(bar, band, chart.options);
          return (
            <g key={`${bar.row}-${bar.series}`} {...over(tipOf(bar, chart))}>
              <Box
                bar={bar}
                chart={chart}
                x={x(Math.max(bar.low, min))}
                y={offset}
                width={x(bar.high) - x(Math.max(bar.low, min))}
                height={size}
              />
              <text x={x(bar.high) + 4} y={offset + size / 2 + FONT / 3} fill={theme.colors.text.primary}>
                {labelOf(bar, chart)}
              </text>
            </g>
          );
        })}
      </svg>
      {tooltip}
    </>
  );
}

type BoxProps = { bar: Bar; chart: Chart; x: number; y: number; width: number; height: number };

function Box({ bar, chart, width, height, ...corner }: BoxProps): ReactElement {
  const { color, opacity } = chart.series[bar.series];
  return (
    <rect {...corner} width={Math.max(0, width)} height={Math.max(0, height)} rx={1} fill={color} fillOpacity={opacity} />
  );
}

/** Where a bar lies in the bands of the categories. */
function place(bar: Bar, band: number, options: Partial<Options>): { offset: number; size: number } {
  const group = band * (options.groupWidth ?? 0.7);
  const slot = group / bar.slots;
  const size = Math.max(1, slot * (options.barWidth ?? 0.97));
  return { offset: band * bar.row + (band - group) / 2 + slot * bar.slot + (slot - size) / 2, size };
}

function rangeOf({ series, bars }: Chart): { min: number; max: number } {
  const { min, max } = series[0].field.config;
  const low = min ?? Math.min(0, ...bars.map((bar) => bar.low));
  const high = max ?? Math.max(0, ...bars.map((bar) => bar.high));
  return { min: low, max: high > low ? high : low + 1 };
}

function labelOf(bar: Bar, { options, series }: Chart): string {
  return options.showValue === 'never' || !bar.isTop ? '' : textOf(series[bar.series].field, bar.high);
}

function tipOf(bar: Bar, { names, series }: Chart): string {
  const { name, field } = series[bar.series];
  return `${names[bar.row]} · ${name}: ${textOf(field, field.values[bar.row])}`;
}

function textOf(field: Field, value: unknown): string {
  return field.display ? formattedValueToString(field.display(value)) : String(value);
}

function categoryOf(frame: DataFrame, name: string | undefined): Field {
  const named = frame.fields.find((field) => field.name === name || getFieldDisplayName(field, frame) === name);
  return named ?? frame.fields.find((field) => field.type === FieldType.string) ?? frame.fields[0];
}

function widest(texts: string[]): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, FONT)));
}
