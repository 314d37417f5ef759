const ENGLISH = {
  preview: 'Preview',
  previewNote: 'A preview on Grafana’s components, not Grafana: the same dashboards, without editing, alerts and users.',
  dashboards: 'Dashboards',
  noData: 'No data',
  loading: 'Loading …',
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
  loading: '加载中…',
  showQuery: '查看查询语句',
  all: '全部',
  lightTheme: '浅色主题',
  darkTheme: '深色主题',
};

interface RangeOption {
  from: string;
  to: string;
  display: string;
}

const SPANS = [
  ['5m', '5 minutes', '5分钟'],
  ['15m', '15 minutes', '15分钟'],
  ['30m', '30 minutes', '30分钟'],
  ['1h', '1 hour', '1小时'],
  ['3h', '3 hours', '3小时'],
  ['6h', '6 hours', '6小时'],
  ['12h', '12 hours', '12小时'],
  ['24h', '24 hours', '24小时'],
  ['2d', '2 days', '2天'],
  ['7d', '7 days', '7天'],
  ['30d', '30 days', '30天'],
] as const;

/** Grafana calls now-6d/d the last 6 days, though they are 7: whole days are counted with this one. */
export function ranges(): RangeOption[] {
  const chinese = spoken === 'zh';
  const days = [6, 13, 27, 29].map((before) => ({
    from: `now-${before}d/d`,
    to: 'now',
    display: chinese ? `近${before + 1}天（含今日）` : `This day and ${before} before`,
  }));
  return [
    ...SPANS.map(([span, english, other]) => ({
      from: `now-${span}`,
      to: 'now',
      display: chinese ? `近${other}` : `Last ${english}`,
    })),
    { from: 'now/d', to: 'now', display: chinese ? '今日至今' : 'Today so far' },
    { from: 'now-1d/d', to: 'now-1d/d', display: chinese ? '昨日' : 'Yesterday' },
    { from: 'now-2d/d+23h', to: 'now-1d/d+23h', display: chinese ? '至昨晚 23 点' : "Until last night's eleven" },
    ...days,
  ];
}

/** What the app itself says, in the language of the dashboards. */
export let words = ENGLISH;
let spoken: 'en' | 'zh' = 'en';

export const folderTitle = (folder: string) => FOLDERS[folder]?.[spoken] ?? folder;

export function speak(language: 'en' | 'zh'): void {
  spoken = language;
  words = language === 'zh' ? CHINESE : ENGLISH;
  document.documentElement.lang = language;
}
