import { FORMS } from '../../lib/capture/forms/index.ts';
import { MAX_INPUT } from '../../lib/capture/problems/max-input.ts';
import { SPEC_OPTION } from '../../lib/node/spec/spec-folder.ts';
import type { Usage } from '../cli/arguments.ts';
import { FAIL_ON_OPTION } from '../cli/fail-on-option.ts';

const FORM_NAMES = ['any', ...FORMS.map(({ name }) => name)] as const;

export const CAPTURE_USAGE: Usage = {
  call: 'npm run capture -- parse|sanitize|check|draft FILE [options]',
  summary: [
    'Turns a raw log into a capture that the spec can hold. FILE is a log, or - for stdin, in any of the forms',
    'that are listed below, with anything before, after and between the stanzas. It may hold up to',
    `${MAX_INPUT / 2 ** 20} MiB.`,
    '',
    '  parse     prints the stanzas as they are: the only command that shows personal data',
    '  sanitize  prints them with everything personal replaced',
    '  check     compares them with the spec: supported, contradicted, not described',
    '  draft     shows the capture and the edits of the spec that follow; --apply writes them',
    '',
    'Usually: check the log, then draft it, look at the diff, and draft it again with --apply.',
  ].join('\n'),
  options: {
    spec: SPEC_OPTION,
    format: { type: 'string', choices: ['pretty', 'json'], help: 'Text for people, or JSON for programs.' },
    form: {
      type: 'string',
      choices: FORM_NAMES,
      help: 'The form of the log. Default: detected.',
    },
    'keep-name': {
      type: 'string',
      value: 'NAME',
      several: 'with-commas',
      help: 'A tag or the name of an attribute that stays although the spec does not know it. Repeat it, or separate names by commas.',
    },
    'keep-value': {
      type: 'string',
      value: 'ENUM=VALUE',
      several: 'one-each',
      help: 'A value that stays although its enum does not list it, such as terminate-reasons=busy. Repeat it for more.',
    },
    'fail-on': {
      ...FAIL_ON_OPTION,
      help: 'check: an error is a leak or unreadable, a warning a contradiction, a note something not described.',
    },
    all: {
      type: 'boolean',
      help: 'check, draft: report everything. Without it, equal reports come once, and what the spec does not describe is counted.',
    },
    technique: {
      type: 'string',
      value: 'ID',
      help: 'draft: how it was captured. Required; without it, the techniques of the spec are listed.',
    },
    client: {
      type: 'string',
      value: 'ID',
      help: 'draft: the program that was observed: a flavor, or official. Default: the library whose log it is.',
    },
    contributor: { type: 'string', value: 'ID', help: 'draft: who captured it.' },
    kind: {
      type: 'string',
      choices: ['captured', 'replayed', 'synthetic'],
      help: 'draft: what it is. A synthetic stanza is no evidence.',
    },
    direction: {
      type: 'string',
      value: 'WAY',
      help: 'draft: incoming or outgoing, if the log does not tell it.',
    },
    id: { type: 'string', value: 'ID', help: 'draft: the id of the capture. Default: made from its stanza.' },
    title: { type: 'string', value: 'TEXT', help: 'draft: what it shows.' },
    'captured-at': { type: 'string', value: 'DAY', help: 'draft: the day, such as 2026-01-31.' },
    issue: { type: 'string', value: '#N', help: 'draft: the issue that it came from.' },
    tool: { type: 'string', value: 'NAME', help: 'draft: what it was captured with.' },
    apply: { type: 'boolean', help: 'draft: write the files.' },
    partial: { type: 'boolean', help: 'draft: apply although a part of the log could not be read.' },
    'dry-run': { type: 'boolean', help: 'draft: only show the diff; the default.' },
  },
  positionals: ['COMMAND', 'FILE'],
  notes: [
    'A tag or the name of an attribute that the spec does not know may be personal, so it is replaced as well.',
    'If the protocol has it, keep it with --keep-name: the draft then adds an entry for it. A value that its enum',
    'does not list is kept with --keep-value in the same way.',
    '',
    'Forms of log:',
    ...FORMS.map(({ name, title }) => `  ${name.padEnd(13)} ${title}`),
    '',
    'Examples:',
    '  npm run capture -- check my.log',
    '  npm run capture -- draft my.log --technique baileys-instrumentation',
    '  npm run capture -- draft my.log --technique baileys-instrumentation --keep-name new-attribute --apply',
    '',
    'Data goes to stdout, everything else to stderr.',
    'Exit codes: 0 clean, 1 something leaks, cannot be read or fails --fail-on, 2 misuse.',
  ].join('\n'),
};
