/** A value by its shape: a single one, an object's named parts, or a list as a table. */
import type { Property, Shape } from "../definition/outputs.ts";
import { NamedOutputs } from "./named-outputs.tsx";
import { OutputTable } from "./output-table.tsx";
import { Nothing, OutputValue } from "./output-value.tsx";

export type OutputRecord = Readonly<Record<string, unknown>>;

interface OutputsProps {
  readonly shape: Shape;
  readonly value: unknown;
  /** What the value is called. */
  readonly title?: string;
}

export const Outputs = ({ shape, value, title = "Items" }: OutputsProps) => {
  if (value === null || value === undefined) return <Nothing />;
  if (shape.kind === "value") return <OutputValue isImage={shape.isImage} value={value} />;
  if (shape.kind === "object") {
    return <ObjectOutputs properties={shape.properties} value={value as OutputRecord} />;
  }
  const items = Array.isArray(value) ? value : [];
  if (items.length === 0) return <Nothing />;
  const { item } = shape;
  if (item.kind !== "object") {
    return items.map((entry) => <Outputs key={String(entry)} shape={item} value={entry} />);
  }
  return (
    <OutputTable
      title={title}
      columns={columnsOf(item.properties)}
      rows={items}
      cell={({ shape, title, key }, row) => (
        <Outputs shape={shape} value={row[key]} title={title} />
      )}
      details={
        item.properties.length > MAX_COLUMNS
          ? (row) => <ObjectOutputs properties={item.properties} value={row} />
          : undefined
      }
    />
  );
};

interface ObjectOutputsProps {
  readonly properties: readonly Property[];
  readonly value: OutputRecord;
}

const ObjectOutputs = ({ properties, value }: ObjectOutputsProps) => (
  <NamedOutputs properties={properties}>
    {({ shape, title, key }) => <Outputs shape={shape} value={value[key]} title={title} />}
  </NamedOutputs>
);

/** More than these would not fit beside each other. */
const MAX_COLUMNS = 4;

/** What a table shows of an object: all of a small one; of a larger one what is always there, and pictures. */
const columnsOf = (properties: readonly Property[]): readonly Property[] =>
  properties.length <= MAX_COLUMNS ? properties : properties.filter(isColumn);

const isColumn = ({ required, shape }: Property): boolean => {
  const single = shape.kind === "list" ? shape.item : shape;
  return single.kind === "value" && (required || single.isImage);
};
