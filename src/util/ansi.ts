const ESCAPE = '\u001b';
/** Colours and styles (SGR), and the hyperlinks that terminals understand (OSC 8). */
const STYLES = /\u001b(?:\[[\d;:]{0,64}m|\]8;[^\u0007\u001b\n]{0,2048}(?:\u0007|\u001b\\))/g;

/** A line as it reads on a terminal: how it is painted says nothing. */
export const withoutStyles = (text: string): string => (text.includes(ESCAPE) ? text.replace(STYLES, '') : text);
