import type { TooltipOptions } from 'obsidian';

const options = new WeakMap<Element, TooltipOptions>();
let shown: { el: HTMLElement; target: Element } | null = null;
let timer = 0;

function hide(): void {
  window.clearTimeout(timer);
  shown?.el.remove();
  shown = null;
}

function place(el: HTMLElement, target: Element, opts: TooltipOptions): void {
  const box = target.getBoundingClientRect();
  const own = el.getBoundingClientRect();
  const gap = opts.gap ?? 8;
  const side = opts.placement ?? 'bottom';
  let x = box.left + (box.width - own.width) / 2;
  let y = box.bottom + gap;
  if (side === 'top') y = box.top - own.height - gap;
  if (side === 'left') x = box.left - own.width - gap;
  if (side === 'right') x = box.right + gap;
  if (side === 'left' || side === 'right') y = box.top + (box.height - own.height) / 2;
  if (y + own.height > window.innerHeight - 4) y = box.top - own.height - gap;
  x = Math.min(Math.max(4, x), window.innerWidth - own.width - 4);
  el.setCssStyles({ left: `${x}px`, top: `${Math.max(4, y)}px` });
}

/** Shows a tooltip next to an element at once. */
export function displayTooltip(
  target: HTMLElement,
  content: string | DocumentFragment,
  opts: TooltipOptions = {},
): void {
  hide();
  if (content === '') return;
  const el = target.doc.body.createDiv({ cls: ['tooltip', ...(opts.classes ?? [])], text: content });
  if (opts.placement) el.addClass(`mod-${opts.placement}`);
  shown = { el, target };
  place(el, target, opts);
}

/** Gives an element a tooltip: its aria-label, shown while the pointer rests on it. */
export function setTooltip(el: HTMLElement, tooltip: string, opts: TooltipOptions = {}): void {
  if (tooltip === '') el.removeAttribute('aria-label');
  else el.setAttribute('aria-label', tooltip);
  options.set(el, opts);
  if (opts.placement) el.setAttribute('data-tooltip-position', opts.placement);
}

/** Shows the aria-label of whatever the pointer is over; a plain title gets no tooltip from the app. */
export function watchTooltips(doc: Document): void {
  doc.addEventListener('mouseover', (event) => {
    const start = event.target instanceof Element ? event.target : null;
    const target = start?.closest('[aria-label]');
    if (shown && target === shown.target) return;
    hide();
    if (!(target instanceof HTMLElement) || doc.body.hasClass('is-mobile')) return;
    if (target.getAttribute('data-tooltip-delay') === 'none' || target.hasClass('no-tooltip')) return;
    const opts = { ...options.get(target) };
    const side = target.getAttribute('data-tooltip-position');
    if (side === 'top' || side === 'left' || side === 'right') opts.placement = side;
    timer = window.setTimeout(() => {
      if (target.isConnected) displayTooltip(target, target.getAttribute('aria-label') ?? '', opts);
    }, opts.delay ?? 200);
  });
  for (const type of ['mousedown', 'keydown', 'scroll']) doc.addEventListener(type, hide, true);
}
