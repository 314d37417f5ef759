import {
  getDisplayValueAlignmentFactors,
  getFieldDisplayValues,
  VizOrientation,
  type DisplayValueAlignmentFactors,
  type FieldDisplay,
  type GrafanaTheme2,
  type ReduceDataOptions,
} from '@grafana/data';
import { BarGaugeDisplayMode, type BarGaugeNamePlacement, type BarGaugeValueMode } from '@grafana/schema';
import {
  BarGauge,
  BigValue,
  BigValueColorMode,
  BigValueGraphMode,
  BigValueJustifyMode,
  BigValueTextMode,
  DataLinksContextMenu,
  useTheme2,
  VizRepeater,
} from '@grafana/ui';
import type { MouseEvent, ReactElement } from 'react';
import { fieldConfigOf } from '../grafana/fieldConfig';
import { interpolator } from '../grafana/interpolate';
import { optionsOf, type DrawingProps } from './types';

interface Options {
  reduceOptions: ReduceDataOptions;
  orientation: VizOrientation;
  text: { titleSize?: number; valueSize?: number };
}

interface StatOptions extends Options {
  colorMode: BigValueColorMode;
  graphMode: BigValueGraphMode;
  justifyMode: BigValueJustifyMode;
  textMode: BigValueTextMode;
  wideLayout: boolean;
  showPercentChange: boolean;
  percentChangeColorMode: 'standard' | 'inverted' | 'same_as_value';
}

interface BarGaugeOptions extends Options {
  displayMode: BarGaugeDisplayMode;
  valueMode: BarGaugeValueMode;
  namePlacement: BarGaugeNamePlacement;
  showUnfilled: boolean;
  minVizHeight: number;
  maxVizHeight: number;
}

type Value = { value: FieldDisplay; width: number; height: number; orientation: VizOrientation };

/** Big numbers with a sparkline. */
export function Stat(props: DrawingProps): ReactElement {
  const theme = useTheme2();
  const options = optionsOf<StatOptions>(props.panel);
  const graphMode = options.graphMode ?? BigValueGraphMode.Area;
  const values = displays(props, options, graphMode !== BigValueGraphMode.None, options.showPercentChange ?? false, theme);
  return (
    <Repeated {...props} options={options} values={values} autoGrid itemSpacing={3}>
      {({ value, width, height }, factors) => (
        <Linked value={value}>
          {(openMenu, className) => (
            <BigValue
              value={value.display}
              count={values.length}
              sparkline={value.sparkline && { ...value.sparkline, timeRange: props.view.range }}
              colorMode={options.colorMode ?? BigValueColorMode.Value}
              graphMode={graphMode}
              justifyMode={options.justifyMode ?? BigValueJustifyMode.Auto}
              textMode={options.textMode ?? BigValueTextMode.Auto}
              percentChangeColorMode={options.percentChangeColorMode as never}
              disableWideLayout={options.wideLayout === false}
              alignmentFactors={factors}
              text={options.text}
              hasLinks={value.hasLinks}
              onClick={openMenu}
              className={className}
              width={width}
              height={height}
              theme={theme}
            />
          )}
        </Linked>
      )}
    </Repeated>
  );
}

/** One bar a value. */
export function Bars(props: DrawingProps): ReactElement {
  const theme = useTheme2();
  const options = optionsOf<BarGaugeOptions>(props.panel);
  const values = displays(props, options, false, false, theme);
  return (
    <Repeated
      {...props}
      options={options}
      values={values}
      minVizHeight={options.minVizHeight ?? 16}
      maxVizHeight={options.maxVizHeight ?? 300}
      itemSpacing={10}
    >
      {({ value, width, height, orientation }, factors) => (
        <Linked value={value}>
          {(openMenu, className) => (
            <BarGauge
              value={value.display}
              field={value.field}
              display={value.view?.getFieldDisplayProcessor(value.colIndex ?? 0)}
              orientation={orientation}
              displayMode={options.displayMode ?? BarGaugeDisplayMode.Gradient}
              valueDisplayMode={options.valueMode}
              namePlacement={options.namePlacement}
              showUnfilled={options.showUnfilled ?? true}
              alignmentFactors={factors}
              text={options.text}
              lcdCellWidth={12}
              itemSpacing={8}
              onClick={openMenu}
              className={className}
              width={width}
              height={height}
              theme={theme}
            />
          )}
        </Linked>
      )}
    </Repeated>
  );
}

function displays(
  { panel, view, frames }: DrawingProps,
  options: Partial<Options>,
  sparkline: boolean,
  percentChange: boolean,
  theme: GrafanaTheme2
): FieldDisplay[] {
  return getFieldDisplayValues({
    data: frames,
    fieldConfig: fieldConfigOf(panel),
    reduceOptions: options.reduceOptions ?? { calcs: ['lastNotNull'] },
    replaceVariables: interpolator(view.values, view.range),
    sparkline,
    percentChange,
    theme,
    timeZone: view.timeZone,
  });
}

interface RepeatedProps extends DrawingProps {
  options: Partial<Options>;
  values: FieldDisplay[];
  itemSpacing: number;
  autoGrid?: boolean;
  minVizHeight?: number;
  maxVizHeight?: number;
  children: (value: Value, factors: DisplayValueAlignmentFactors) => ReactElement;
}

function Repeated({ options, values, frames, width, height, children, ...layout }: RepeatedProps): ReactElement {
  return (
    <VizRepeater
      getValues={() => values}
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      renderValue={({ alignmentFactors, ...value }) => children(value, alignmentFactors)}
      source={frames}
      renderCounter={0}
      orientation={options.orientation ?? VizOrientation.Auto}
      width={width}
      height={height}
      itemSpacing={layout.itemSpacing}
      autoGrid={layout.autoGrid}
      minVizHeight={layout.minVizHeight}
      maxVizHeight={layout.maxVizHeight}
    />
  );
}

type Clickable = (openMenu: ((event: MouseEvent<HTMLElement>) => void) | undefined, className?: string) => ReactElement;

function Linked({ value, children }: { value: FieldDisplay; children: Clickable }): ReactElement {
  if (!value.hasLinks || !value.getLinks) {
    return children(undefined);
  }
  return (
    <DataLinksContextMenu links={value.getLinks} style={{ height: '100%' }}>
      {({ openMenu, targetClassName }) => children(openMenu, targetClassName)}
    </DataLinksContextMenu>
  );
}
