import {
  dateTimeFormatISO,
  formattedValueToString,
  getFieldDisplayName,
  type DataFrame,
  type Field,
  type InterpolateFunction,
  type ScopedVars,
  type TimeRange,
} from '@grafana/data';
import { urlOf } from '../time';
import { ALL, writeValues, type Values } from '../variables';

/** $name, ${name}, ${name.path}, ${name:format}. */
const REFERENCE = /\$(\w+)|\$\{(\w+)(?:\.([^:}]+))?(?::([^}]+))?\}/g;

interface DataContext {
  frame: DataFrame;
  field: Field;
  rowIndex?: number;
  calculatedValue?: { numeric: number; text: string };
}

/** Replaces references to variables, the time range and, inside links, the cell; unknown ones stay as they are. */
export function interpolator(values: Values, range: TimeRange): InterpolateFunction {
  return (text, scoped, defaultFormat) => {
    const format = typeof defaultFormat === 'string' ? defaultFormat : undefined;
    return (text ?? '').replace(REFERENCE, (match, plain, name = plain, path, ownFormat) => {
      const url = urlPart(name, values, range);
      if (url !== undefined) {
        return url;
      }
      const value = values[name] ?? builtIn(name, path, scoped ?? {}, range);
      return value === undefined ? match : formatted(name, value, ownFormat ?? format);
    });
  };
}

function urlPart(name: string, values: Values, range: TimeRange): string | undefined {
  if (name === '__url_time_range') {
    return urlOf(range);
  }
  if (name === '__all_variables') {
    const search = new URLSearchParams();
    writeValues(values, search);
    return search.toString();
  }
  return undefined;
}

function builtIn(name: string, path: string | undefined, scoped: ScopedVars, range: TimeRange): string | undefined {
  if (name === '__from' || name === '__to') {
    const instant = name === '__from' ? range.from : range.to;
    return path === undefined ? String(instant.valueOf()) : dateTimeFormatISO(instant);
  }
  const context: DataContext | undefined = scoped.__dataContext?.value;
  if (context && name === '__data') {
    return cellOf(context, path ?? '');
  }
  if (context && name === '__value') {
    return valueOf(context.field, context, path ?? 'text');
  }
  if (context && name === '__field') {
    const field = { ...context.field, displayName: getFieldDisplayName(context.field, context.frame) };
    return textOf(get(field, path ?? 'displayName'));
  }
  const holder = scoped[name];
  return holder === undefined ? undefined : textOf(path ? get(holder.value, path) : (holder.text ?? holder.value));
}

/** fields["Shop"], fields.shop, fields[0], each with .numeric or .text behind. */
function cellOf(context: DataContext, path: string): string | undefined {
  const parts = /^fields(?:\["([^"]+)"\]|\['([^']+)'\]|\[(\d+)\]|\.([\w ]+))(?:\.(numeric|text))?$/.exec(path);
  if (!parts) {
    return undefined;
  }
  const [, double, single, index, dotted, kind] = parts;
  const wanted = double ?? single ?? dotted;
  const field =
    index !== undefined
      ? context.frame.fields[Number(index)]
      : context.frame.fields.find(
          (one) => one.name === wanted || getFieldDisplayName(one, context.frame) === wanted
        );
  return field && valueOf(field, context, kind ?? (typeof rawValue(field, context) === 'number' ? 'text' : 'raw'));
}

function valueOf(field: Field, context: DataContext, kind: string): string | undefined {
  if (context.rowIndex === undefined) {
    return textOf(get(context.calculatedValue, kind === 'raw' ? 'numeric' : kind));
  }
  const raw = rawValue(field, context);
  if (kind === 'raw' || kind === 'numeric' || !field.display) {
    return textOf(raw);
  }
  return formattedValueToString(field.display(raw));
}

function rawValue(field: Field, context: DataContext): unknown {
  return context.rowIndex === undefined ? undefined : field.values[context.rowIndex];
}

function get(holder: unknown, path: string): unknown {
  return path.split('.').reduce((value, key) => (value as Record<string, unknown> | undefined)?.[key], holder);
}

function textOf(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}

function formatted(name: string, value: string | string[], format: string | undefined): string {
  const list = Array.isArray(value) ? value : [value];
  const text = list.map((one) => (one === ALL ? 'All' : one));
  switch (format) {
    case 'queryparam':
      return list.map((one) => `var-${name}=${encodeURIComponent(one)}`).join('&');
    case 'percentencode':
    case 'uriencode':
      return encodeURIComponent(list.length === 1 ? list[0] : `{${list.join(',')}}`);
    case 'csv':
    case 'raw':
      return list.join(',');
    case 'json':
      return JSON.stringify(list);
    default:
      return text.join(' + ');
  }
}
