import { type LegendDisplayMode, type VizLegendOptions } from '@grafana/schema';
import { VizLayout, VizLegend, type VizLegendItem } from '@grafana/ui';
import type { ReactElement } from 'react';

interface Props {
  legend?: Partial<VizLegendOptions>;
  items: VizLegendItem[];
  width: number;
  height: number;
  children: (width: number, height: number) => ReactElement;
}

/** A drawing with Grafana's legend below it or beside it. */
export function WithLegend({ legend, items, width, height, children }: Props): ReactElement {
  const placement = legend?.placement ?? 'bottom';
  const hidden = legend?.showLegend === false || items.length === 0;
  const shown = hidden ? null : (
    <VizLayout.Legend placement={placement}>
      <VizLegend
        items={items}
        placement={placement}
        displayMode={legend?.displayMode ?? ('list' as LegendDisplayMode)}
        readonly
      />
    </VizLayout.Legend>
  );
  return (
    <VizLayout width={width} height={height} legend={shown}>
      {children}
    </VizLayout>
  );
}
