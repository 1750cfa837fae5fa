/** The input of one parameter, with the title and the hint that a flow shows. */
import {
  Field as FluentField,
  Input,
  makeStyles,
  Select,
  Switch,
  Textarea,
} from "@fluentui/react-components";
import type { Field, SingleField } from "../definition/fields.ts";
import { FieldNote } from "../texts/field-note.tsx";
import { FileInput } from "./file-input.tsx";
import { GroupInput } from "./group-input.tsx";
import type { InputProps } from "./input-props.ts";
import { ListInput } from "./list-input.tsx";

const useStyles = makeStyles({
  field: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", minWidth: 0 },
});

const TextInput = ({ field, value, onChange }: InputProps<SingleField>) => {
  const text = typeof value === "string" ? value : "";
  if (field.kind === "choice") {
    return (
      <Select value={text} onChange={(_, data) => onChange(data.value)}>
        {["", ...field.choices].map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </Select>
    );
  }
  if (field.kind === "number" || field.kind === "time") {
    return (
      <Input
        value={text}
        inputMode={field.kind === "number" ? "numeric" : "text"}
        placeholder={field.kind === "time" ? "2026-11-20T08:00:00Z" : ""}
        onChange={(_, data) => onChange(data.value)}
        style={{ maxWidth: field.kind === "number" ? "160px" : "260px" }}
      />
    );
  }
  return (
    <Textarea
      value={text}
      rows={1}
      resize="none"
      style={{ minWidth: 0 }}
      textarea={{
        style: { fieldSizing: "content", minHeight: "32px", minWidth: 0, overflowWrap: "anywhere" },
      }}
      onChange={(_, data) => onChange(data.value)}
    />
  );
};

const SingleInput = (props: InputProps<SingleField>) => {
  const { field, path, value, beside, findings, onChange } = props;
  const styles = useStyles();
  const problem = findings.get(path);
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
    <div className={styles.field}>
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
      <FieldNote field={field} value={value} beside={beside} />
    </div>
  );
};

export const FieldInput = ({ field, ...rest }: InputProps<Field>) => {
  if (field.kind === "group") return <GroupInput field={field} {...rest} part={FieldInput} />;
  if (field.kind === "list") return <ListInput field={field} {...rest} part={FieldInput} />;
  return <SingleInput field={field} {...rest} />;
};
