import { Notice } from 'obsidian';
import { errorText } from '../settings/settings-store';

/** Puts a text on the clipboard, and says so, or why it is not there. */
export async function copyText(text: string, said = 'Copied.'): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    new Notice(said);
  } catch (error) {
    new Notice(`Nothing was copied: ${errorText(error)}`);
  }
}
