import { stringify } from 'yaml';
import type { OneWay } from '../../../corpus/match/stanza-direction.ts';
import type { Capture } from '../../../schema/types.generated.ts';
import type { CapturedStanza } from '../../tree/captured-node.ts';
import { printXml } from '../../tree/print-xml.ts';
import type { DraftOptions } from './draft-options.ts';

/** @param stanza a sanitized stanza */
export function captureEntry(
  id: string,
  stanza: CapturedStanza,
  direction: OneWay,
  options: DraftOptions,
): Capture {
  const { technique, client, version, platform, contributor, kind, title, capturedAt, issue, tools } =
    options;
  return {
    id,
    ...(title === undefined ? {} : { title }),
    status: 'draft',
    kind,
    source: {
      technique,
      ...(client === undefined ? {} : { client }),
      ...(version === undefined ? {} : { version }),
      ...(platform === undefined ? {} : { platform }),
      ...(issue === undefined ? {} : { issue }),
      ...(contributor === undefined ? {} : { contributor }),
      ...(capturedAt === undefined ? {} : { captured_at: capturedAt }),
      ...(tools === undefined || tools.length === 0 ? {} : { tools }),
    },
    stanza_tag: stanza.root.tag,
    direction,
    confidence: 'probable',
    raw: { format: 'xml', body: printXml(stanza.root).trimEnd() },
    sanitized: true,
  };
}

/** The file of a capture. */
export function captureYaml(capture: Capture): string {
  const body = stringify(capture, { lineWidth: 100, singleQuote: true, blockQuote: 'literal' });
  return `# yaml-language-server: $schema=../schema/capture.schema.json\n${body}`;
}
