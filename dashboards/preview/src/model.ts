import type { DataTransformerConfig, FieldConfigSource } from '@grafana/data';

/** The parts of Grafana's classic dashboard JSON that are drawn here. */
export interface Dashboard {
  uid: string;
  title: string;
  description?: string;
  timezone?: string;
  refresh?: string;
  graphTooltip?: 0 | 1 | 2;
  weekStart?: string;
  time: { from: string; to: string };
  timepicker?: { refresh_intervals?: string[] };
  links?: DashboardLink[];
  annotations?: { list?: Annotation[] };
  templating?: { list?: Variable[] };
  panels: Panel[];
}

export interface DashboardLink {
  type: 'dashboards' | 'link';
  title?: string;
  tags?: string[];
  url?: string;
  tooltip?: string;
  includeVars?: boolean;
  keepTime?: boolean;
}

export interface Annotation {
  name: string;
  enable: boolean;
  hide?: boolean;
  iconColor?: string;
}

export interface Variable {
  name: string;
  type: string;
  label?: string;
  hide?: number;
  multi?: boolean;
  includeAll?: boolean;
  refresh?: number;
  query?: unknown;
  current?: { text?: string | string[]; value?: string | string[] };
}

export interface Panel {
  id: number;
  type: string;
  title?: string;
  description?: string;
  datasource?: { type?: string; uid?: string };
  gridPos: { x: number; y: number; w: number; h: number };
  collapsed?: boolean;
  panels?: Panel[];
  targets?: Target[];
  options?: Record<string, unknown>;
  fieldConfig?: FieldConfigSource;
  transformations?: DataTransformerConfig[];
  interval?: string;
  maxDataPoints?: number;
  timeFrom?: string;
  transparent?: boolean;
  links?: Array<{ title: string; url: string }>;
}

export interface Target {
  refId: string;
  hide?: boolean;
  rawSql?: string;
  /** Set when the target takes over another panel's result. */
  panelId?: number;
  withTransforms?: boolean;
}

/** What the start page and the menus say of a dashboard. */
export interface Listed {
  uid: string;
  title: string;
  description: string;
  folder: string;
  tags: string[];
}

/** A panel that takes its data from another panel of the dashboard names this data source. */
export const OF_DASHBOARD = '-- Dashboard --';

/** Every panel of a dashboard, also those in rows. */
export function allPanels(dashboard: Dashboard): Panel[] {
  return dashboard.panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);
}
