import { renderTextPanelMarkdown } from '@grafana/data';
import type { ReactElement } from 'react';
import { interpolator } from '../grafana/interpolate';
import type { Panel } from '../model';
import type { View } from './data';
import { optionsOf } from './types';

/** Markdown, made safe by Grafana's own sanitizer. */
export function TextDrawing({ panel, view }: { panel: Panel; view: View }): ReactElement {
  const { content = '' } = optionsOf<{ content: string }>(panel);
  const html = renderTextPanelMarkdown(interpolator(view.values, view.range)(content, {}, 'text'));
  return <div className="markdown-html" dangerouslySetInnerHTML={{ __html: html }} />;
}
