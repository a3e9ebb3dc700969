import { withLf, withLineEndsOf } from '../../lib/source/with-lf.ts';

/** The lines of each generated block by its name, without indentation. */
export type Blocks = Readonly<Record<string, readonly string[]>>;

const BLOCK = /^([ \t]*)# generated: ([\w-]+)\n[\s\S]*?^[ \t]*# end$/gm;

/**
 * Fills the generated blocks of a YAML file, each between `# generated: NAME` and `# end`. The rest of the file and its
 * line ends are unchanged.
 * @throws if the file has a block of an unknown name
 */
export function fillGenerated(text: string, blocks: Blocks): string {
  const filled = withLf(text).replace(BLOCK, (_all, indent: string, name: string) => {
    const lines = blocks[name];
    if (lines === undefined) throw new Error(`There is no generated block ${name}.`);
    const inner = lines.map((line) => (line === '' ? '' : `${indent}${line}`));
    return [`${indent}# generated: ${name}`, ...inner, `${indent}# end`].join('\n');
  });
  return withLineEndsOf(text, filled);
}
