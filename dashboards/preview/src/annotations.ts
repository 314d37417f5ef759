import { FieldType, type DataFrame, type GrafanaTheme2 } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { createContext, useEffect, useMemo, useState } from 'react';
import { queryAnnotations } from './api';
import type { Annotation } from './model';
import { questionOf, type View } from './panels/data';

/** Something that happened from one instant to another; both are the same where it took no time. */
export interface Happening {
  from: number;
  to: number;
  title: string;
  text: string;
  tags: string[];
}

/** Happenings of one annotation that overlap, drawn as one. */
export interface Mark {
  annotation: string;
  color: string;
  from: number;
  to: number;
  happenings: Happening[];
}

/** What is drawn over every time series of a dashboard. */
export const Marks = createContext<Mark[]>([]);

/** The marks of the annotations that are switched on, asked for anew whenever the view changes. */
export function useMarks(view: View | undefined, switchedOn: Annotation[]): { marks: Mark[]; error?: string } {
  const theme = useTheme2();
  const [state, setState] = useState<{ frames: Record<string, DataFrame>; error?: string }>({ frames: {} });
  const names = switchedOn.map(({ name }) => name).join('\n');
  useEffect(() => {
    const abort = new AbortController();
    if (view) {
      Promise.all(
        switchedOn.map(async ({ name }) => {
          const answer = await queryAnnotations({ ...questionOf(view), name }, abort.signal);
          return [name, answer.frames[0]];
        })
      )
        .then((answers) => setState({ frames: Object.fromEntries(answers) }))
        .catch((error: Error) => {
          if (!abort.signal.aborted) {
            setState((old) => ({ ...old, error: error.message }));
          }
        });
    }
    return () => abort.abort();
  }, [view, names]);
  const marks = useMemo(
    () => switchedOn.flatMap((annotation) => marksOf(annotation, state.frames[annotation.name], theme)),
    [names, state, theme]
  );
  return { marks, error: state.error };
}

function marksOf({ name, iconColor }: Annotation, frame: DataFrame | undefined, theme: GrafanaTheme2): Mark[] {
  const marks: Mark[] = [];
  const color = theme.visualization.getColorByName(iconColor ?? 'blue');
  for (const happening of frame ? happeningsOf(frame) : []) {
    const last = marks.at(-1);
    if (last && happening.from <= last.to) {
      last.to = Math.max(last.to, happening.to);
      last.happenings.push(happening);
    } else {
      marks.push({ annotation: name, color, from: happening.from, to: happening.to, happenings: [happening] });
    }
  }
  return marks;
}

/** By their beginnings. */
function happeningsOf(frame: DataFrame): Happening[] {
  const column = (name: string) => frame.fields.find((field) => field.name === name)?.values;
  const times: number[] = frame.fields.find((field) => field.type === FieldType.time)?.values ?? [];
  const [ends, titles, texts, tags] = ['timeEnd', 'title', 'text', 'tags'].map(column);
  return times
    .map((from, row) => ({
      from,
      to: Math.max(from, ends?.[row] ?? from),
      title: String(titles?.[row] ?? ''),
      text: String(texts?.[row] ?? ''),
      tags: String(tags?.[row] ?? '').split(',').filter((tag) => tag !== ''),
    }))
    .sort((a, b) => a.from - b.from);
}
