/** An object's outputs under the titles that dynamic content has. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Property } from "../definition/shape.ts";
import { CopyButton } from "../page/copy-button.tsx";

const useStyles = makeStyles({
  list: { display: "grid", gap: tokens.spacingVerticalS, margin: 0 },
  output: {
    display: "grid",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    alignItems: "start",
    "@media (min-width: 640px)": { gridTemplateColumns: "minmax(140px, 220px) minmax(0, 1fr)" },
  },
  title: { minWidth: 0 },
  chip: {
    display: "inline-block",
    padding: `2px ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
  },
  value: { margin: 0, minWidth: 0, overflowWrap: "anywhere", paddingTop: "2px" },
  nested: {
    gridColumn: "1 / -1",
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorBrandStroke2}`,
  },
});

interface NamedOutputsProps {
  readonly properties: readonly Property[];
  /** How a flow's expression reaches a property. */
  expressionOf(property: Property): string;
  /** The value, as text to be copied. */
  textOf(property: Property): string;
  readonly children: (property: Property) => ReactNode;
}

const isNested = ({ shape }: Property): boolean =>
  shape.kind === "object" || (shape.kind === "list" && shape.item.kind === "object");

export const NamedOutputs = ({ properties, expressionOf, textOf, children }: NamedOutputsProps) => {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {properties.map((property) => (
        <div key={property.key} className={styles.output}>
          <dt className={styles.title} title={property.hint}>
            <span className={styles.chip}>{property.title}</span>
            <CopyButton
              title={`Copy the expression of ${property.title}: ${expressionOf(property)}`}
              text={() => expressionOf(property)}
            />
          </dt>
          <dd className={mergeClasses(styles.value, isNested(property) && styles.nested)}>
            {children(property)}
            {isNested(property) || (
              <CopyButton title={`Copy ${property.title}`} text={() => textOf(property)} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
};
