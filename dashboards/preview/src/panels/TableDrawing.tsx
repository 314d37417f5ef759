import { type TableCellHeight } from '@grafana/schema';
import { TableNG } from '@grafana/ui/unstable';
import type { ReactElement } from 'react';
import { fieldConfigOf } from '../grafana/fieldConfig';
import { optionsOf, type DrawingProps } from './types';

interface Options {
  showHeader: boolean;
  cellHeight: TableCellHeight;
  sortBy: Array<{ displayName: string; desc?: boolean }>;
  frozenColumns: { left?: number };
  enablePagination: boolean;
}

/** Rows and columns, with Grafana's cells, colours and links. */
export function TableDrawing({ panel, view, frames, width, height }: DrawingProps): ReactElement {
  const options = optionsOf<Options>(panel);
  return (
    <TableNG
      data={frames[0]}
      width={width}
      height={height}
      noHeader={options.showHeader === false}
      cellHeight={options.cellHeight}
      sortBy={options.sortBy}
      frozenColumns={options.frozenColumns?.left}
      enablePagination={options.enablePagination}
      timeRange={view.range}
      fieldConfig={fieldConfigOf(panel)}
      noValue={panel.fieldConfig?.defaults.noValue}
    />
  );
}
