import { css } from '@emotion/css';
import { type GrafanaTheme2, type TimeRange } from '@grafana/data';
import { Dropdown, Menu, RefreshPicker, TimeRangePicker, ToolbarButton, useStyles2 } from '@grafana/ui';
import { useEffect, useState, type ReactElement } from 'react';
import { isBusy, type Settings } from '../api';
import { ranges, words } from '../i18n';
import type { Dashboard, DashboardLink } from '../model';
import { navigate } from '../navigation';
import { moved, rawOf, urlOf, zoomedOut } from '../time';
import { writeValues, type Values } from '../variables';
import { AnnotationSwitch } from './AnnotationSwitch';
import type { Choices } from './useVariables';
import { VariablePicker } from './VariablePicker';

interface Props {
  dashboard: Dashboard;
  settings: Settings;
  range: TimeRange;
  timeZone: string;
  choices?: Choices;
  /** Names of the annotations that are drawn. */
  drawn: string[];
  isLive: boolean;
  onTime: (raw: { from: string; to: string }) => void;
  onValues: (values: Values) => void;
  onDrawn: (names: string[]) => void;
  onRefresh: () => void;
}

const SECONDS: Record<string, number> = { s: 1, m: 60, h: 3600 };

/** Variables, annotations, links to the other dashboards, time range and refresh. */
export function Controls(props: Props): ReactElement {
  const { dashboard, settings, range, timeZone, choices, drawn, isLive, onTime, onValues, onDrawn, onRefresh } = props;
  const styles = useStyles2(getStyles);
  const [refresh, setRefresh] = useState(dashboard.refresh ?? '');
  useEffect(() => {
    const millis = millisOf(refresh);
    if (millis === 0 || !isLive) {
      return;
    }
    const timer = window.setInterval(() => {
      // On a busy machine a refresh must not overtake the one before it, or nothing would ever be drawn.
      if (document.visibilityState === 'visible' && !isBusy()) {
        onRefresh();
      }
    }, millis);
    return () => window.clearInterval(timer);
  }, [refresh, isLive]);
  return (
    <div className={styles.bar}>
      <div className={styles.group}>
        {(dashboard.templating?.list ?? [])
          .filter((variable) => variable.hide !== 2)
          .map((variable) => (
            <VariablePicker
              key={variable.name}
              variable={variable}
              options={choices?.options[variable.name] ?? []}
              value={choices?.values[variable.name] ?? []}
              onChange={(value) => onValues({ ...choices?.values, [variable.name]: value })}
            />
          ))}
        {(dashboard.annotations?.list ?? [])
          .filter((annotation) => !annotation.hide)
          .map((annotation) => (
            <AnnotationSwitch
              key={annotation.name}
              annotation={annotation}
              value={drawn.includes(annotation.name)}
              onChange={(on) => onDrawn(on ? [...drawn, annotation.name] : drawn.filter((name) => name !== annotation.name))}
            />
          ))}
      </div>
      <div className={styles.right}>
        {(dashboard.links ?? [])
          .filter((link) => link.type === 'dashboards')
          .map((link) => (
            <LinksMenu key={link.title} link={link} settings={settings} range={range} values={choices?.values ?? {}} />
          ))}
        {(dashboard.links ?? [])
          .filter((link) => link.type === 'link' && link.url)
          .map((link) => (
            <ToolbarButton
              key={link.title}
              variant="canvas"
              tooltip={link.tooltip}
              onClick={() => navigate(addressOf(link, choices?.values ?? {}))}
            >
              {link.title}
            </ToolbarButton>
          ))}
        <TimeRangePicker
          value={range}
          timeZone={timeZone}
          isOnCanvas
          weekStart="monday"
          onChange={(next) => onTime(rawOf(next))}
          quickRanges={ranges()}
          onChangeTimeZone={() => {}}
          onMoveBackward={() => onTime(moved(range, -1))}
          onMoveForward={() => onTime(moved(range, 1))}
          onZoom={() => onTime(zoomedOut(range))}
        />
        <RefreshPicker
          value={refresh}
          intervals={dashboard.timepicker?.refresh_intervals}
          onRefresh={onRefresh}
          onIntervalChanged={setRefresh}
          isOnCanvas
        />
      </div>
    </div>
  );
}

/** Where a link with an address of its own leads, with the variables if it says so. */
function addressOf(link: DashboardLink, values: Values): string {
  const [path, search] = (link.url ?? '').split('?');
  const query = new URLSearchParams(search);
  if (link.includeVars) {
    writeValues(values, query);
  }
  return `${path}?${query}`;
}

interface LinksProps {
  link: DashboardLink;
  settings: Settings;
  range: TimeRange;
  values: Values;
}

/** The dashboards with the tags of a link, opened with the same time and variables if the link says so. */
function LinksMenu({ link, settings, range, values }: LinksProps): ReactElement {
  const query = new URLSearchParams(link.keepTime ? urlOf(range) : '');
  if (link.includeVars) {
    writeValues(values, query);
  }
  const listed = settings.dashboards.filter((one) => link.tags?.every((tag) => one.tags.includes(tag)));
  const menu = (
    <Menu>
      {listed.map((one) => (
        <Menu.Item key={one.uid} label={one.title} onClick={() => navigate(`/d/${one.uid}?${query}`)} />
      ))}
    </Menu>
  );
  return (
    <Dropdown overlay={menu}>
      <ToolbarButton variant="canvas" icon="bars" isOpen={false}>
        {link.title || words.dashboards}
      </ToolbarButton>
    </Dropdown>
  );
}

function millisOf(interval: string): number {
  const parts = /^(\d+)([smh])$/.exec(interval);
  return parts ? Number(parts[1]) * SECONDS[parts[2]] * 1000 : 0;
}

const getStyles = (theme: GrafanaTheme2) => ({
  right: css({ alignItems: 'center', display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), marginLeft: 'auto' }),
  bar: css({
    background: theme.colors.background.canvas,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    padding: theme.spacing(1.5, 0),
    position: 'sticky',
    top: 40,
    zIndex: theme.zIndex.navbarFixed,
  }),
  group: css({ alignItems: 'center', display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});
