/** What the page tells the host about how to behave: `window.hostOptions`. */
export interface HostOptions {
  today?: string;
  theme?: 'light' | 'dark';
  phone?: boolean;
  metadataDelay?: number;
  enablePlugin?: boolean;
  /** Anything else a test hands to the page. */
  [other: string]: unknown;
}

/** Options from the address, which win over those of the server: `?theme=dark&phone=1&today=2025-11-05`. */
export function optionsFromQuery(query: URLSearchParams): HostOptions {
  const options: HostOptions = {};
  const theme = query.get('theme');
  if (theme === 'light' || theme === 'dark') options.theme = theme;
  const today = query.get('today');
  if (today !== null && /^\d{4}-\d{2}-\d{2}$/.test(today)) options.today = today;
  const isOn = (value: string): boolean => value !== '0' && value !== 'false';
  const phone = query.get('phone');
  if (phone !== null) options.phone = isOn(phone);
  const enabled = query.get('enablePlugin');
  if (enabled !== null) options.enablePlugin = isOn(enabled);
  const delay = Number(query.get('metadataDelay') ?? Number.NaN);
  if (Number.isFinite(delay)) options.metadataDelay = delay;
  return options;
}

/** The index page. */
export function indexPage(options: HostOptions, vaultName: string): string {
  // A `<` inside a script could end it.
  const json = JSON.stringify(options).replace(/</g, '\\u003c');
  const title = vaultName.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - Meeting Tasks preview</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/fonts/index.css">
<link rel="stylesheet" href="/host.css">
<script>window.hostOptions = ${json};</script>
</head>
<body class="theme-${options.theme ?? 'light'}">
<script type="module" src="/host.js"></script>
</body>
</html>
`;
}
