import type { TimeRange } from '@grafana/data';
import { useEffect, useState } from 'react';
import { queryVariable, type Option } from '../api';
import type { Dashboard } from '../model';
import { ownOptions, settled, type Values } from '../variables';

export interface Choices {
  options: Record<string, Option[]>;
  values: Values;
}

/**
 * The options of a dashboard's variables and what is chosen of them, each variable after those before it. Undefined until all are
 * known.
 */
export function useVariables(
  dashboard: Dashboard,
  wanted: Values,
  range: TimeRange
): { choices?: Choices; error?: string } {
  const [state, setState] = useState<{ choices?: Choices; error?: string }>({});
  const key = JSON.stringify([dashboard.uid, wanted, range.raw]);
  useEffect(() => {
    const abort = new AbortController();
    load(dashboard, wanted, range, abort.signal)
      .then((choices) => setState({ choices }))
      .catch((error: Error) => {
        if (!abort.signal.aborted) {
          setState((old) => ({ ...old, error: error.message }));
        }
      });
    return () => abort.abort();
    // The key stands for what the options depend on; the instants of a relative range move with every refresh.
  }, [key]);
  return state;
}

async function load(dashboard: Dashboard, wanted: Values, range: TimeRange, signal: AbortSignal): Promise<Choices> {
  const choices: Choices = { options: {}, values: { ...wanted } };
  for (const variable of dashboard.templating?.list ?? []) {
    const options =
      variable.type === 'query'
        ? await queryVariable(
            {
              dashboard: dashboard.uid,
              name: variable.name,
              from: range.from.valueOf(),
              to: range.to.valueOf(),
              variables: choices.values,
            },
            signal
          )
        : ownOptions(variable);
    choices.options[variable.name] = options;
    if (variable.type === 'query' || variable.type === 'custom') {
      choices.values[variable.name] = settled(variable, wanted[variable.name] ?? [], options);
    }
  }
  return choices;
}
