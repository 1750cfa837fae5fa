/** The input of one parameter, with the title and the hint that a flow shows. */
import { Field as FluentField, Input, Switch, Textarea } from "@fluentui/react-components";
import type { Field } from "../definition/operations.ts";
import { FileInput } from "./file-input.tsx";

interface FieldInputProps {
  readonly field: Field;
  readonly value: string | File | undefined;
  /** What the connector said is wrong with this field. */
  readonly problem?: string | undefined;
  onChange(value: string | File | undefined): void;
}

const TextInput = ({ field, value, onChange }: FieldInputProps) => {
  const text = typeof value === "string" ? value : "";
  if (field.kind === "number") {
    return (
      <Input
        value={text}
        inputMode="numeric"
        onChange={(_, data) => onChange(data.value)}
        style={{ maxWidth: "160px" }}
      />
    );
  }
  return (
    <Textarea
      value={text}
      rows={1}
      resize="none"
      textarea={{ style: { fieldSizing: "content", minHeight: "32px" } }}
      onChange={(_, data) => onChange(data.value)}
    />
  );
};

export const FieldInput = (props: FieldInputProps) => {
  const { field, value, problem, onChange } = props;
  const validation = problem !== undefined && {
    validationMessage: problem,
    validationState: "error" as const,
  };
  if (field.kind === "switch") {
    return (
      <FluentField hint={field.hint} {...validation}>
        <Switch
          label={field.title}
          checked={value === "true"}
          onChange={(_, { checked }) => onChange(String(checked))}
        />
      </FluentField>
    );
  }
  return (
    <FluentField label={field.title} required={field.required} hint={field.hint} {...validation}>
      {field.kind === "file" ? (
        (labelling) => (
          <FileInput
            labelling={labelling}
            file={value instanceof File ? value : undefined}
            onChange={onChange}
          />
        )
      ) : (
        <TextInput {...props} />
      )}
    </FluentField>
  );
};
