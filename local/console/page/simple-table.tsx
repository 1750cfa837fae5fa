/** A small table of plain text. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse" },
  title: {
    padding: tokens.spacingHorizontalS,
    textAlign: "start",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  cell: {
    "@media (min-width: 640px)": { minWidth: "80px", ":first-child": { whiteSpace: "nowrap" } },
    padding: tokens.spacingHorizontalS,
    verticalAlign: "top",
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase200,
  },
});

interface SimpleTableProps {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
}

export const SimpleTable = ({ title, columns, rows }: SimpleTableProps) => {
  const styles = useStyles();
  if (rows.length === 0) return <Text>None yet.</Text>;
  return (
    <table className={styles.table} aria-label={title}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} className={styles.title} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key} className={styles.row}>
            {columns.map((column, index) => (
              <td key={column} className={styles.cell}>
                {cells[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
