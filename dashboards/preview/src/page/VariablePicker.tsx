import { Combobox, InlineLabel, Input, MultiCombobox } from '@grafana/ui';
import type { ReactElement } from 'react';
import type { Option } from '../api';
import { words } from '../i18n';
import type { Variable } from '../model';
import { ALL } from '../variables';

interface Props {
  variable: Variable;
  options: Option[];
  value: string[];
  onChange: (value: string[]) => void;
}

/** One variable: its label and what may be chosen. */
export function VariablePicker({ variable, options, value, onChange }: Props): ReactElement {
  const listed = options.map((option) => ({ label: option.text, value: option.value }));
  const withAll = variable.includeAll ? [{ label: words.all, value: ALL }, ...listed] : listed;
  const id = `variable-${variable.name}`;
  return (
    <div style={{ display: 'flex' }} data-variable={variable.name}>
      <InlineLabel width="auto" htmlFor={id}>
        {variable.label ?? variable.name}
      </InlineLabel>
      {variable.type === 'textbox' ? (
        <Input
          key={value[0] ?? ''}
          id={id}
          width={24}
          defaultValue={value[0] ?? ''}
          onBlur={(event) => onChange([event.currentTarget.value.trim()])}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        />
      ) : variable.multi ? (
        <MultiCombobox
          id={id}
          options={withAll}
          value={value}
          width="auto"
          minWidth={14}
          maxWidth={40}
          onChange={(chosen) => onChange(multiple(chosen.map((option) => option.value), value))}
        />
      ) : (
        <Combobox
          id={id}
          options={withAll}
          value={value[0]}
          width="auto"
          minWidth={14}
          maxWidth={40}
          onChange={(chosen) => onChange([chosen.value])}
        />
      )}
    </div>
  );
}

/** All and single values exclude each other: the one that came last stays. */
function multiple(chosen: string[], before: string[]): string[] {
  if (chosen.length === 0 || (chosen.includes(ALL) && !before.includes(ALL))) {
    return [ALL];
  }
  return chosen.filter((value) => value !== ALL);
}
