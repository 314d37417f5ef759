import {
  dateTimeFormat,
  FieldType,
  formattedValueToString,
  getFieldDisplayName,
  type DataFrame,
  type DisplayValue,
  type Field,
} from '@grafana/data';
import type { VizLegendOptions } from '@grafana/schema';
import { useTheme2 } from '@grafana/ui';
import type { ReactElement } from 'react';
import { shortened, textWidth, timeTicks } from './axis';
import { useTooltip } from './tooltip';
import { optionsOf, type DrawingProps } from './types';
import { WithLegend } from './WithLegend';

interface Options {
  legend: VizLegendOptions;
  rowHeight: number;
  showValue: 'auto' | 'always' | 'never';
}

interface Stay {
  from: number;
  to: number;
  state: DisplayValue;
}

const FONT = 12;
const PAD = 8;

/** One line a series, coloured by its state over time; Grafana's own drawing is not among its published components. */
export function StateTimelineDrawing({ panel, view, frames, width, height }: DrawingProps): ReactElement {
  const options = optionsOf<Options>(panel);
  const from = view.range.from.valueOf();
  const to = view.range.to.valueOf();
  const lines = frames.flatMap((frame) => linesOf(frame, frames, to));
  const states = new Map(lines.flatMap(({ stays }) => stays.map(({ state }) => [state.text, state])));
  const items = [...states.values()].map((state) => ({ label: state.text, color: state.color, yAxis: 1 }));
  return (
    <WithLegend legend={options.legend} items={items} width={width} height={height}>
      {(w, h) => (
        <Lines {...{ lines, from, to, timeZone: view.timeZone, options }} width={w} height={h} />
      )}
    </WithLegend>
  );
}

interface LinesProps {
  lines: Array<{ name: string; stays: Stay[] }>;
  from: number;
  to: number;
  timeZone: string;
  options: Partial<Options>;
  width: number;
  height: number;
}

function Lines({ lines, from, to, timeZone, options, width, height }: LinesProps): ReactElement {
  const theme = useTheme2();
  const { over, tooltip } = useTooltip();
  const left = Math.min(width * 0.3, Math.max(...lines.map(({ name }) => textWidth(name, FONT))) + PAD);
  const bottom = height - FONT - PAD;
  const band = bottom / Math.max(1, lines.length);
  const thick = band * (options.rowHeight ?? 0.9);
  const x = (instant: number) => left + ((Math.max(from, instant) - from) / (to - from)) * (width - left);
  return (
    <>
      <svg width={width} height={height} fontSize={FONT} style={{ display: 'block' }}>
        {timeTicks(from, to, (width - left) / 110).map((tick) => (
          <text key={tick} x={x(tick)} y={height - 4} textAnchor="middle" fill={theme.colors.text.primary}>
            {dateTimeFormat(tick, { timeZone, format: to - from > 86_400_000 ? 'MM/DD HH:mm' : 'HH:mm' })}
          </text>
        ))}
        {lines.map(({ name, stays }, row) => (
          <g key={name}>
            <text x={left - PAD} y={band * (row + 0.5) + FONT / 3} textAnchor="end" fill={theme.colors.text.primary}>
              {shortened(name, left - PAD, FONT)}
            </text>
            {stays.map(({ from: begin, to: end, state }) => {
              const size = Math.max(1, x(end) - x(begin));
              const text = formattedValueToString(state);
              return (
                <g key={begin} {...over(`${name}: ${text}, ${dateTimeFormat(begin, { timeZone })}`)}>
                  <rect x={x(begin)} y={band * row + (band - thick) / 2} width={size} height={thick} fill={state.color} />
                  {options.showValue !== 'never' && (
                    <text
                      x={x(begin) + size / 2}
                      y={band * (row + 0.5) + FONT / 3}
                      textAnchor="middle"
                      fill={theme.colors.getContrastText(state.color ?? theme.colors.background.primary)}
                    >
                      {shortened(text, size - PAD, FONT)}
                    </text>
                  )}
                </g>
              );
            })}
          </g>
        ))}
      </svg>
      {tooltip}
    </>
  );
}

function linesOf(frame: DataFrame, frames: DataFrame[], end: number): LinesProps['lines'] {
  const time = frame.fields.find((field) => field.type === FieldType.time);
  return time
    ? frame.fields
        .filter((field) => field !== time)
        .map((field) => ({ name: getFieldDisplayName(field, frame, frames), stays: staysOf(time, field, end) }))
    : [];
}

/** Neighbours in the same state become one stay; a missing value ends one. */
function staysOf(time: Field, field: Field, end: number): Stay[] {
  const stays: Stay[] = [];
  let open: Stay | undefined;
  field.values.forEach((value, row) => {
    const instant: number = time.values[row];
    const state = value === null || value === undefined ? undefined : field.display?.(value);
    if (open && open.state.text !== state?.text) {
      open.to = instant;
      open = undefined;
    }
    if (state && !open) {
      open = { from: instant, to: end, state };
      stays.push(open);
    }
  });
  return stays;
}
