import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { ReactElement } from 'react';
import type { Annotation } from '../model';

interface Props {
  annotation: Annotation;
  value: boolean;
  onChange: (value: boolean) => void;
}

/** Whether an annotation is drawn, and in which colour. Narrower than a switch of Grafana's, so that the bar stays one line. */
export function AnnotationSwitch({ annotation, value, onChange }: Props): ReactElement {
  const styles = useStyles2(getStyles);
  const color = useTheme2().visualization.getColorByName(annotation.iconColor ?? 'blue');
  return (
    <button
      type="button"
      role="switch"
      aria-checked={value}
      data-annotation={annotation.name}
      className={styles.button}
      onClick={() => onChange(!value)}
    >
      <span className={styles.dot} style={{ borderColor: color, background: value ? color : 'none' }} />
      {annotation.name}
    </button>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  button: css({
    alignItems: 'center',
    background: 'none',
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    color: theme.colors.text.primary,
    display: 'flex',
    fontSize: theme.typography.bodySmall.fontSize,
    gap: theme.spacing(0.75),
    height: theme.spacing(4),
    padding: theme.spacing(0, 1),
    whiteSpace: 'nowrap',
    '&:hover': { background: theme.colors.action.hover },
    '&[aria-checked=false]': { color: theme.colors.text.disabled },
  }),
  dot: css({ border: '1px solid', borderRadius: theme.shape.radius.circle, height: 9, width: 9 }),
});
