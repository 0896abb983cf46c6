/** How the cards look: sizes, spacing and colours near those of Teams, in its light and its dark theme. */
const THEMES = {
  light: {
    text: '#242424',
    subtle: '#616161',
    accent: '#4f52b2',
    good: '#0e700e',
    warning: '#8a5700',
    attention: '#b10e1c',
    line: '#d1d1d1',
    background: {
      default: '#ffffff',
      emphasis: '#f0f0f0',
      accent: '#e0e1f9',
      good: '#e7f2da',
      warning: '#fff4ce',
      attention: '#fdf3f4',
    },
  },
  dark: {
    text: '#ffffff',
    subtle: '#c2c2c2',
    accent: '#a6a7f5',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#f38b93',
    line: '#5c5c5c',
    background: {
      default: '#292929',
      emphasis: '#3d3d3d',
      accent: '#383966',
      good: '#1e3a1e',
      warning: '#463100',
      attention: '#4a1d22',
    },
  },
};

const font = (fontFamily) => ({
  fontFamily,
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
});

/** The renderer's host configuration for 'light' or 'dark'. */
export function hostConfig(theme) {
  const colours = THEMES[theme];
  const pair = (colour) => ({ default: colour, subtle: colours.subtle });
  const foregroundColors = {
    default: pair(colours.text),
    dark: pair(colours.text),
    light: pair(colours.text),
    accent: pair(colours.accent),
    good: pair(colours.good),
    warning: pair(colours.warning),
    attention: pair(colours.attention),
  };
  const containerStyles = Object.fromEntries(
    Object.entries(colours.background).map(([style, backgroundColor]) => [
      style,
      { backgroundColor, foregroundColors },
    ]),
  );
  return {
    supportsInteractivity: true,
    fontTypes: { default: font("'Segoe UI', system-ui, sans-serif"), monospace: font('Consolas, monospace') },
    spacing: { none: 0, small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: colours.line },
    containerStyles,
    textBlock: { headingLevel: 3 },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 160 }, value: { wrap: true }, spacing: 16 },
    table: { cellSpacing: 8 },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
  };
}
