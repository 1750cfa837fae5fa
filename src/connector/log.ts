/** One structured record of the log. Values are facts about a call, never what it carried. */
export type Log = (
  level: "info" | "warn" | "error",
  record: Readonly<Record<string, string | number | undefined>>,
) => void;
