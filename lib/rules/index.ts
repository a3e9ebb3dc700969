import { attributesUnique } from './attributes-unique.ts';
import { buildsOrdered } from './builds-ordered.ts';
import { childrenUnique } from './children-unique.ts';
import { choicesFit } from './choices-fit.ts';
import { conditionsParse } from './conditions-parse.ts';
import { confidenceSupported } from './confidence-supported.ts';
import { echoesFit } from './echoes-fit.ts';
import { enumExists } from './enum-exists.ts';
import { enumValuesUnique } from './enum-values-unique.ts';
import { envelopesFit } from './envelopes-fit.ts';
import { evidenceNamesExist } from './evidence-names-exist.ts';
import { examplesMatch } from './examples-match.ts';
import { examplesParse } from './examples-parse.ts';
import { examplesUsable } from './examples-usable.ts';
import { flavorsDescend } from './flavors-descend.ts';
import { flowNamesExist } from './flow-names-exist.ts';
import { guidesFit } from './guides-fit.ts';
import { idIsFileName } from './id-is-file-name.ts';
import { idsPublishOneFile } from './ids-publish-one-file.ts';
import { layoutsFit } from './layouts-fit.ts';
import { legsOccur } from './legs-occur.ts';
import { linksAreHttps } from './links-are-https.ts';
import { lowerRatingsExplained } from './lower-ratings-explained.ts';
import { machinesFit } from './machines-fit.ts';
import { markdownIsRendered } from './markdown-is-rendered.ts';
import { matchNamesExist } from './match-names-exist.ts';
import { ordersNameChildren } from './orders-name-children.ts';
import { partNamesExist } from './part-names-exist.ts';
import type { Rule } from './parts/rule.ts';
import { phasesExist } from './phases-exist.ts';
import { questionIdsUnique } from './question-ids-unique.ts';
import { questionsPredicatesParse } from './questions-predicates-parse.ts';
import { refusalsExist } from './refusals-exist.ts';
import { resolvedHasAnswer } from './resolved-has-answer.ts';
import { sourcesChecked } from './sources-checked.ts';
import { sourcesWellFormed } from './sources-well-formed.ts';
import { stepConditionsParse } from './step-conditions-parse.ts';
import { stepKeysAgree } from './step-keys-agree.ts';
import { stepsReferBack } from './steps-refer-back.ts';
import { termsUnique } from './terms-unique.ts';
import { textsAreFinished } from './texts-are-finished.ts';
import { typesExist } from './types-exist.ts';
import { typesWellFormed } from './types-well-formed.ts';
import { usesExist } from './uses-exist.ts';
import { valuesFitType } from './values-fit-type.ts';
import { versionsNotAhead } from './versions-not-ahead.ts';

/**
 * The rules that need nothing but the definitions. A new rule takes a file, an entry here, its codes and their cases.
 */
export const RULES: readonly Rule[] = [
  idIsFileName,
  idsPublishOneFile,
  questionIdsUnique,
  questionsPredicatesParse,
  refusalsExist,
  enumExists,
  typesExist,
  typesWellFormed,
  flowNamesExist,
  stepsReferBack,
  stepKeysAgree,
  stepConditionsParse,
  echoesFit,
  evidenceNamesExist,
  partNamesExist,
  layoutsFit,
  guidesFit,
  machinesFit,
  markdownIsRendered,
  phasesExist,
  flavorsDescend,
  termsUnique,
  sourcesWellFormed,
  sourcesChecked,
  linksAreHttps,
  attributesUnique,
  childrenUnique,
  usesExist,
  envelopesFit,
  choicesFit,
  ordersNameChildren,
  legsOccur,
  conditionsParse,
  buildsOrdered,
  enumValuesUnique,
  matchNamesExist,
  valuesFitType,
  examplesParse,
  examplesMatch,
  examplesUsable,
  confidenceSupported,
  lowerRatingsExplained,
  resolvedHasAnswer,
  textsAreFinished,
  versionsNotAhead,
];
