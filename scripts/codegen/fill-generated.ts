import { withLf, withLineEndsOf } from '../../lib/source/with-lf.ts';

/** Lines for each generated block of a file by its name, without their indentation. */
export type Blocks = Readonly<Record<string, readonly string[]>>;

const BLOCK = /^([ \t]*)# generated: ([\w-]+)\n[\s\S]*?^[ \t]*# end$/gm;

/**
 * A YAML file with its generated blocks filled in: what stands between `# generated: NAME` and `# end`.
 * Everything outside stays as it was; lines end as they did.
 * @throws when the file asks for a block that is not there
 */
export function fillGenerated(text: string, blocks: Blocks): string {
  const filled = withLf(text).replace(BLOCK, (_all, indent: string, name: string) => {
    const lines = blocks[name];
    if (lines === undefined) throw new Error(`there is no generated block ${name}`);
    const inner = lines.map((line) => (line === '' ? '' : `${indent}${line}`));
    return [`${indent}# generated: ${name}`, ...inner, `${indent}# end`].join('\n');
  });
  return withLineEndsOf(text, filled);
}
