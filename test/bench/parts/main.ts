/** Size of main.js, and how long it takes until the plugin's class is there. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import type { BenchContext } from '../core';
import { interleave, type Result, spreadOf } from '../measure';

/** Stands for anything that Obsidian provides: a class that can be extended, called and asked for members. */
function anything(): unknown {
  class Base {}
  return new Proxy(Base, { get: (target, key) => (key === 'prototype' ? target.prototype : anything()) });
}

export async function mainPart({ folder }: BenchContext): Promise<Result[]> {
  const code = readFileSync(path.join(folder, 'main.js'), 'utf8');
  const provided = anything();
  const evaluate = (): unknown => {
    const module = { exports: {} };
    // A new source each time, so that nothing compiled earlier is used again.
    const source = `(function (require, module, exports) {${code}\n})//${Math.random()}`;
    const run = vm.runInThisContext(source) as (...given: unknown[]) => void;
    run(() => provided, module, module.exports);
    return module.exports;
  };
  const times = await interleave({ evaluate }, 15);
  const value = (number: number) => spreadOf([number]);
  return [
    { part: 'main.js', name: 'size', value: value(Buffer.byteLength(code)), unit: 'bytes', limit: 220_000 },
    {
      part: 'main.js',
      name: 'compressed',
      value: value(gzipSync(code).byteLength),
      unit: 'bytes',
      limit: 80_000,
    },
    {
      part: 'main.js',
      name: 'evaluated',
      value: spreadOf(times.get('evaluate') ?? []),
      unit: 'ms',
      limit: 10,
    },
  ];
}
