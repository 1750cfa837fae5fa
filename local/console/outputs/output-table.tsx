/** A list as a table; each row opens to all of its outputs. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { Fragment, type ReactNode, useState } from "react";
import type { Property } from "../definition/shape.ts";

/** Less is too little for columns beside each other. */
const NARROW = "@media (max-width: 759px)";
const WIDE = "@media (min-width: 900px)";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", [NARROW]: { display: "block" } },
  head: { [NARROW]: { display: "none" } },
  body: { [NARROW]: { display: "block" } },
  row: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [NARROW]: { display: "block", padding: `${tokens.spacingVerticalS} 0` },
  },
  title: {
    padding: tokens.spacingHorizontalS,
    textAlign: "start",
    verticalAlign: "bottom",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  cell: {
    [WIDE]: { minWidth: "96px" },
    padding: tokens.spacingHorizontalS,
    verticalAlign: "top",
    overflowWrap: "anywhere",
    [NARROW]: {
      display: "block",
      padding: `${tokens.spacingVerticalXXS} 0`,
      "::before": {
        content: "attr(data-title)",
        display: "block",
        fontSize: tokens.fontSizeBase200,
        color: tokens.colorNeutralForeground2,
      },
    },
  },
  opener: { width: "32px", padding: 0, verticalAlign: "top" },
  details: {
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    [NARROW]: { display: "block", paddingLeft: tokens.spacingHorizontalM },
  },
});

type Row = Readonly<Record<string, unknown>>;

interface OutputTableProps {
  readonly title: string;
  readonly columns: readonly Property[];
  readonly rows: readonly Row[];
  cell(column: Property, row: Row): ReactNode;
  /** All of a row. */
  details(row: Row): ReactNode;
}

export const OutputTable = ({ title, columns, rows, cell, details }: OutputTableProps) => {
  const styles = useStyles();
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const toggle = (index: number) =>
    setOpened((before) => {
      const after = new Set(before);
      if (!after.delete(index)) after.add(index);
      return after;
    });
  return (
    <table className={styles.table} aria-label={title}>
      <thead className={styles.head}>
        <tr>
          <td className={styles.opener} />
          {columns.map(({ key, title, hint }) => (
            <th key={key} className={styles.title} scope="col" title={hint}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={styles.body}>
        {rows.map((row, index) => {
          const isOpen = opened.has(index);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: an answer's rows never move
            <Fragment key={index}>
              <tr className={styles.row}>
                <td className={styles.opener}>
                  <Button
                    size="small"
                    appearance="subtle"
                    icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
                    aria-expanded={isOpen}
                    aria-label={`All outputs of item ${index + 1}`}
                    onClick={() => toggle(index)}
                  />
                </td>
                {columns.map((column) => (
                  <td key={column.key} className={styles.cell} data-title={column.title}>
                    {cell(column, row)}
                  </td>
                ))}
              </tr>
              {isOpen && (
                <tr>
                  <td className={styles.details} colSpan={columns.length + 1}>
                    {details(row)}
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
};
