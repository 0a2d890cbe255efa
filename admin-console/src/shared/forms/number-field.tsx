import { NumberInput } from '@mantine/core';

interface NumberFieldProps {
  label: string;
  hint?: string;
  value: number | undefined;
  /** Shown while it is empty: what that means. */
  none: string;
  min?: number;
  max?: number;
  step?: number;
  decimals?: number;
  prefix?: string;
  suffix?: string;
  disabled: boolean;
  onChange: (value: number | undefined) => void;
}

/** A number that may be left out. */
export function NumberField(props: NumberFieldProps) {
  const {
    label,
    hint,
    value,
    none,
    min = 0,
    max,
    step,
    decimals = 0,
    prefix,
    suffix,
    disabled,
    onChange,
  } = props;
  return (
    <NumberInput
      label={label}
      description={hint}
      placeholder={none}
      min={min}
      {...(max === undefined ? {} : { max })}
      {...(step === undefined ? {} : { step })}
      {...(prefix ? { prefix } : {})}
      {...(suffix ? { suffix } : {})}
      decimalScale={decimals}
      thousandSeparator=","
      disabled={disabled}
      value={value ?? ''}
      onChange={(next) => onChange(next === '' ? undefined : Number(next))}
    />
  );
}
