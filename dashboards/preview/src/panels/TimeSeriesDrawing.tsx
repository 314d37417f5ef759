import {
  compareArrayValues,
  compareDataFrameStructures,
  dateTimeFormat,
  DashboardCursorSync,
  FieldType,
  getFieldDisplayName,
  type DataFrame,
  type LinkModel,
} from '@grafana/data';
import { LegendDisplayMode, SortOrder, TooltipDisplayMode, type VizLegendOptions } from '@grafana/schema';
import {
  getFieldDisplayItems,
  getFieldDisplayLinks,
  PanelContextProvider,
  SeriesVisibilityChangeMode,
  TimeSeries,
  TooltipPlugin2,
  usePanelContext,
  type PanelContext,
  VizTooltipContent,
  VizTooltipFooter,
  VizTooltipHeader,
  VizTooltipWrapper,
} from '@grafana/ui';
import { useMemo, useRef, type ReactElement } from 'react';
import { AnnotationLayer } from './AnnotationLayer';
import { optionsOf, type DrawingProps } from './types';
import { useVisible, type Visible } from './useVisible';

interface Options {
  legend: VizLegendOptions;
  tooltip: { mode: TooltipDisplayMode; sort: SortOrder };
}

const LEGEND: VizLegendOptions = {
  displayMode: LegendDisplayMode.List,
  placement: 'bottom',
  showLegend: true,
  calcs: [],
};

/** TooltipHoverMode of @grafana/ui, a const enum that is not exported: the nearest series, or all at this instant. */
const HOVER_ONE = 0;
const HOVER_ALL = 1;

/** Lines, points and bars over time. */
export function TimeSeriesDrawing({ panel, view, frames, width, height, onZoom }: DrawingProps): ReactElement {
  const options = optionsOf<Options>(panel);
  const mode = options.tooltip?.mode ?? TooltipDisplayMode.Single;
  const sort = options.tooltip?.sort ?? SortOrder.None;
  const graphable = useMemo(() => frames.map(numbersOverTime).filter((frame) => frame.fields.length > 1), [frames]);
  const visible = useVisible(legendNames(graphable));
  const shown = useMemo(() => graphable.map((frame) => withHidden(frame, graphable, visible)), [graphable, visible.key]);
  const context = usePanelContext();
  const clickable: PanelContext = {
    ...context,
    onToggleSeriesVisibility: (name, how) =>
      visible.click(String(name), how === SeriesVisibilityChangeMode.AppendToSelection),
  };
  return (
    <PanelContextProvider value={clickable}>
      <TimeSeries
        frames={shown}
        structureRev={useStructure(shown)}
        timeRange={view.range}
        timeZone={view.timeZone}
        width={width}
        height={height}
        legend={{ ...LEGEND, ...options.legend }}
        options={options}
      >
        {(config, aligned) => (
          <>
            <AnnotationLayer config={config} timeZone={view.timeZone} />
            {mode !== TooltipDisplayMode.None && (
              <TooltipPlugin2
                config={config}
                hoverMode={mode === TooltipDisplayMode.Single ? HOVER_ONE : HOVER_ALL}
                syncMode={view.dashboard.graphTooltip ? DashboardCursorSync.Crosshair : DashboardCursorSync.Off}
                syncScope={view.dashboard.uid}
                queryZoom={({ from, to }) => onZoom(from, to)}
                getDataLinks={(seriesIdx, dataIdx) => links(aligned, seriesIdx, dataIdx)}
                render={(_plot, dataIdxs, seriesIdx, isPinned, _dismiss, _range, _viaSync, dataLinks) => (
                  <VizTooltipWrapper>
                    <VizTooltipHeader
                      item={{ label: instant(aligned, dataIdxs, view.timeZone), value: '' }}
                      isPinned={isPinned}
                    />
                    <VizTooltipContent
                      items={getFieldDisplayItems(aligned.fields, aligned.fields[0], dataIdxs, seriesIdx, mode, sort)}
                      isPinned={isPinned}
                      scrollable
                      maxHeight={320}
                    />
                    {isPinned && dataLinks.length > 0 && <VizTooltipFooter dataLinks={dataLinks} />}
                  </VizTooltipWrapper>
                )}
              />
            )}
          </>
        )}
      </TimeSeries>
    </PanelContextProvider>
  );
}

/** The names that the legend shows. */
function legendNames(frames: DataFrame[]): string[] {
  return frames.flatMap((frame) =>
    frame.fields
      .filter((field) => field.type === FieldType.number && !field.config.custom?.hideFrom?.legend)
      .map((field) => getFieldDisplayName(field, frame, frames))
  );
}

/** The frame without the lines of series that a click on the legend hid; the legend still names them. */
function withHidden(frame: DataFrame, frames: DataFrame[], visible: Visible): DataFrame {
  const fields = frame.fields.map((field) => {
    if (field.type !== FieldType.number || visible.shows(getFieldDisplayName(field, frame, frames))) {
      return field;
    }
    const custom = field.config.custom;
    const hidden = { ...custom, hideFrom: { ...custom?.hideFrom, viz: true, tooltip: true } };
    return { ...field, config: { ...field.config, custom: hidden } };
  });
  return { ...frame, fields };
}

function numbersOverTime(frame: DataFrame): DataFrame {
  const time = frame.fields.find((field) => field.type === FieldType.time);
  const numbers = frame.fields.filter((field) => field.type === FieldType.number);
  return { ...frame, fields: time ? [time, ...numbers] : [] };
}

/** A number that changes when the series do, and only then: the plot is made anew for it. */
function useStructure(frames: DataFrame[]): number {
  const last = useRef({ frames, revision: 1 });
  if (last.current.frames !== frames) {
    const same = compareArrayValues(last.current.frames, frames, compareDataFrameStructures);
    last.current = { frames, revision: last.current.revision + (same ? 0 : 1) };
  }
  return last.current.revision;
}

function instant(aligned: DataFrame, dataIdxs: Array<number | null>, timeZone: string): string {
  const index = dataIdxs.find((one) => one !== null);
  return index === undefined || index === null ? '' : dateTimeFormat(aligned.fields[0].values[index], { timeZone });
}

function links(aligned: DataFrame, seriesIdx: number, dataIdx: number): LinkModel[] {
  const field = aligned.fields[seriesIdx];
  return field ? getFieldDisplayLinks(field, dataIdx) : [];
}
