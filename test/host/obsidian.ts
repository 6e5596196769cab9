// What a plugin gets from require('obsidian').
import moment from 'moment';

import { Component, Events } from './core/events';
import { TAbstractFile, TFile, TFolder } from './core/files';
import { MetadataCache } from './core/metadata-cache';
import { Vault } from './core/vault';
import { App } from './ui/app';
import { ColorComponent } from './ui/color-component';
import {
  BaseComponent,
  ButtonComponent,
  DisplayValueComponent,
  ExtraButtonComponent,
  ValueComponent,
} from './ui/components';
import { debounce } from './ui/debounce';
import { Editor } from './ui/editor';
import {
  editorEditorField,
  editorInfoField,
  editorLivePreviewField,
  editorViewField,
  livePreviewState,
} from './ui/editor-setup';
import { FileManager } from './ui/file-manager';
import { addIcon, getIcon, getIconIds, removeIcon, setIcon } from './ui/icons';
import { Keymap, Scope } from './ui/keymap';
import { WorkspaceItem, WorkspaceLeaf } from './ui/leaf';
import { MarkdownPreviewView } from './ui/markdown-preview';
import { MarkdownPreviewRenderer, MarkdownRenderChild, MarkdownRenderer } from './ui/markdown-renderer';
import { MarkdownView } from './ui/markdown-view';
import { Menu } from './ui/menu';
import { MenuItem, MenuSeparator } from './ui/menu-item';
import * as metadata from './ui/metadata-utils';
import { ConfirmationButton, ConfirmationModal, Modal } from './ui/modal';
import { Notice } from './ui/notice';
import { Platform } from './ui/platform';
import { Plugin } from './ui/plugin';
import * as search from './ui/search';
import { Setting, SettingGroup } from './ui/setting';
import { PluginSettingTab, SettingPage, SettingTab } from './ui/setting-tab';
import { FuzzySuggestModal, SuggestModal } from './ui/suggest-modal';
import { AbstractInputSuggest, PopoverSuggest } from './ui/suggest-popover';
import {
  AbstractTextComponent,
  MomentFormatComponent,
  SearchComponent,
  TextAreaComponent,
  TextComponent,
} from './ui/text-components';
import { TextFileView } from './ui/text-file-view';
import { displayTooltip, setTooltip } from './ui/tooltip';
import {
  DropdownComponent,
  ProgressBarComponent,
  SliderComponent,
  ToggleComponent,
} from './ui/value-components';
import { EditableFileView, FileView, ItemView, View } from './ui/view';
import { Workspace } from './ui/workspace';
import {
  WorkspaceMobileDrawer,
  WorkspaceParent,
  WorkspaceRoot,
  WorkspaceSidedock,
  WorkspaceSplit,
  WorkspaceTabs,
} from './ui/workspace-parents';

const apiVersion = '1.13.1';

function requireApiVersion(version: string): boolean {
  const own = apiVersion.split('.').map(Number);
  const asked = version.split('.').map(Number);
  for (let i = 0; i < 3; i++) {
    const difference = (own[i] ?? 0) - (asked[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** The vault of this host is never a folder that the page can reach: `instanceof` is always false. */
class FileSystemAdapter {
  private constructor() {
    throw new Error('There is no FileSystemAdapter in this host.');
  }
}

function noNetwork(): never {
  throw new Error('There is no network in this host.');
}

/** All exports of the module. */
export const api = {
  ...metadata,
  ...search,
  AbstractInputSuggest,
  AbstractTextComponent,
  addIcon,
  apiVersion,
  App,
  BaseComponent,
  ButtonComponent,
  ColorComponent,
  Component,
  ConfirmationButton,
  ConfirmationModal,
  debounce,
  DisplayValueComponent,
  displayTooltip,
  DropdownComponent,
  EditableFileView,
  Editor,
  editorEditorField,
  editorInfoField,
  editorLivePreviewField,
  editorViewField,
  Events,
  ExtraButtonComponent,
  FileManager,
  FileSystemAdapter,
  FileView,
  FuzzySuggestModal,
  getIcon,
  getIconIds,
  getLanguage: () => 'en',
  ItemView,
  Keymap,
  livePreviewState,
  MarkdownPreviewRenderer,
  MarkdownPreviewView,
  MarkdownRenderChild,
  MarkdownRenderer,
  MarkdownView,
  Menu,
  MenuItem,
  MenuSeparator,
  MetadataCache,
  Modal,
  moment,
  MomentFormatComponent,
  Notice,
  Platform,
  Plugin,
  PluginSettingTab,
  PopoverSuggest,
  ProgressBarComponent,
  removeIcon,
  request: noNetwork,
  requestUrl: noNetwork,
  requireApiVersion,
  Scope,
  SearchComponent,
  setIcon,
  Setting,
  SettingGroup,
  SettingPage,
  SettingTab,
  setTooltip,
  SliderComponent,
  SuggestModal,
  TAbstractFile,
  TextAreaComponent,
  TextComponent,
  TextFileView,
  TFile,
  TFolder,
  ToggleComponent,
  ValueComponent,
  Vault,
  View,
  Workspace,
  WorkspaceItem,
  WorkspaceLeaf,
  WorkspaceMobileDrawer,
  WorkspaceParent,
  WorkspaceRoot,
  WorkspaceSidedock,
  WorkspaceSplit,
  WorkspaceTabs,
};

/** The module: reading a name that this host does not have is an error, never undefined. */
export const obsidian: object = new Proxy(api, {
  get(target, name) {
    if (typeof name === 'symbol' || name === '__esModule' || name === 'default') {
      return Reflect.get(target, name) as unknown;
    }
    if (!(name in target)) throw new Error(`The host has no "${name}" in the module "obsidian".`);
    return Reflect.get(target, name) as unknown;
  },
});
