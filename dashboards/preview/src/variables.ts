import type { Option } from './api';
import type { Variable } from './model';

/** Chosen values by the name of the variable. */
export type Values = Record<string, string[]>;

export const ALL = '$__all';

/** Options that the dashboard itself lists: "a,b" or "label : value". */
export function ownOptions(variable: Variable): Option[] {
  if (variable.type !== 'custom' || typeof variable.query !== 'string') {
    return [];
  }
  return variable.query
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [text, value] = part.split(' : ').map((side) => side.trim());
      return { text, value: value ?? text };
    });
}

/** The values of the address bar, else what the dashboard starts with. */
export function initialValues(variables: Variable[], search: URLSearchParams): Values {
  const values: Values = {};
  for (const variable of variables) {
    const given = search.getAll(`var-${variable.name}`).map((value) => (value === 'All' ? ALL : value));
    values[variable.name] = given.length > 0 ? given : standard(variable);
  }
  return values;
}

/** What remains of a choice among new options; a first choice where nothing remains. */
export function settled(variable: Variable, chosen: string[], options: Option[]): string[] {
  if (variable.includeAll && (chosen.length === 0 || chosen.includes(ALL))) {
    return [ALL];
  }
  const known = new Set(options.map((option) => option.value));
  const kept = chosen.filter((value) => known.has(value));
  if (kept.length > 0) {
    return kept;
  }
  return variable.includeAll ? [ALL] : options.slice(0, 1).map((option) => option.value);
}

/** Adds the values to a query string as Grafana writes them. */
export function writeValues(values: Values, search: URLSearchParams): void {
  for (const [name, chosen] of Object.entries(values)) {
    search.delete(`var-${name}`);
    chosen.forEach((value) => search.append(`var-${name}`, value));
  }
}

function standard(variable: Variable): string[] {
  const current = variable.current?.value;
  const list = Array.isArray(current) ? current : current === undefined || current === '' ? [] : [current];
  if (list.length > 0) {
    return list;
  }
  if (typeof variable.query === 'string' && (variable.type === 'textbox' || variable.type === 'constant')) {
    return [variable.query];
  }
  return variable.includeAll ? [ALL] : [];
}
