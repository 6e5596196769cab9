import type { Blockquote, Code, List, ListItem, Nodes, Paragraph, Table } from 'mdast';

import { setIcon } from './icons';
import { inlineToDom } from './markdown-inline';

const calloutIcons: Record<string, string> = {
  note: 'pencil',
  abstract: 'clipboard-list',
  summary: 'clipboard-list',
  tldr: 'clipboard-list',
  info: 'info',
  todo: 'check-circle-2',
  tip: 'flame',
  hint: 'flame',
  important: 'flame',
  success: 'check',
  check: 'check',
  done: 'check',
  question: 'help-circle',
  help: 'help-circle',
  faq: 'help-circle',
  warning: 'alert-triangle',
  caution: 'alert-triangle',
  attention: 'alert-triangle',
  failure: 'x',
  fail: 'x',
  missing: 'x',
  danger: 'zap',
  error: 'zap',
  bug: 'bug',
  example: 'list',
  quote: 'quote',
  cite: 'quote',
};

/** Draws one block of Markdown. */
export function blockToDom(node: Nodes, parent: HTMLElement): void {
  switch (node.type) {
    case 'heading': {
      const el = parent.createEl(`h${node.depth}`, { attr: { dir: 'auto' } });
      el.setAttr('data-heading', el.textContent ?? '');
      inlineToDom(node.children, el);
      return;
    }
    case 'paragraph':
      inlineToDom(node.children, parent.createEl('p', { attr: { dir: 'auto' } }));
      return;
    case 'list':
      list(node, parent);
      return;
    case 'blockquote':
      if (!callout(node, parent)) blocks(node.children, parent.createEl('blockquote'));
      return;
    case 'code':
      code(node, parent);
      return;
    case 'table':
      table(node, parent);
      return;
    case 'thematicBreak':
      parent.createEl('hr');
      return;
    case 'html':
      // Shown as text, never as elements; comments are not shown at all.
      if (!/^<!--[\s\S]*-->$/.test(node.value.trim())) parent.createEl('p', { text: node.value });
      return;
    case 'yaml':
    case 'definition':
    case 'footnoteDefinition':
      return;
    default:
      if ('children' in node) blocks(node.children, parent);
  }
}

function blocks(nodes: Nodes[], parent: HTMLElement): void {
  for (const node of nodes) blockToDom(node, parent);
}

function list(node: List, parent: HTMLElement): void {
  const el = parent.createEl(node.ordered ? 'ol' : 'ul');
  if (node.ordered && node.start && node.start !== 1) el.setAttr('start', node.start);
  const loose = node.spread === true || node.children.some((item) => item.spread);
  for (const item of node.children) {
    listItem(item, el, loose);
    if (item.children.length > 0 && el.lastElementChild?.hasClass('task-list-item')) {
      el.addClass('contains-task-list');
    }
  }
}

function listItem(item: ListItem, parent: HTMLElement, loose: boolean): void {
  const el = parent.createEl('li', { attr: { dir: 'auto' } });
  const line = (item.position?.start.line ?? 1) - 1;
  el.setAttr('data-line', line);
  const first = item.children[0];
  const status = taskStatus(item, first?.type === 'paragraph' ? first : null);
  const target = loose && first?.type === 'paragraph' ? el.createEl('p') : el;
  if (status !== null) {
    el.addClass('task-list-item');
    el.setAttr('data-task', status === ' ' ? '' : status);
    el.toggleClass('is-checked', status !== ' ');
    const box = target.createEl('input', { cls: 'task-list-item-checkbox', type: 'checkbox' });
    box.setAttr('data-line', line);
    box.checked = status !== ' ';
    // In the page's source too, as the real app writes it.
    if (box.checked) box.setAttr('checked', '');
  }
  item.children.forEach((child, index) => {
    if (child.type === 'list' && index > 0) el.addClass('has-list');
    if (index === 0 && child.type === 'paragraph') inlineToDom(child.children, target);
    else if (child.type === 'paragraph' && !loose) {
      el.createEl('br');
      inlineToDom(child.children, el);
    } else blockToDom(child, el);
  });
}

/** The character in the box. Other characters than the space and x are not GFM: taken from the text. */
function taskStatus(item: ListItem, paragraph: Paragraph | null): string | null {
  if (typeof item.checked === 'boolean') return item.checked ? 'x' : ' ';
  const text = paragraph?.children[0];
  if (text?.type !== 'text') return null;
  const match = /^\[(.)\]\s+/u.exec(text.value);
  if (!match) return null;
  text.value = text.value.slice(match[0].length);
  return match[1] ?? null;
}

function callout(node: Blockquote, parent: HTMLElement): boolean {
  const first = node.children[0];
  const text = first?.type === 'paragraph' ? first.children[0] : null;
  if (first?.type !== 'paragraph' || text?.type !== 'text') return false;
  const match = /^\[!([^\]]+)\]([+-]?)[ \t]*/.exec(text.value);
  if (!match) return false;
  const type = (match[1] ?? 'note').toLowerCase().split('|')[0]?.trim() ?? 'note';
  text.value = text.value.slice(match[0].length);
  const el = parent.createDiv({
    cls: 'callout',
    attr: { 'data-callout': type, 'data-callout-fold': match[2] ?? '' },
  });
  const title = el.createDiv('callout-title');
  setIcon(title.createDiv('callout-icon'), calloutIcons[type] ?? 'pencil');
  const inner = title.createDiv('callout-title-inner');
  const { head, rest } = splitFirstLine(first);
  if (head.length > 0) inlineToDom(head, inner);
  else inner.setText(type.charAt(0).toUpperCase() + type.slice(1));
  const content = createDiv('callout-content');
  if (rest.length > 0) inlineToDom(rest, content.createEl('p', { attr: { dir: 'auto' } }));
  blocks(node.children.slice(1), content);
  if (content.hasChildNodes()) el.append(content);
  if (match[2]) {
    el.addClass('is-collapsible');
    setIcon(title.createDiv('callout-fold'), 'chevron-down');
    const fold = (closed: boolean): void => {
      el.toggleClass('is-collapsed', closed);
      content.toggle(!closed);
    };
    fold(match[2] === '-');
    title.addEventListener('click', () => fold(!el.hasClass('is-collapsed')));
  }
  return true;
}

function splitFirstLine(paragraph: Paragraph): { head: Paragraph['children']; rest: Paragraph['children'] } {
  const head: Paragraph['children'] = [];
  const rest: Paragraph['children'] = [];
  let broken = false;
  for (const child of paragraph.children) {
    if (broken) rest.push(child);
    else if (child.type === 'break') broken = true;
    else if (child.type === 'text' && child.value.includes('\n')) {
      const at = child.value.indexOf('\n');
      if (at > 0) head.push({ ...child, value: child.value.slice(0, at) });
      rest.push({ ...child, value: child.value.slice(at + 1) });
      broken = true;
    } else if (child.type !== 'text' || child.value !== '') head.push(child);
  }
  return { head, rest };
}

function code(node: Code, parent: HTMLElement): void {
  const pre = parent.createEl('pre');
  const cls = node.lang ? `language-${node.lang}` : '';
  if (cls) pre.className = cls;
  const el = pre.createEl('code', { text: `${node.value}\n` });
  if (cls) el.className = cls;
}

function table(node: Table, parent: HTMLElement): void {
  const el = parent.createEl('table');
  const head = el.createEl('thead');
  const body = createEl('tbody');
  node.children.forEach((row, index) => {
    const tr = (index === 0 ? head : body).createEl('tr');
    row.children.forEach((cell, column) => {
      const td = tr.createEl(index === 0 ? 'th' : 'td', { attr: { dir: 'auto' } });
      const align = node.align?.[column];
      if (align) td.setCssStyles({ textAlign: align });
      inlineToDom(cell.children, td);
    });
  });
  if (body.hasChildNodes()) el.append(body);
}
