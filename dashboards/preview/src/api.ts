import { createDataFrame, FieldType, type DataFrame, type Labels } from '@grafana/data';
import type { Dashboard, Listed } from './model';
import type { Values } from './variables';

/** Whose query to run; the browser never sends SQL. */
export interface Question {
  dashboard: string;
  from: number;
  to: number;
  variables: Values;
}

export interface Answer {
  frames: DataFrame[];
  sql: string;
  millis: number;
}

export interface Option {
  value: string;
  text: string;
}

interface RawAnswer {
  frames: Array<{ fields: Array<{ name: string; type: FieldType; labels?: Labels; values: unknown[] }> }>;
  sql: string;
  millis: number;
}

export interface Settings {
  language: 'en' | 'zh';
  dashboards: Listed[];
}

export const getSettings = () => call<Settings>('/api/dashboards');

export const getDashboard = (uid: string) => call<Dashboard>(`/api/dashboards/${encodeURIComponent(uid)}`);

export async function queryPanel(
  question: Question & { panelId: number; refId: string; intervalMs: number },
  signal: AbortSignal
): Promise<Answer> {
  return framed(await call<RawAnswer>('/api/query', question, signal), question.refId);
}

export async function queryAnnotations(question: Question & { name: string }, signal: AbortSignal): Promise<Answer> {
  return framed(await call<RawAnswer>('/api/annotations', question, signal), question.name);
}

export async function queryVariable(question: Question & { name: string }, signal: AbortSignal): Promise<Option[]> {
  return (await call<{ options: Option[] }>('/api/variables', question, signal)).options;
}

function framed(answer: RawAnswer, refId: string): Answer {
  const frames = answer.frames.map((frame) =>
    createDataFrame({ refId, fields: frame.fields.map((field) => ({ ...field, config: {} })) })
  );
  return { frames, sql: answer.sql, millis: answer.millis };
}

let running = 0;

/** Whether answers are still awaited. */
export const isBusy = () => running > 0;

async function call<T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const request: RequestInit = { signal };
  if (body !== undefined) {
    request.method = 'POST';
    request.headers = { 'Content-Type': 'application/json' };
    request.body = JSON.stringify(body);
  }
  running++;
  try {
    const response = await fetch(path, request);
    const text = await response.text();
    if (!response.ok) {
      throw new Error(errorOf(text) ?? `${response.status} ${response.statusText}`);
    }
    return JSON.parse(text);
  } finally {
    running--;
  }
}

function errorOf(text: string): string | undefined {
  try {
    return JSON.parse(text).error;
  } catch {
    return undefined;
  }
}
