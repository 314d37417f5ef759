const ENGLISH = {
  preview: 'Preview',
  previewNote: 'A preview on Grafana’s components, not Grafana: the same dashboards, without editing, alerts and users.',
  dashboards: 'Dashboards',
  noData: 'No data',
  showQuery: 'Show query',
  all: 'All',
  lightTheme: 'Light theme',
  darkTheme: 'Dark theme',
};

/** Folders by the name that the server gives them. */
const FOLDERS: Record<string, { en: string; zh: string }> = {
  'customer-service': { en: 'Customer service', zh: '客户服务' },
  operations: { en: 'Operations', zh: '运维' },
};

const CHINESE: typeof ENGLISH = {
  preview: '预览',
  previewNote: '使用 Grafana 组件的预览，并非 Grafana：看板相同，但没有编辑、告警和用户管理。',
  dashboards: '看板',
  noData: '无数据',
  showQuery: '查看查询语句',
  all: '全部',
  lightTheme: '浅色主题',
  darkTheme: '深色主题',
};

/** What the app itself says, in the language of the dashboards. */
export let words = ENGLISH;
let spoken: 'en' | 'zh' = 'en';

export const folderTitle = (folder: string) => FOLDERS[folder]?.[spoken] ?? folder;

export function speak(language: 'en' | 'zh'): void {
  spoken = language;
  words = language === 'zh' ? CHINESE : ENGLISH;
  document.documentElement.lang = language;
}
