/** Letters of other alphabets that are drawn like ours, in pairs. */
const TWINS =
  'аaсcеeоoрpхxуyѕsіiјjкkмmтtһhԁdԛqԝwАAВBЕEКKМMНHОOРPСCТTХXЅSІIЈJУYοoαaνvρpιiκkτtυuΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXıiɡg';
export const TWIN_OF: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from(TWINS.matchAll(/(.)(.)/gu), ([, twin, letter]) => [twin, letter]),
);
/** For a class of characters. */
export const TWIN = Object.keys(TWIN_OF).join('');

/** A twin right before one of our own letters: a text of another alphabet has none. Nearly every text is ASCII, one look says so. */
export const hasTwins = (text: string): boolean => FOREIGN.test(text) && BESIDE.test(text);
const FOREIGN = /[\u0100-\uffff]/;
const BESIDE = new RegExp(`[${TWIN}][\\w-]`);
