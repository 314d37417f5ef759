import { css } from '@emotion/css';
import { Icon, useStyles2 } from '@grafana/ui';
import type { GrafanaTheme2 } from '@grafana/data';
import { useState, type ReactElement } from 'react';
import { interpolator } from '../grafana/interpolate';
import type { Panel } from '../model';
import type { View } from '../panels/data';
import { PanelView } from '../panels/PanelView';

const COLUMNS = 24;
const ROW_HEIGHT = 30;
const GAP = 8;

interface Props {
  view: View;
  width: number;
  onZoom: (from: number, to: number) => void;
}

/** The panels at their places on Grafana's grid; rows open and close. */
export function Grid({ view, width, onZoom }: Props): ReactElement {
  const [opened, setOpened] = useState<Record<number, boolean>>({});
  const isOpen = (row: Panel) => opened[row.id] ?? !row.collapsed;
  const { placed, rows } = place(view.dashboard.panels, isOpen);
  const column = (width + GAP) / COLUMNS;
  return (
    <div style={{ position: 'relative', width, height: rows * (ROW_HEIGHT + GAP) }}>
      {placed.map(({ panel, y }) => {
        const box = {
          left: Math.round(panel.gridPos.x * column),
          top: y * (ROW_HEIGHT + GAP),
          width: Math.round(panel.gridPos.w * column - GAP),
          height: panel.gridPos.h * (ROW_HEIGHT + GAP) - GAP,
        };
        return (
          <div key={panel.id} style={{ position: 'absolute', ...box }}>
            {panel.type === 'row' ? (
              <RowTitle
                title={interpolator(view.values, view.range)(panel.title ?? '', {}, 'text')}
                open={isOpen(panel)}
                onToggle={() => setOpened((old) => ({ ...old, [panel.id]: !isOpen(panel) }))}
              />
            ) : (
              <PanelView panel={panel} view={view} width={box.width} height={box.height} onZoom={onZoom} />
            )}
          </div>
        );
      })}
    </div>
  );
}

function RowTitle({ title, open, onToggle }: { title: string; open: boolean; onToggle: () => void }): ReactElement {
  const styles = useStyles2(getStyles);
  return (
    <div data-row style={{ height: '100%' }}>
      <button type="button" className={styles.row} aria-expanded={open} onClick={onToggle}>
        <Icon name={open ? 'angle-down' : 'angle-right'} /> {title}
      </button>
    </div>
  );
}

/**
 * Where each panel goes: those of a closed row are left out and what is below moves up; a row that is stored closed keeps its
 * panels inside, and pushes what is below down when it opens.
 */
function place(panels: Panel[], isOpen: (row: Panel) => boolean): { placed: Array<{ panel: Panel; y: number }>; rows: number } {
  const placed: Array<{ panel: Panel; y: number }> = [];
  let shift = 0;
  let hidden = false;
  let hiddenFrom = 0;
  for (const panel of [...panels].sort((a, b) => a.gridPos.y - b.gridPos.y || a.gridPos.x - b.gridPos.x)) {
    if (panel.type === 'row') {
      if (hidden) {
        shift -= panel.gridPos.y - hiddenFrom;
      }
      placed.push({ panel, y: panel.gridPos.y + shift });
      const below = panel.gridPos.y + 1;
      hidden = !isOpen(panel) && !panel.collapsed;
      hiddenFrom = below;
      if (panel.collapsed && isOpen(panel)) {
        const children = panel.panels ?? [];
        const top = Math.min(...children.map((child) => child.gridPos.y));
        children.forEach((child) => placed.push({ panel: child, y: child.gridPos.y - top + below + shift }));
        shift += Math.max(0, ...children.map((child) => child.gridPos.y - top + child.gridPos.h));
      }
    } else if (!hidden) {
      placed.push({ panel, y: panel.gridPos.y + shift });
    }
  }
  return { placed, rows: Math.max(0, ...placed.map(({ panel, y }) => y + panel.gridPos.h)) };
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    alignItems: 'center',
    background: 'none',
    border: 'none',
    color: theme.colors.text.primary,
    display: 'flex',
    fontSize: theme.typography.h5.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    gap: theme.spacing(1),
    height: '100%',
    padding: 0,
    width: '100%',
  }),
});
