import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Tooltip, useStyles2, type UPlotConfigBuilder } from '@grafana/ui';
import { useContext, useLayoutEffect, useState, type ReactElement } from 'react';
import { Marks, type Happening, type Mark } from '../annotations';

/** Where the plot lies within its panel, in pixels, and which instants its left and right edges are. */
interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
  from: number;
  to: number;
}

/** A mark on the axis is never so narrow that a mouse misses it. */
const NARROWEST = 8;

/** Two dashed lines closer than this look like one that is broken. */
const NARROWEST_PAIR = 5;

/** The dashboard's annotations over a plot: shaded from a dashed line to another, with a mark at the axis that says what it was. */
export function AnnotationLayer({ config, timeZone }: { config: UPlotConfigBuilder; timeZone: string }): ReactElement | null {
  const styles = useStyles2(getStyles);
  const marks = useContext(Marks);
  const [area, setArea] = useState<Area>();
  useLayoutEffect(() => {
    config.addHook('draw', ({ bbox, scales }) => {
      const pixel = window.devicePixelRatio;
      const next = {
        left: bbox.left / pixel,
        top: bbox.top / pixel,
        width: bbox.width / pixel,
        height: bbox.height / pixel,
        from: scales.x.min ?? 0,
        to: scales.x.max ?? 0,
      };
      setArea((old) => (old && (Object.keys(next) as Array<keyof Area>).every((key) => old[key] === next[key]) ? old : next));
    });
  }, [config]);
  if (!area || !(area.to > area.from)) {
    return null;
  }
  const x = (instant: number) => ((instant - area.from) / (area.to - area.from)) * area.width;
  const within = (instant: number) => Math.min(area.width, Math.max(0, x(instant)));
  return (
    <div className={styles.layer} style={{ left: area.left, top: area.top, width: area.width, height: area.height }}>
      {marks
        .filter((mark) => mark.to >= area.from && mark.from <= area.to)
        .map((mark) => {
          const left = within(mark.from);
          const width = within(mark.to) - left;
          const borders = {
            borderLeftStyle: mark.from >= area.from ? ('dashed' as const) : ('none' as const),
            borderRightStyle: width >= NARROWEST_PAIR && mark.to <= area.to ? ('dashed' as const) : ('none' as const),
          };
          const wide = Math.max(width, NARROWEST);
          return (
            <div key={`${mark.annotation} ${mark.from}`} data-mark={mark.annotation} style={{ color: mark.color }}>
              <div className={styles.region} style={{ left, width, ...borders }} />
              <Tooltip content={<Said mark={mark} timeZone={timeZone} />} placement="bottom">
                <button
                  type="button"
                  aria-label={mark.happenings.map(({ title, text }) => `${title}: ${text}`).join(' ')}
                  className={mark.to > mark.from ? styles.bar : styles.arrow}
                  style={{ left: left + (width - wide) / 2, width: wide }}
                />
              </Tooltip>
            </div>
          );
        })}
    </div>
  );
}

function Said({ mark, timeZone }: { mark: Mark; timeZone: string }): ReactElement {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.said}>
      {mark.happenings.map((happening, index) => (
        <div key={index}>
          <div className={styles.when}>{instants(happening, timeZone)}</div>
          <div className={styles.title}>{[happening.title, happening.tags.join(', ')].filter(Boolean).join(' · ')}</div>
          <div>{happening.text}</div>
        </div>
      ))}
    </div>
  );
}

function instants({ from, to }: Happening, timeZone: string): string {
  const text = (instant: number) => dateTimeFormat(instant, { timeZone });
  return to > from ? `${text(from)} – ${text(to)}` : text(from);
}

const getStyles = (theme: GrafanaTheme2) => {
  const mark = { border: 'none', cursor: 'default', padding: 0, pointerEvents: 'auto', position: 'absolute' } as const;
  return {
    layer: css({ pointerEvents: 'none', position: 'absolute' }),
    region: css({
      borderColor: 'currentColor',
      borderWidth: '0 1px',
      boxSizing: 'border-box',
      height: '100%',
      position: 'absolute',
      '&::before': { background: 'currentColor', content: '""', inset: 0, opacity: 0.1, position: 'absolute' },
    }),
    bar: css({ ...mark, background: 'currentColor', borderRadius: 1, color: 'inherit', height: 5, top: '100%' }),
    arrow: css({ ...mark, background: 'currentColor', clipPath: 'polygon(50% 0, 100% 100%, 0 100%)', color: 'inherit', height: 7, top: '100%' }),
    said: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), maxWidth: 320 }),
    when: css({ fontVariantNumeric: 'tabular-nums', opacity: 0.75 }),
    title: css({ fontWeight: theme.typography.fontWeightMedium }),
  };
};
