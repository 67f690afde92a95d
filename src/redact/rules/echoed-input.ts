import type {RedactionRule} from '../rule.ts';
import {fake} from './canary.ts';

/** Validators print the value they refused: whatever it is, it came from the caller. Numbers, flags and empty values stay. */
export const echoedInput: RedactionRule = {
  id: 'echoed-input',
  title: 'The refused value that pydantic quotes in its errors',
  catches: () => [
    `api_key field required [type=string_type, input_value=«'${fake('', 20)}'», input_type=str]`,
    `[input_value=«{'role': 'user', 'content': '${fake('', 24)}'}», input_type=dict]`,
    `cut: input_value=«'${fake('q', 20)} and the rest»`,
  ],
  spares: () => [
    ['[type=int_type, input_value=None, input_type=NoneType]', 'no value'],
    ['[input_value=-5, input_type=int]', 'a number'],
    ['input_value=[REDACTED:echoed-input], input_type=str', 'done already'],
  ],
  pattern:
    /input_value=(?!\[REDACTED|(?:[+-]?[\d.]{1,24}|true|false|none|\[\]|\{\}|''|"")(?:[,\]\s]|$))(?<secret>"[^"\r\n]{1,8192}"|(?:(?!, ?input_type=)(?:\\.|[^"\r\n\\])){1,8192})/i,
};
