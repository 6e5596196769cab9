import nodes from 'lucide-static/icon-nodes.json';

type IconNode = [tag: string, attributes: Record<string, string>];

const library = nodes as unknown as Record<string, IconNode[]>;
const custom = new Map<string, string>();

// Obsidian's own icons which are not in Lucide, drawn here with the closest Lucide icon.
const aliases: Record<string, string> = {
  'right-triangle': 'chevron-down',
  'links-coming-in': 'links',
  'lucide-cross': 'x',
  cross: 'x',
  'any-key': 'keyboard',
  'vertical-three-dots': 'more-vertical',
  'more-vertical': 'ellipsis-vertical',
  'more-horizontal': 'ellipsis',
  checkmark: 'check',
  trash: 'trash',
  'sidebar-left': 'panel-left',
  'sidebar-right': 'panel-right',
  'alert-triangle': 'triangle-alert',
  'alert-circle': 'circle-alert',
  'check-circle': 'circle-check-big',
  'check-circle-2': 'circle-check',
  'check-square': 'square-check-big',
  'x-circle': 'circle-x',
  'help-circle': 'circle-help',
  edit: 'square-pen',
  'edit-3': 'pen-line',
  'edit-2': 'pen',
  'filter-x': 'filter-x',
  'sort-asc': 'arrow-up-narrow-wide',
  'sort-desc': 'arrow-down-wide-narrow',
};

function lookUp(id: string): IconNode[] | undefined {
  const name = id.startsWith('lucide-') ? id.slice('lucide-'.length) : id;
  return library[name] ?? library[aliases[name] ?? ''];
}

/** Draws an icon, or returns null for an unknown name. */
export function getIcon(iconId: string): SVGSVGElement | null {
  const own = custom.get(iconId);
  const parts = own === undefined ? lookUp(iconId) : [];
  if (!parts) return null;
  const stroke = own === undefined ? { 'stroke-width': '2', 'stroke-linecap': 'round' } : {};
  const svg = createSvg('svg', {
    cls: ['svg-icon', own === undefined ? `lucide-${iconId.replace(/^lucide-/, '')}` : iconId],
    attr: {
      xmlns: 'http://www.w3.org/2000/svg',
      width: '24',
      height: '24',
      viewBox: own === undefined ? '0 0 24 24' : '0 0 100 100',
      fill: 'none',
      stroke: 'currentColor',
      'stroke-linejoin': 'round',
      ...stroke,
    },
  });
  if (own !== undefined) {
    const parsed = new DOMParser().parseFromString(
      `<svg xmlns="http://www.w3.org/2000/svg">${own}</svg>`,
      'image/svg+xml',
    );
    svg.append(...Array.from(parsed.documentElement.childNodes));
  }
  for (const [tag, attr] of parts) {
    const child = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attr)) child.setAttribute(name, value);
    svg.append(child);
  }
  return svg;
}

/** Puts an icon into an element. Does nothing if there is no icon of that name. */
export function setIcon(parent: HTMLElement, iconId: string): void {
  const icon = getIcon(iconId);
  if (icon) parent.replaceChildren(icon);
}

/** Adds an icon from SVG content drawn on a 100 x 100 canvas. */
export function addIcon(iconId: string, svgContent: string): void {
  custom.set(iconId, svgContent);
}

/** Forgets an icon that was added. */
export function removeIcon(iconId: string): void {
  custom.delete(iconId);
}

/** The names of all icons. */
export function getIconIds(): string[] {
  return [...custom.keys(), ...Object.keys(library).map((name) => `lucide-${name}`)];
}
