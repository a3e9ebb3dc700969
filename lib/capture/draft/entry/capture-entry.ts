import { stringify } from 'yaml';
import type { OneWay } from '../../../corpus/match/stanza-direction.ts';
import type { Capture } from '../../../schema/types.generated.ts';
import type { CapturedStanza } from '../../tree/captured-node.ts';
import { printXml } from '../../tree/print-xml.ts';
import type { DraftOptions } from './draft-options.ts';

/** A stanza of a call as a trace has it. */
export interface TraceStanza {
  /** Sanitized together with the others of the call. */
  readonly stanza: CapturedStanza;
  readonly direction: OneWay;
  /** Milliseconds since the first one. */
  readonly at: number;
}

/** @param stanza a sanitized stanza */
export function captureEntry(
  id: string,
  stanza: CapturedStanza,
  direction: OneWay,
  options: DraftOptions,
): Capture {
  return {
    ...headOf(id, options),
    stanza_tag: stanza.root.tag,
    direction,
    confidence: 'probable',
    raw: { format: 'xml', body: bodyOf(stanza) },
    sanitized: true,
  };
}

/** @param stanzas the stanzas of a call, in the order of time */
export function traceEntry(id: string, stanzas: readonly TraceStanza[], options: DraftOptions): Capture {
  return {
    ...headOf(id, options),
    confidence: 'probable',
    sanitized: true,
    trace: stanzas.map(({ stanza, direction, at }) => ({ at, direction, body: bodyOf(stanza) })),
  };
}

const bodyOf = ({ root }: CapturedStanza): string => printXml(root).trimEnd();

function headOf(
  id: string,
  options: DraftOptions,
): Pick<Capture, 'id' | 'title' | 'status' | 'kind' | 'source' | 'call' | 'observer'> {
  const { technique, client, version, platform, contributor, kind, title, capturedAt, issue, tools } =
    options;
  const { call, observer, url, author, license } = options;
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
      ...(url === undefined ? {} : { url }),
      ...(author === undefined ? {} : { author }),
      ...(license === undefined ? {} : { license }),
      ...(contributor === undefined ? {} : { contributor }),
      ...(capturedAt === undefined ? {} : { captured_at: capturedAt }),
      ...(tools === undefined || tools.length === 0 ? {} : { tools }),
    },
    ...(call === undefined ? {} : { call }),
    ...(observer === undefined ? {} : { observer }),
  };
}

/** The file of a capture. */
export function captureYaml(capture: Capture): string {
  const body = stringify(capture, { lineWidth: 100, singleQuote: true, blockQuote: 'literal' });
  return `# yaml-language-server: $schema=../schema/capture.schema.json\n${body}`;
}
