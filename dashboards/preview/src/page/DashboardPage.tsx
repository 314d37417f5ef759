import { css } from '@emotion/css';
import { dateMath, type GrafanaTheme2 } from '@grafana/data';
import { Alert, useStyles2 } from '@grafana/ui';
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { Marks, useMarks } from '../annotations';
import { getDashboard, type Settings } from '../api';
import type { Dashboard } from '../model';
import { navigate } from '../navigation';
import { absolute, rangeOf } from '../time';
import { initialValues, writeValues, type Values } from '../variables';
import { Controls } from './Controls';
import { Grid } from './Grid';
import { useWidth } from './useWidth';
import { useVariables } from './useVariables';

/** A dashboard as the address bar says: which, of when, with which variables. */
export function DashboardPage({ uid, search, settings }: { uid: string; search: string; settings: Settings }): ReactElement {
  const [loaded, setLoaded] = useState<{ dashboard?: Dashboard; error?: string }>({});
  useEffect(() => {
    setLoaded({});
    getDashboard(uid)
      .then((dashboard) => setLoaded({ dashboard }))
      .catch((error: Error) => setLoaded({ error: error.message }));
  }, [uid]);
  if (loaded.error) {
    return <Alert title={loaded.error} />;
  }
  // The dashboard of the page before must not meet this page's address.
  return loaded.dashboard?.uid === uid ? (
    <Loaded key={uid} dashboard={loaded.dashboard} search={search} settings={settings} />
  ) : (
    <></>
  );
}

function Loaded({ dashboard, search, settings }: { dashboard: Dashboard; search: string; settings: Settings }): ReactElement {
  const styles = useStyles2(getStyles);
  const [container, width] = useWidth();
  const timeZone = dashboard.timezone || 'browser';
  const query = useMemo(() => new URLSearchParams(search), [search]);
  const raw = { from: query.get('from') ?? dashboard.time.from, to: query.get('to') ?? dashboard.time.to };
  const [tick, setTick] = useState(0);
  const range = useMemo(() => rangeOf(raw, timeZone), [raw.from, raw.to, timeZone, tick]);
  const wanted = useMemo(() => initialValues(dashboard.templating?.list ?? [], query), [dashboard, query]);
  const { choices, error } = useVariables(dashboard, wanted, range);
  const valuesKey = JSON.stringify(choices?.values);
  const view = useMemo(
    () => choices && { dashboard, values: choices.values, range, timeZone },
    [dashboard, valuesKey, range, timeZone]
  );
  const annotations = dashboard.annotations?.list ?? [];
  const [drawn, setDrawn] = useState(() => annotations.filter(({ enable }) => enable).map(({ name }) => name));
  const { marks, error: annotationError } = useMarks(view, annotations.filter(({ name }) => drawn.includes(name)));

  const go = (change: { time?: { from: string; to: string }; values?: Values }) => {
    const next = new URLSearchParams(query);
    const { from, to } = change.time ?? raw;
    next.set('from', from);
    next.set('to', to);
    writeValues(change.values ?? choices?.values ?? wanted, next);
    navigate(`/d/${dashboard.uid}?${next}`);
  };

  const isLive = dateMath.isMathString(range.raw.to);
  return (
    <div className={styles.page}>
      <Controls
        dashboard={dashboard}
        settings={settings}
        range={range}
        timeZone={timeZone}
        choices={choices}
        drawn={drawn}
        isLive={isLive}
        onTime={(time) => go({ time })}
        onValues={(values) => go({ values })}
        onDrawn={setDrawn}
        onRefresh={() => setTick((old) => old + 1)}
      />
      {error && <Alert title={error} />}
      {annotationError && <Alert title={annotationError} />}
      <div ref={container} className={styles.panels}>
        {view && width > 0 && (
          <Marks.Provider value={marks}>
            <Grid view={view} width={width} onZoom={(from, to) => go({ time: absolute(from, to) })} />
          </Marks.Provider>
        )}
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ padding: theme.spacing(0, 2, 2) }),
  panels: css({ width: '100%' }),
});
