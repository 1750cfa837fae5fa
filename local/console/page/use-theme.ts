/** Light or dark: as the system has it, until the maker chooses. */
import { type Theme, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useCallback, useState, useSyncExternalStore } from "react";

const CHOSEN = "theme";

const subscribe = (onChange: () => void) => {
  const query = matchMedia("(prefers-color-scheme: dark)");
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
};
const systemIsDark = () => matchMedia("(prefers-color-scheme: dark)").matches;

export interface ThemeChoice {
  readonly theme: Theme;
  readonly isDark: boolean;
  toggle(): void;
}

export const useTheme = (): ThemeChoice => {
  const isSystemDark = useSyncExternalStore(subscribe, systemIsDark);
  const [chosen, setChosen] = useState(() => localStorage.getItem(CHOSEN));
  const isDark = chosen ? chosen === "dark" : isSystemDark;
  const toggle = useCallback(() => {
    const next = isDark ? "light" : "dark";
    localStorage.setItem(CHOSEN, next);
    setChosen(next);
  }, [isDark]);
  return { theme: isDark ? webDarkTheme : webLightTheme, isDark, toggle };
};
