import type { PhrasingContent } from 'mdast';

const special =
  /(!?)\[\[([^[\]\n]+)\]\]|==(?=\S)([^=\n]+?)==|(?<![^\s(])(#[\p{L}\p{N}_/\p{Extended_Pictographic}-]+)|(\n)/gu;

/** Draws text with its marks. Everything is text: nothing of a note becomes HTML. */
export function inlineToDom(nodes: PhrasingContent[], parent: HTMLElement): void {
  for (const node of nodes) {
    switch (node.type) {
      case 'text':
        text(node.value, parent);
        break;
      case 'strong':
        inlineToDom(node.children, parent.createEl('strong'));
        break;
      case 'emphasis':
        inlineToDom(node.children, parent.createEl('em'));
        break;
      case 'delete':
        inlineToDom(node.children, parent.createEl('del'));
        break;
      case 'inlineCode':
        parent.createEl('code', { text: node.value });
        break;
      case 'break':
        parent.createEl('br');
        break;
      case 'link':
        link(node.url, parent, (el) => inlineToDom(node.children, el));
        break;
      case 'image':
        parent.createSpan({
          cls: 'image-embed internal-embed',
          text: node.alt ?? '',
          attr: { src: node.url },
        });
        break;
      case 'html':
        if (!/^<!--[\s\S]*-->$/.test(node.value)) parent.appendText(node.value);
        break;
      case 'footnoteReference':
        parent.createEl('sup', { cls: 'footnote-ref', text: `[${node.label ?? node.identifier}]` });
        break;
      default:
        if ('children' in node) inlineToDom(node.children, parent);
    }
  }
}

function link(url: string, parent: HTMLElement, fill: (el: HTMLElement) => void): void {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) {
    // A scheme that could run code never becomes a link.
    const safe = /^(?:https?|mailto|tel|obsidian|file|ftp|zotero|message):/i.test(url);
    const attr = { rel: 'noopener nofollow', class: 'external-link', target: '_blank' };
    fill(safe ? parent.createEl('a', { href: url, attr }) : parent.createSpan());
    return;
  }
  const target = decode(url).replace(/\.md(?=#|$)/, '');
  fill(internal(parent, target));
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function internal(parent: HTMLElement, target: string): HTMLAnchorElement {
  return parent.createEl('a', {
    cls: 'internal-link',
    href: target,
    attr: { 'data-href': target, target: '_blank', rel: 'noopener nofollow' },
  });
}

function text(value: string, parent: HTMLElement): void {
  let at = 0;
  for (const match of value.matchAll(special)) {
    const [whole, embed, wiki, mark, tag, newline] = match;
    // A tag needs at least one character that is not a digit.
    if (tag !== undefined && /^#[\d/]+$/.test(tag)) continue;
    parent.appendText(value.slice(at, match.index));
    at = match.index + whole.length;
    if (wiki !== undefined) wikilink(embed === '!', wiki, parent);
    else if (mark !== undefined) text(mark, parent.createEl('mark'));
    else if (tag !== undefined) parent.createEl('a', { cls: 'tag', text: tag, href: tag });
    else if (newline !== undefined) parent.createEl('br');
  }
  parent.appendText(value.slice(at));
}

function wikilink(embed: boolean, content: string, parent: HTMLElement): void {
  const bar = content.indexOf('|');
  const target = (bar < 0 ? content : content.slice(0, bar).replace(/\\$/, '')).trim();
  const alias = bar < 0 ? target.replace(/^#/, '').replace(/#/g, ' > ') : content.slice(bar + 1).trim();
  if (embed) {
    parent.createSpan({ cls: 'internal-embed', text: alias, attr: { src: target, alt: alias } });
    return;
  }
  const el = internal(parent, target);
  el.setText(alias);
  // Only an alias gets a label with the real target, as in the app.
  if (bar >= 0) el.setAttr('aria-label', target);
}
