const ENGLISH = {
  preview: 'Preview',
  previewNote: 'A preview on Grafana’s components, not Grafana: the same dashboards, without editing, alerts and users.',
  dashboards: 'Dashboards',
  openInGrafana: 'The same files load in Grafana.',
  search: 'Search dashboards',
  noData: 'No data',
  showQuery: 'Show query',
  all: 'All',
  loading: 'Loading …',
  notFound: 'There is no such dashboard.',
  lightTheme: 'Light theme',
  darkTheme: 'Dark theme',
};

const CHINESE: typeof ENGLISH = {
  preview: '预览',
  previewNote: '使用 Grafana 组件的预览，并非 Grafana：看板相同，但没有编辑、告警和用户管理。',
  dashboards: '看板',
  openInGrafana: '同样的文件可直接在 Grafana 中加载。',
  search: '搜索看板',
  noData: '无数据',
  showQuery: '查看查询语句',
  all: '全部',
  loading: '加载中…',
  notFound: '没有这个看板。',
  lightTheme: '浅色主题',
  darkTheme: '深色主题',
};

/** What the app itself says, in the language of the dashboards. */
export let words = ENGLISH;

export function speak(language: 'en' | 'zh'): void {
  words = language === 'zh' ? CHINESE : ENGLISH;
  document.documentElement.lang = language;
}
