import {
  applyFieldOverrides,
  cacheFieldDisplayNames,
  rangeUtil,
  transformDataFrame,
  type DataFrame,
  type GrafanaTheme2,
  type TimeRange,
} from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { useEffect, useMemo, useState } from 'react';
import { firstValueFrom } from 'rxjs';
import { queryPanel, type Question } from '../api';
import { fieldConfigOf, registryOf } from '../grafana/fieldConfig';
import { interpolator } from '../grafana/interpolate';
import { OF_DASHBOARD, allPanels, type Dashboard, type Panel } from '../model';
import type { Values } from '../variables';

/** What a whole dashboard is looked at with. */
export interface View {
  dashboard: Dashboard;
  values: Values;
  range: TimeRange;
  timeZone: string;
}

export interface PanelData {
  /** Undefined until the first answer. */
  frames?: DataFrame[];
  error?: string;
  loading: boolean;
  sql: string[];
}

const MOST_POINTS = 300;

/** A panel's frames, asked for anew whenever the view changes; the old ones stay until the new ones are there. */
export function usePanelData(panel: Panel, view: View): PanelData {
  const theme = useTheme2();
  const [state, setState] = useState<PanelData>({ loading: true, sql: [] });
  useEffect(() => {
    const abort = new AbortController();
    setState((old) => ({ ...old, loading: true }));
    load(panel, view, abort.signal)
      .then(({ frames, sql }) => setState({ frames, sql, loading: false }))
      .catch((error: Error) => {
        if (!abort.signal.aborted) {
          setState((old) => ({ ...old, error: error.message, loading: false }));
        }
      });
    return () => abort.abort();
  }, [panel, view]);
  const frames = useMemo(() => state.frames && configured(panel, state.frames, view, theme), [panel, state, view, theme]);
  return { ...state, frames };
}

async function load(panel: Panel, view: View, signal: AbortSignal) {
  const source = sourceOf(panel, view.dashboard);
  const targets = (source.targets ?? []).filter((target) => !target.hide && target.rawSql);
  const question = questionOf(view);
  const answers = await Promise.all(
    targets.map((target) =>
      queryPanel(
        { ...question, panelId: source.id, refId: target.refId, intervalMs: intervalOf(source, view.range) },
        signal
      )
    )
  );
  const inherited = source !== panel && panel.targets?.some((target) => target.withTransforms);
  const transformations = [...(inherited ? (source.transformations ?? []) : []), ...(panel.transformations ?? [])];
  const frames = await firstValueFrom(
    transformDataFrame(
      transformations,
      answers.flatMap((answer) => answer.frames),
      { interpolate: interpolator(view.values, view.range) }
    )
  );
  return { frames, sql: answers.map((answer) => answer.sql) };
}

export function questionOf(view: View): Question {
  return {
    dashboard: view.dashboard.uid,
    from: view.range.from.valueOf(),
    to: view.range.to.valueOf(),
    variables: view.values,
  };
}

/** The panel itself, or the one whose result it takes over. */
function sourceOf(panel: Panel, dashboard: Dashboard): Panel {
  if (panel.datasource?.uid !== OF_DASHBOARD) {
    return panel;
  }
  const id = panel.targets?.[0]?.panelId;
  return allPanels(dashboard).find((other) => other.id === id) ?? panel;
}

function intervalOf(panel: Panel, range: TimeRange): number {
  const points = panel.maxDataPoints ?? MOST_POINTS;
  return rangeUtil.calculateInterval(range, points, panel.interval).intervalMs;
}

function configured(panel: Panel, frames: DataFrame[], view: View, theme: GrafanaTheme2): DataFrame[] {
  const fieldConfig = fieldConfigOf(panel);
  const configuredFrames = applyFieldOverrides({
    data: frames,
    fieldConfig,
    fieldConfigRegistry: registryOf(fieldConfig),
    replaceVariables: interpolator(view.values, view.range),
    theme,
    timeZone: view.timeZone,
  });
  // Tables read the names from there.
  cacheFieldDisplayNames(configuredFrames);
  return configuredFrames;
}
