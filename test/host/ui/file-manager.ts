import type { TAbstractFile, TFile, TFolder } from '../core/files';
import { folderOf, TFile as FileClass } from '../core/files';
import type { App } from './app';
import { getFrontMatterInfo, parseYaml, stringifyYaml } from './metadata-utils';
import { ConfirmationModal } from './modal';

/** Changes to files that take the rest of the vault into account. */
export class FileManager {
  constructor(private readonly app: App) {}

  getNewFileParent(_sourcePath: string, _newFilePath?: string): TFolder {
    return this.app.vault.getRoot();
  }

  /** Renames and brings the links to the file up to date. */
  async renameFile(file: TAbstractFile, newPath: string): Promise<void> {
    const { vault } = this.app;
    const sources = file instanceof FileClass ? this.linksTo(file) : [];
    await vault.rename(file, newPath);
    if (!(file instanceof FileClass)) return;
    for (const { path, links } of sources) {
      const source = vault.getFileByPath(path);
      if (!source) continue;
      const linktext = this.app.metadataCache.fileToLinktext(file, source.path);
      await vault.process(source, (text) => this.replaceLinks(text, links, linktext));
    }
  }

  /** Asks first, then deletes. */
  async promptForDeletion(file: TAbstractFile): Promise<boolean> {
    return new Promise((resolve) => {
      const modal = new ConfirmationModal(this.app);
      modal.setTitle('Delete file').setContent(`Are you sure you want to delete "${file.name}"?`);
      modal.addButton((button) =>
        button
          .setButtonText('Delete')
          .setWarning()
          .onClick(async () => {
            await this.trashFile(file);
            resolve(true);
          }),
      );
      modal.addCancelButton();
      modal.setCloseCallback(() => resolve(false));
      modal.open();
    });
  }

  async trashFile(file: TAbstractFile): Promise<void> {
    await this.app.vault.trash(file, true);
  }

  generateMarkdownLink(file: TFile, sourcePath: string, subpath = '', alias = ''): string {
    const linktext = this.app.metadataCache.fileToLinktext(file, sourcePath);
    const embed = file.extension === 'md' ? '' : '!';
    return `${embed}[[${linktext}${subpath}${alias ? `|${alias}` : ''}]]`;
  }

  /** Reads, changes and writes the frontmatter. Throws when it is not valid YAML. */
  async processFrontMatter(
    file: TFile,
    change: (frontmatter: Record<string, unknown>) => void,
  ): Promise<void> {
    await this.app.vault.process(file, (text) => {
      const info = getFrontMatterInfo(text);
      const parsed = info.exists ? parseYaml(info.frontmatter) : {};
      const values = (parsed ?? {}) as Record<string, unknown>;
      change(values);
      const body = info.exists ? text.slice(info.contentStart) : text;
      if (Object.keys(values).length === 0) return body;
      return `---\n${stringifyYaml(values)}---\n${body}`;
    });
  }

  async getAvailablePathForAttachment(filename: string, sourcePath = ''): Promise<string> {
    const folder = folderOf(sourcePath);
    const dot = filename.lastIndexOf('.');
    const [name, end] = dot > 0 ? [filename.slice(0, dot), filename.slice(dot)] : [filename, ''];
    const prefix = folder === '/' ? '' : `${folder}/`;
    let path = `${prefix}${filename}`;
    for (let n = 1; await this.app.vault.adapter.exists(path); n++) path = `${prefix}${name} ${n}${end}`;
    return path;
  }

  private linksTo(file: TFile): { path: string; links: string[] }[] {
    const { metadataCache, vault } = this.app;
    return vault.getMarkdownFiles().flatMap((source) => {
      const cache = metadataCache.getFileCache(source);
      const refs = [...(cache?.links ?? []), ...(cache?.embeds ?? [])].filter(
        ({ link }) => metadataCache.getFirstLinkpathDest(link.split('#')[0] ?? '', source.path) === file,
      );
      const links = [...new Set(refs.map(({ link }) => link.split('#')[0] ?? ''))].filter(Boolean);
      return links.length > 0 ? [{ path: source.path, links }] : [];
    });
  }

  private replaceLinks(text: string, links: string[], linktext: string): string {
    return text.replace(/\[\[([^\]|#\n]+)(?=[\]|#])/g, (whole, link: string) =>
      links.includes(link.replace(/\\$/, '').trim()) ? `[[${linktext}` : whole,
    );
  }
}
