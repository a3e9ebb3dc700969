import { FORMS } from '../../lib/capture/forms/index.ts';
import { MAX_INPUT } from '../../lib/capture/problems/max-input.ts';
import { SPEC_OPTION } from '../../lib/node/spec/spec-folder.ts';
import type { Usage } from '../cli/arguments.ts';
import { FAIL_ON_OPTION } from '../cli/fail-on-option.ts';

const FORM_NAMES = ['any', ...FORMS.map(({ name }) => name)] as const;

export const CAPTURE_USAGE: Usage = {
  call: 'npm run capture -- parse|sanitize|check|diagnose|draft FILE [options]',
  summary: [
    'Turns a raw log into a capture for the spec. FILE is a log, or - for stdin, in any of the forms',
    'that are listed below, with any text before, after and between the stanzas. It may have up to',
    `${MAX_INPUT / 2 ** 20} MiB.`,
    '',
    '  parse     prints the stanzas as they are: the only command that shows personal data',
    '  sanitize  prints them with everything personal replaced',
    '  check     compares them with the spec: supported, contradicted, not described',
    '  diagnose  says where each call of a log departs from what is known; with a second FILE, the log of the',
    '            other side, also what was sent and never arrived',
    '  draft     shows the capture and the edits of the spec that follow; --apply writes them',
    '',
    'Typical use: check the log, draft it, read the diff, and draft it again with --apply.',
  ].join('\n'),
  options: {
    spec: SPEC_OPTION,
    format: {
      type: 'string',
      choices: ['pretty', 'json', 'markdown'],
      help: 'Text for people, JSON for programs, or (diagnose) Markdown for an issue.',
    },
    form: {
      type: 'string',
      choices: FORM_NAMES,
      help: 'The form of the log. Default: detected.',
    },
    'keep-name': {
      type: 'string',
      value: 'NAME',
      several: 'with-commas',
      help: 'Keep this tag or attribute name although the spec does not know it. Repeat the option, or separate names with commas.',
    },
    'keep-value': {
      type: 'string',
      value: 'ENUM=VALUE',
      several: 'one-each',
      help: 'Keep this value although its enum does not list it, such as terminate-reasons=busy. Repeat the option for more.',
    },
    'fail-on': {
      ...FAIL_ON_OPTION,
      help: 'check: error: a leak or an unreadable stanza; warning: a contradiction; note: something that is not described.',
    },
    all: {
      type: 'boolean',
      help: 'check, diagnose, draft: report everything. Without it, equal reports are merged; stanzas that the spec does not describe, and of many calls those in which nothing departs, are counted.',
    },
    technique: {
      type: 'string',
      value: 'ID',
      help: 'draft: where the log comes from. Required; without it, the answers are listed.',
    },
    client: {
      type: 'string',
      value: 'ID',
      help: 'diagnose, draft: the program that was observed: a flavor, or official. Default of draft: the library that wrote the log.',
    },
    version: {
      type: 'string',
      value: 'BUILD',
      help: 'draft: the build of that program, such as 2.3000.1039501489.',
    },
    platform: {
      type: 'string',
      value: 'NAME',
      help: 'draft: the platform that it ran on; of an official client, which one it is, such as WhatsApp Web.',
    },
    contributor: { type: 'string', value: 'ID', help: 'draft: who captured it.' },
    kind: {
      type: 'string',
      choices: ['captured', 'replayed', 'synthetic'],
      help: 'draft: where the stanza comes from. A synthetic stanza is no evidence.',
    },
    direction: {
      type: 'string',
      value: 'WAY',
      help: 'diagnose, draft: incoming or outgoing, if the log does not show it.',
    },
    id: {
      type: 'string',
      value: 'ID',
      help: 'draft: the id of the capture. Default: derived from its stanza.',
    },
    title: { type: 'string', value: 'TEXT', help: 'draft: what it shows.' },
    'captured-at': {
      type: 'string',
      value: 'DAY',
      help: 'draft: the day, such as 2026-01-31. Default: the day that the log tells.',
    },
    issue: { type: 'string', value: '#N', help: 'draft: the issue that it comes from.' },
    call: {
      type: 'string',
      value: 'N',
      help: 'draft: which call of the log, by its number in the list that is shown without it; all: every call, and all other stanzas. diagnose: the number of the only call to diagnose.',
    },
    'call-name': {
      type: 'string',
      value: 'NAME',
      help: 'draft: a name for the call, the same for the logs of its other sides.',
    },
    observer: {
      type: 'string',
      value: 'SIDE',
      help: 'draft: whose client was observed: caller, callee or other-device; default: from the directions. diagnose: a participant of the flow; default: the one that fits best.',
    },
    flow: {
      type: 'string',
      value: 'ID',
      help: 'diagnose: the flow that the calls are held against. Default: the one that fits best.',
    },
    url: {
      type: 'string',
      value: 'ADDRESS',
      help: 'draft: where it was published, if it is not yours; with --author and --license.',
    },
    author: { type: 'string', value: 'NAME', help: 'draft: who published it.' },
    license: {
      type: 'string',
      value: 'ID',
      help: 'draft: the licence under which it was published, as an SPDX identifier such as MIT.',
    },
    tool: { type: 'string', value: 'NAME', help: 'draft: what it was captured with.' },
    apply: { type: 'boolean', help: 'draft: write the files.' },
    partial: { type: 'boolean', help: 'draft: apply even if part of the log could not be read.' },
    'dry-run': { type: 'boolean', help: 'draft: only show the diff. This is the default.' },
  },
  positionals: ['COMMAND', 'FILE', 'FILE-B'],
  notes: [
    'A tag or the name of an attribute that the spec does not know may be personal, so it is replaced as well.',
    'If it belongs to the protocol, keep it with --keep-name: the draft then adds an entry for it. A value that its enum',
    'does not list can be kept with --keep-value in the same way.',
    '',
    'If a log has several stanzas of one call and the time of each, the call becomes one capture: a trace, with the acks',
    'and receipts that belong to its stanzas. If it has several calls, choose one with --call. Of each client, leg and day',
    'a fact cites one record, and five at most; a fact that has enough evidence cites no more.',
    '',
    'Forms of log:',
    ...FORMS.map(({ name, title }) => `  ${name.padEnd(13)} ${title}`),
    '',
    'Examples:',
    '  npm run capture -- check my.log',
    '  npm run capture -- diagnose my.log',
    '  npm run capture -- diagnose caller.log callee.log',
    '  npm run capture -- draft my.log --technique baileys-instrumentation',
    '  npm run capture -- draft my.log --technique baileys-instrumentation --keep-name new-attribute --apply',
    '',
    'Data goes to stdout, everything else to stderr.',
    'Exit codes: 0 clean, 1 something leaks, cannot be read or fails --fail-on, 2 usage error.',
    'Of diagnose: 0 nothing departs, 1 a call departs, leaks or cannot be read, or there is none, 2 usage error.',
  ].join('\n'),
};
