import type { DataFrame } from '@grafana/data';
import type { Panel } from '../model';
import type { View } from './data';

/** What every drawing gets. */
export interface DrawingProps {
  panel: Panel;
  view: View;
  frames: DataFrame[];
  width: number;
  height: number;
  onZoom: (from: number, to: number) => void;
}

/** A panel's options; each drawing names those it reads. */
export function optionsOf<T extends object>(panel: Panel): Partial<T> {
  return (panel.options ?? {}) as Partial<T>;
}
