import { printParseErrorCode } from 'jsonc-parser';
import { defineMessages, type IntlShape, type MessageDescriptor } from 'react-intl';

const MESSAGES: Readonly<Record<string, MessageDescriptor>> = defineMessages({
  InvalidSymbol: {
    id: 'projectApiKeys.json.invalidSymbol',
    defaultMessage: 'JSON has no such word; names and strings are in double quotes',
  },
  PropertyNameExpected: {
    id: 'projectApiKeys.json.nameExpected',
    defaultMessage: 'expected a field name in double quotes',
  },
  ValueExpected: { id: 'projectApiKeys.json.valueExpected', defaultMessage: 'expected a value' },
  ColonExpected: { id: 'projectApiKeys.json.colonExpected', defaultMessage: 'expected a colon' },
  CommaExpected: { id: 'projectApiKeys.json.commaExpected', defaultMessage: 'expected a comma' },
  CloseBraceExpected: {
    id: 'projectApiKeys.json.closeBraceExpected',
    defaultMessage: 'expected a comma or a closing brace',
  },
  CloseBracketExpected: {
    id: 'projectApiKeys.json.closeBracketExpected',
    defaultMessage: 'expected a comma or a closing bracket',
  },
  EndOfFileExpected: {
    id: 'projectApiKeys.json.endExpected',
    defaultMessage: 'expected nothing more',
  },
  InvalidCommentToken: {
    id: 'projectApiKeys.json.comment',
    defaultMessage: 'JSON has no comments',
  },
  UnexpectedEndOfString: {
    id: 'projectApiKeys.json.openString',
    defaultMessage: 'the string has no closing quote',
  },
  InvalidUnicode: {
    id: 'projectApiKeys.json.invalidUnicode',
    defaultMessage: 'expected four hexadecimal digits after \\u',
  },
  InvalidEscapeCharacter: {
    id: 'projectApiKeys.json.invalidEscape',
    defaultMessage: 'JSON has no such escape sequence',
  },
});

const OTHER: MessageDescriptor = {
  id: 'projectApiKeys.json.invalid',
  defaultMessage: 'this is not valid JSON',
};

/** A sentence for an error code of jsonc-parser. */
export const syntaxMessage = (code: number, intl: IntlShape): string =>
  intl.formatMessage(MESSAGES[printParseErrorCode(code)] ?? OTHER);
