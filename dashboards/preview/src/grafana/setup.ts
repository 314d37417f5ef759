import { locationUtil, standardTransformers, standardTransformersRegistry, type GrafanaConfig } from '@grafana/data';

/** Fills what Grafana fills when it starts: the transformations, and where links begin. */
export function setUpGrafana(): void {
  standardTransformersRegistry.setInit(() =>
    Object.values(standardTransformers).map((transformer) => ({
      id: transformer.id,
      name: transformer.name,
      transformation: () => Promise.resolve(transformer),
      defaultOptions: transformer.defaultOptions,
      editor: () => null,
      imageDark: '',
      imageLight: '',
    }))
  );
  locationUtil.initialize({
    config: { appSubUrl: '' } as GrafanaConfig,
    getVariablesUrlParams: () => ({}),
    getTimeRangeForUrl: () => ({ from: '', to: '' }),
  });
}
