import type { Extension, Range } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import { editorInfoField, editorLivePreviewField } from 'obsidian';
import { scanBlocks } from '../../core/text/blocks';
import type { CommandServices } from '../commands';
import { makeButtons } from './buttons';
import { taskAt } from './task-at';

/** Buttons behind the proposals that an editor shows in live preview. */
export function liveButtons(services: CommandServices): Extension {
  class Buttons extends WidgetType {
    override toDOM(view: EditorView): HTMLElement {
      return makeButtons(services, (el) => {
        const path = pathOf(view);
        const line = view.state.doc.lineAt(view.posAtDOM(el));
        return path === null ? null : taskAt(path, line.number - 1, line.text, services.lineRules());
      });
    }
  }

  // The same for all lines: what is compared by identity is not made anew.
  const buttons = Decoration.widget({ widget: new Buttons(), side: 1 });

  const decorate = (view: EditorView): DecorationSet => {
    const path = pathOf(view);
    const isWanted = services.settings().inNoteButtons && view.state.field(editorLivePreviewField);
    if (!isWanted || path === null || !services.index.note(path)) return Decoration.none;
    const { doc } = view.state;
    // Found for the first line that looks like a proposal: in code and comments is none.
    let lines: ReadonlySet<number> | null = null;
    const found: Range<Decoration>[] = [];
    for (const { from, to } of view.visibleRanges) {
      for (let at = from; at <= to;) {
        const line = doc.lineAt(at);
        if (taskAt(path, line.number - 1, line.text, services.lineRules())) {
          lines ??= new Set(scanBlocks(doc.toString()).candidates.map((candidate) => candidate.line + 1));
          if (lines.has(line.number)) found.push(buttons.range(line.to));
        }
        at = line.to + 1;
      }
    }
    return Decoration.set(found);
  };

  return ViewPlugin.define(
    (view) => {
      const plugin = {
        decorations: decorate(view),
        update(update: ViewUpdate): void {
          // Whatever else changed, the text, the mode, the scope or a setting, comes with an update sooner or later.
          if (update.viewportChanged || update.transactions.length > 0)
            plugin.decorations = decorate(update.view);
        },
      };
      return plugin;
    },
    { decorations: (plugin) => plugin.decorations },
  );
}

function pathOf(view: EditorView): string | null {
  return view.state.field(editorInfoField, false)?.file?.path ?? null;
}
