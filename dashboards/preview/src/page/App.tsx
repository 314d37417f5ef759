import { css } from '@emotion/css';
import { createTheme, ThemeContext, type GrafanaTheme2 } from '@grafana/data';
import { Alert, Badge, GlobalStyles, IconButton, PortalContainer, useStyles2 } from '@grafana/ui';
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { getSettings, type Settings } from '../api';
import { folderTitle, speak, words } from '../i18n';
import { useAddress } from '../navigation';
import { DashboardPage } from './DashboardPage';
import { StartPage } from './StartPage';

const THEME_KEY = 'deskpulse-theme';

/** The whole app: Grafana's theme, a bar that says what this is, and a page. */
export function App(): ReactElement {
  const [mode, setMode] = useState<'dark' | 'light'>(localStorage.getItem(THEME_KEY) === 'light' ? 'light' : 'dark');
  const [settings, setSettings] = useState<Settings>();
  const [error, setError] = useState<string>();
  const theme = useMemo(() => createTheme({ colors: { mode } }), [mode]);
  useEffect(() => {
    // Widths of texts are measured once: with the font that will be drawn, not with the one before it.
    Promise.all([getSettings(), document.fonts.load('400 12px Inter'), document.fonts.load('500 14px Inter')])
      .then(([answer]) => {
        speak(answer.language);
        setSettings(answer);
      })
      .catch((failure: Error) => setError(failure.message));
  }, []);
  const toggle = () => {
    const next = mode === 'dark' ? 'light' : 'dark';
    localStorage.setItem(THEME_KEY, next);
    setMode(next);
  };
  return (
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
      {error && <Alert title={error} />}
      {settings && <Page settings={settings} mode={mode} onToggleTheme={toggle} />}
      <PortalContainer />
    </ThemeContext.Provider>
  );
}

interface PageProps {
  settings: Settings;
  mode: 'dark' | 'light';
  onToggleTheme: () => void;
}

function Page({ settings, mode, onToggleTheme }: PageProps): ReactElement {
  const styles = useStyles2(getStyles);
  const [path, search = ''] = useAddress().split('?', 2);
  const uid = /^\/d\/([\w-]+)/.exec(path)?.[1];
  const listed = settings.dashboards.find((one) => one.uid === uid);
  useEffect(() => {
    document.title = `${listed ? `${listed.title} · ` : ''}Deskpulse`;
  }, [listed]);
  return (
    <>
      <header className={styles.header}>
        <a href="/" className={styles.brand}>
          Deskpulse
        </a>
        {listed && (
          <>
            <span className={styles.crumb}>{folderTitle(listed.folder)}</span>
            <span className={styles.crumb}>{listed.title}</span>
          </>
        )}
        <span className={styles.space} />
        <Badge text={words.preview} color="blue" icon="info-circle" tooltip={words.previewNote} />
        <IconButton
          name="adjust-circle"
          tooltip={mode === 'dark' ? words.lightTheme : words.darkTheme}
          onClick={onToggleTheme}
        />
      </header>
      {uid ? <DashboardPage uid={uid} search={search} settings={settings} /> : <StartPage settings={settings} />}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  header: css({
    alignItems: 'center',
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    display: 'flex',
    gap: theme.spacing(1.5),
    height: 40,
    padding: theme.spacing(0, 2),
    position: 'sticky',
    top: 0,
    zIndex: theme.zIndex.navbarFixed + 1,
  }),
  brand: css({ color: theme.colors.text.maxContrast, fontWeight: theme.typography.fontWeightMedium }),
  crumb: css({
    color: theme.colors.text.secondary,
    '&::before': { color: theme.colors.text.disabled, content: '"›"', marginRight: theme.spacing(1.5) },
  }),
  space: css({ flexGrow: 1 }),
});
