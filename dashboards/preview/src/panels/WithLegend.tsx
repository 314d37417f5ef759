import { type LegendDisplayMode, type VizLegendOptions } from '@grafana/schema';
import { VizLayout, VizLegend, type VizLegendItem } from '@grafana/ui';
import type { MouseEvent, ReactElement } from 'react';

interface Props {
  legend?: Partial<VizLegendOptions>;
  items: VizLegendItem[];
  /** Of a name in the legend; without it a legend only tells. */
  onClick?: (item: VizLegendItem, event: MouseEvent) => void;
  width: number;
  height: number;
  children: (width: number, height: number) => ReactElement;
}

/** A drawing with Grafana's legend below it or beside it. */
export function WithLegend({ legend, items, onClick, width, height, children }: Props): ReactElement {
  const placement = legend?.placement ?? 'bottom';
  const hidden = legend?.showLegend === false || items.length === 0;
  const shown = hidden ? null : (
    <VizLayout.Legend placement={placement}>
      <VizLegend
        items={items}
        placement={placement}
        displayMode={legend?.displayMode ?? ('list' as LegendDisplayMode)}
        onLabelClick={onClick}
        readonly={!onClick}
      />
    </VizLayout.Legend>
  );
  return (
    <VizLayout width={width} height={height} legend={shown}>
      {children}
    </VizLayout>
  );
}
