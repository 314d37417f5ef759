import { useState, type MouseEvent } from 'react';

/** Which series of a panel are shown: all, or those that clicks on the legend left over. */
export interface Visible {
  /** Changes with what is shown, and only then. */
  key: string;
  shows: (name: string) => boolean;
  click: (name: string, together: boolean) => void;
}

/**
 * As Grafana's legend does: a click leaves one series alone and the next brings all back; with a key held down it takes one away or adds it.
 *
 * @param names of all series of the legend
 */
export function useVisible(names: string[]): Visible {
  const [left, setLeft] = useState<string[]>();
  // Series that are gone, after another choice of a variable, must not leave an empty panel.
  const chosen = left?.filter((name) => names.includes(name));
  const shown = chosen?.length ? chosen : undefined;
  return {
    key: JSON.stringify(shown),
    shows: (name) => shown?.includes(name) ?? true,
    click: (name, together) => setLeft(together ? toggled(shown ?? names, name, names) : alone(shown, name)),
  };
}

/** Whether a click on the legend adds to the series that are shown. */
export const isTogether = (event: MouseEvent) => event.ctrlKey || event.metaKey || event.shiftKey;

function alone(shown: string[] | undefined, name: string): string[] | undefined {
  return shown?.length === 1 && shown[0] === name ? undefined : [name];
}

function toggled(shown: string[], name: string, names: string[]): string[] | undefined {
  const next = shown.includes(name) ? shown.filter((one) => one !== name) : [...shown, name];
  return next.length === names.length ? undefined : next;
}
