/** Letters of other alphabets that are drawn like ours, in pairs. */
const TWINS =
  'аaсcеeоoрpхxуyѕsіiјjкkмmтtһhԁdԛqԝwАAВBЕEКKМMНHОOРPСCТTХXЅSІIЈJУYοoαaνvρpιiκkτtυuΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXıiɡg';
export const TWIN_OF: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from(TWINS.matchAll(/(.)(.)/gu), ([, twin, letter]) => [twin, letter]),
);
/** For a class of characters. */
export const TWIN = Object.keys(TWIN_OF).join('');
