/** A value by its shape: a single one, an object's named parts, or a list as a table. */
import type { Property, Shape } from "../definition/shape.ts";
import { columnsOf } from "./columns.ts";
import { NamedOutputs } from "./named-outputs.tsx";
import { OutputTable } from "./output-table.tsx";
import { Nothing, OutputValue } from "./output-value.tsx";

export type OutputRecord = Readonly<Record<string, unknown>>;

interface OutputsProps {
  readonly shape: Shape;
  readonly value: unknown;
  /** How a flow's expression reaches the value. */
  readonly expression: string;
  /** What the value is called. */
  readonly title?: string;
}

/** How a flow reaches the items of a list: the platform's own name for the loop that it puts around a step. */
const EACH = "items('Apply_to_each')";

const partOf = (expression: string, key: string): string => `${expression}?['${key}']`;

export const Outputs = ({ shape, value, expression, title = "Items" }: OutputsProps) => {
  if (value === null || value === undefined) return <Nothing />;
  if (shape.kind === "value") return <OutputValue isImage={shape.isImage} value={value} />;
  if (shape.kind === "object") {
    return (
      <ObjectOutputs
        properties={shape.properties}
        value={value as OutputRecord}
        expression={expression}
      />
    );
  }
  const items = Array.isArray(value) ? value : [];
  if (items.length === 0) return <Nothing />;
  const { item } = shape;
  if (item.kind !== "object") {
    return items.map((entry) => (
      <Outputs key={String(entry)} shape={item} value={entry} expression={expression} />
    ));
  }
  const each = expression.startsWith("triggerBody") ? expression : EACH;
  const columns = columnsOf(item.properties, items);
  return (
    <OutputTable
      title={title}
      columns={columns}
      rows={items}
      cell={({ shape, title, key }, row) => (
        <Outputs shape={shape} value={row[key]} title={title} expression={partOf(each, key)} />
      )}
      details={(row) => (
        <ObjectOutputs properties={item.properties} value={row} expression={each} />
      )}
    />
  );
};

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.map(textOf).join("\n") : String(value ?? "");

interface ObjectOutputsProps {
  readonly properties: readonly Property[];
  readonly value: OutputRecord;
  readonly expression: string;
}

const ObjectOutputs = ({ properties, value, expression }: ObjectOutputsProps) => (
  <NamedOutputs
    properties={properties}
    expressionOf={({ key }) => partOf(expression, key)}
    textOf={({ key }) => textOf(value[key])}
  >
    {({ shape, title, key }) => (
      <Outputs
        shape={shape}
        value={value[key]}
        title={title}
        expression={partOf(expression, key)}
      />
    )}
  </NamedOutputs>
);
