import { LoadingState, type DataFrame } from '@grafana/data';
import { ErrorBoundaryAlert, Menu, Modal, PanelChrome, useTheme2 } from '@grafana/ui';
import { useState, type ComponentType, type ReactElement } from 'react';
import { interpolator } from '../grafana/interpolate';
import { words } from '../i18n';
import type { Panel } from '../model';
import { BarChartDrawing } from './BarChartDrawing';
import { usePanelData, type PanelData, type View } from './data';
import { Bars, Stat } from './SingleValues';
import { StateTimelineDrawing } from './StateTimelineDrawing';
import { TableDrawing } from './TableDrawing';
import { TextDrawing } from './TextDrawing';
import { TimeSeriesDrawing } from './TimeSeriesDrawing';
import type { DrawingProps } from './types';

const DRAWINGS: Record<string, ComponentType<DrawingProps>> = {
  stat: Stat,
  gauge: Stat,
  bargauge: Bars,
  timeseries: TimeSeriesDrawing,
  barchart: BarChartDrawing,
  'state-timeline': StateTimelineDrawing,
};

interface Props {
  panel: Panel;
  view: View;
  width: number;
  height: number;
  onZoom: (from: number, to: number) => void;
}

/** A panel with its frame, title, description and state. */
export function PanelView(props: Props): ReactElement {
  return props.panel.type === 'text' ? <TextPanel {...props} /> : <QueryPanel {...props} />;
}

function TextPanel({ panel, view, width, height }: Props): ReactElement {
  return (
    <PanelChrome title={panel.title} width={width} height={height} hoverHeader={!panel.title} displayMode={modeOf(panel)}>
      {() => <TextDrawing panel={panel} view={view} />}
    </PanelChrome>
  );
}

function QueryPanel({ panel, view, width, height, onZoom }: Props): ReactElement {
  const [inspected, setInspected] = useState(false);
  const data = usePanelData(panel, view);
  const replace = interpolator(view.values, view.range);
  return (
    <div data-panel={panel.id} data-state={stateOf(data)} style={{ width, height }}>
      <PanelChrome
        title={replace(panel.title ?? '', {}, 'text')}
        description={panel.description && (() => replace(panel.description ?? '', {}, 'text'))}
        loadingState={data.loading ? LoadingState.Loading : undefined}
        statusMessage={data.error}
        displayMode={modeOf(panel)}
        padding={panel.type === 'table' ? 'none' : 'md'}
        menu={
          <Menu>
            <Menu.Item label={words.showQuery} icon="brackets-curly" onClick={() => setInspected(true)} />
          </Menu>
        }
        width={width}
        height={height}
      >
        {(innerWidth, innerHeight) => (
          <ErrorBoundaryAlert dependencies={[data.frames]}>
            <Content panel={panel} view={view} data={data} width={innerWidth} height={innerHeight} onZoom={onZoom} />
          </ErrorBoundaryAlert>
        )}
      </PanelChrome>
      <Modal title={panel.title ?? ''} isOpen={inspected} onDismiss={() => setInspected(false)}>
        {data.sql.map((sql) => (
          <pre key={sql}>{sql}</pre>
        ))}
      </Modal>
    </div>
  );
}

function Content({ panel, view, data, width, height, onZoom }: Props & { data: PanelData }): ReactElement | null {
  const Drawing = DRAWINGS[panel.type] ?? TableDrawing;
  if (!data.frames) {
    return <Message text={data.error ?? words.loading} width={width} height={height} />;
  }
  const frames = data.frames.filter((frame) => frame.fields.length > 0);
  if (Drawing !== Stat && isEmpty(frames)) {
    const text = panel.fieldConfig?.defaults.noValue ?? words.noData;
    return <Message text={text} width={width} height={height} />;
  }
  return <Drawing {...{ panel, view, frames, width, height, onZoom }} />;
}

function Message({ text, width, height }: { text: string; width: number; height: number }): ReactElement {
  const theme = useTheme2();
  return (
    <div
      style={{
        alignItems: 'center',
        color: theme.colors.text.secondary,
        display: 'flex',
        height,
        justifyContent: 'center',
        overflow: 'auto',
        width,
      }}
    >
      {text}
    </div>
  );
}

/** What a test reads: loading, error, empty or drawn. */
function stateOf(data: PanelData): string {
  if (data.error) {
    return 'error';
  }
  if (!data.frames) {
    return 'loading';
  }
  return isEmpty(data.frames) ? 'empty' : 'drawn';
}

function isEmpty(frames: DataFrame[]): boolean {
  return frames.every((frame) => frame.length === 0);
}

function modeOf(panel: Panel): 'default' | 'transparent' {
  return panel.transparent ? 'transparent' : 'default';
}
