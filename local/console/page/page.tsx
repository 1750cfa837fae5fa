/** The frame of the page: theme, title, and room for what is in it. */
import {
  Button,
  FluentProvider,
  makeStyles,
  Text,
  Title3,
  tokens,
} from "@fluentui/react-components";
import {
  PlugConnectedRegular,
  WeatherMoonRegular,
  WeatherSunnyRegular,
} from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { useTheme } from "./use-theme.ts";

const useStyles = makeStyles({
  root: { minHeight: "100vh", backgroundColor: tokens.colorNeutralBackground2 },
  header: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} max(${tokens.spacingHorizontalL}, calc((100vw - 1360px) / 2))`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: {
    display: "grid",
    placeItems: "center",
    flexShrink: 0,
    width: "36px",
    height: "36px",
    borderRadius: tokens.borderRadiusLarge,
    fontSize: "20px",
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
  },
  names: { display: "grid", marginRight: "auto" },
  subtitle: { color: tokens.colorNeutralForeground2 },
  main: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalL,
    maxWidth: "1360px",
    margin: "0 auto",
    padding: tokens.spacingHorizontalL,
    boxSizing: "border-box",
  },
});

export const Page = ({ children }: { readonly children: ReactNode }) => {
  const styles = useStyles();
  const { theme, isDark, toggle } = useTheme();
  return (
    <FluentProvider theme={theme} className={styles.root}>
      <header className={styles.header}>
        <span className={styles.icon} aria-hidden>
          <PlugConnectedRegular />
        </span>
        <div className={styles.names}>
          <Title3 as="h1">X connector</Title3>
          <Text className={styles.subtitle} size={200}>
            Try every action and trigger as Power Automate shows them, before anything is deployed
          </Text>
        </div>
        <Button
          appearance="subtle"
          icon={isDark ? <WeatherSunnyRegular /> : <WeatherMoonRegular />}
          aria-label={isDark ? "Switch to light" : "Switch to dark"}
          onClick={toggle}
        />
      </header>
      <main className={styles.main}>{children}</main>
    </FluentProvider>
  );
};
