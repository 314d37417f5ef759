import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ReactElement } from 'react';
import type { Settings } from '../api';
import { folderTitle, words } from '../i18n';

/** All dashboards by folder, each with the question that it answers. */
export function StartPage({ settings }: { settings: Settings }): ReactElement {
  const styles = useStyles2(getStyles);
  const folders = [...new Set(settings.dashboards.map((one) => one.folder))];
  return (
    <main className={styles.page}>
      <p className={styles.note}>{words.previewNote}</p>
      {folders.map((folder) => (
        <section key={folder}>
          <h3>{folderTitle(folder)}</h3>
          <div className={styles.cards}>
            {settings.dashboards
              .filter((one) => one.folder === folder)
              .map((one) => (
                <a key={one.uid} href={`/d/${one.uid}`} className={styles.card}>
                  <h4>{one.title}</h4>
                  <span>{one.description}</span>
                </a>
              ))}
          </div>
        </section>
      ))}
    </main>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ margin: '0 auto', maxWidth: 1180, padding: theme.spacing(4, 2) }),
  note: css({ color: theme.colors.text.secondary }),
  cards: css({
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'repeat(auto-fill, minmax(270px, 1fr))',
    margin: theme.spacing(1, 0, 4),
  }),
  card: css({
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    color: theme.colors.text.secondary,
    padding: theme.spacing(2),
    '&:hover': { background: theme.colors.emphasize(theme.colors.background.primary, 0.03) },
    '& h4': { color: theme.colors.text.primary },
  }),
});
