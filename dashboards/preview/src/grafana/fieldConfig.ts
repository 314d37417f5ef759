import {
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  FieldColorModeId,
  FieldConfigOptionsRegistry,
  FieldType,
  identityOverrideProcessor,
  numberOverrideProcessor,
  thresholdsOverrideProcessor,
  valueMappingsOverrideProcessor,
  type Field,
  type FieldConfigPropertyItem,
  type FieldConfigSource,
} from '@grafana/data';
import type { Panel } from '../model';

type Process = FieldConfigPropertyItem['process'];

const anyField = () => true;
const numberField = (field: Field) => field.type === FieldType.number;

const STANDARD: Array<{ id: string; process: Process; shouldApply: (field: Field) => boolean }> = [
  { id: 'unit', process: identityOverrideProcessor, shouldApply: anyField },
  { id: 'decimals', process: numberOverrideProcessor, shouldApply: numberField },
  { id: 'min', process: numberOverrideProcessor, shouldApply: numberField },
  { id: 'max', process: numberOverrideProcessor, shouldApply: numberField },
  { id: 'fieldMinMax', process: identityOverrideProcessor, shouldApply: numberField },
  { id: 'displayName', process: displayNameOverrideProcessor, shouldApply: anyField },
  { id: 'description', process: identityOverrideProcessor, shouldApply: anyField },
  { id: 'noValue', process: identityOverrideProcessor, shouldApply: anyField },
  { id: 'links', process: dataLinksOverrideProcessor, shouldApply: anyField },
  { id: 'thresholds', process: thresholdsOverrideProcessor, shouldApply: anyField },
  { id: 'mappings', process: valueMappingsOverrideProcessor, shouldApply: anyField },
  { id: 'color', process: identityOverrideProcessor, shouldApply: anyField },
  { id: 'filterable', process: identityOverrideProcessor, shouldApply: anyField },
];

const GRAPH = {
  axisPlacement: 'auto',
  axisColorMode: 'text',
  axisBorderShow: false,
  axisLabel: '',
  fillOpacity: 0,
  gradientMode: 'none',
  hideFrom: { legend: false, tooltip: false, viz: false },
  lineWidth: 1,
  scaleDistribution: { type: 'linear' },
  thresholdsStyle: { mode: 'off' },
};

/** What Grafana's panels assume where the JSON says nothing. */
const CUSTOM: Record<string, Record<string, unknown>> = {
  timeseries: {
    ...GRAPH,
    barAlignment: 0,
    barWidthFactor: 0.6,
    drawStyle: 'line',
    insertNulls: false,
    lineInterpolation: 'linear',
    pointSize: 5,
    showPoints: 'auto',
    spanNulls: false,
    stacking: { mode: 'none', group: 'A' },
  },
  barchart: { ...GRAPH, fillOpacity: 80 },
  'state-timeline': { fillOpacity: 70, lineWidth: 0 },
  table: { align: 'auto', cellOptions: { type: 'auto' }, inspect: false },
};

const COLOR: Record<string, FieldColorModeId> = {
  timeseries: FieldColorModeId.PaletteClassic,
  barchart: FieldColorModeId.PaletteClassic,
};

/** The panel's field configuration with Grafana's defaults filled in. */
export function fieldConfigOf(panel: Panel): FieldConfigSource {
  const given = panel.fieldConfig ?? { defaults: {}, overrides: [] };
  return {
    defaults: {
      color: { mode: COLOR[panel.type] ?? FieldColorModeId.Thresholds },
      ...given.defaults,
      custom: { ...CUSTOM[panel.type], ...given.defaults.custom },
    },
    overrides: given.overrides ?? [],
  };
}

/**
 * Grafana drops every property that no registry knows, units and thresholds included; each panel type registers its own. Here the
 * registry is made from what the panel uses.
 */
export function registryOf(config: FieldConfigSource): FieldConfigOptionsRegistry {
  const custom = new Set(Object.keys(config.defaults.custom ?? {}));
  for (const rule of config.overrides) {
    for (const property of rule.properties) {
      if (property.id.startsWith('custom.')) {
        custom.add(property.id.slice('custom.'.length));
      }
    }
  }
  return new FieldConfigOptionsRegistry(() => [
    ...STANDARD.map((property) => item(property.id, property.id, property.process, property.shouldApply, false)),
    ...[...custom].map((path) => item(`custom.${path}`, path, identityOverrideProcessor, anyField, true)),
  ]);
}

// Of all properties Grafana puts variables into the name of a field alone.
const SETTINGS: Record<string, object> = { displayName: { expandTemplateVars: true } };

function item(
  id: string,
  path: string,
  process: Process,
  shouldApply: (field: Field) => boolean,
  isCustom: boolean
): FieldConfigPropertyItem {
  const noEditor = () => null as never;
  const settings = SETTINGS[id];
  return { id, path, name: id, process, shouldApply, isCustom, settings, editor: noEditor, override: noEditor };
}
