import {
  type Call,
  createCorrelator,
  createKeepHeader,
  derive,
  hasOutcome,
  isProven,
  linesOf,
  readFacts,
} from '../calls/index.ts';
import {dialects as allDialects, createGate, createRecogniser, type Finding} from '../dialects/index.ts';
import {createJoiner, type Entry, FRAME_OPENERS, type Frame, type Line} from '../framing/index.ts';
import {createRedactor} from '../redact/index.ts';
import type {CallFields, CallRecord} from '../spec/types.ts';
import {type Account, createAccount, giveBack} from './account.ts';
import {excerptOf} from './excerpt.ts';
import {wholeWords} from './head.ts';
import {createHold} from './hold.ts';
import type {EngineOptions, RejectReason} from './options.ts';
import {createUnwrapper, sourceKey} from './unwrap.ts';

export interface Normaliser {
  /** One line in, the records that are complete now out. */
  readonly push: (line: Line) => CallRecord[];
  /** A live pipe was quiet: lets go what waited longer than its window. */
  readonly idle: () => CallRecord[];
  /** The input ended: everything that was still open. */
  readonly end: () => CallRecord[];
  readonly account: Account;
  readonly scrub: (text: string) => string;
}

/** The way of a line, top to bottom: gate, unwrap, join, recognise, extract, correlate, derive, redact. */
export function createNormaliser(options: EngineOptions): Normaliser {
  const dialects = options.formats ? allDialects.filter(({id}) => options.formats?.includes(id)) : allDialects;
  const gate = createGate(dialects, FRAME_OPENERS);
  const unwrapper = createUnwrapper(options.zone);
  const shortcuts =
    options.explain || options.longWay ? [] : dialects.flatMap(({id, shortcut}) => (shortcut ? [{id, shortcut}] : []));
  const joiner = createJoiner(options.zone);
  const recognise = createRecogniser(dialects);
  const factOptions = {keepHeader: createKeepHeader(options.keepHeaders)};
  const correlator = createCorrelator({windowMs: options.correlateWindow});
  const redactor = createRedactor(options);
  const account = createAccount();

  const count = (dialect: string, lines: number): void => {
    account.in_records++;
    account.joined += lines - 1;
    account.dialects[dialect] = (account.dialects[dialect] ?? 0) + 1;
  };

  const leave = (line: Line): void => {
    account.not_calls++;
    options.onLeft?.(redactor.scrub(line.text));
  };
  const leaveFrame = (frame: Frame): void => {
    account.not_calls += frame.lines.length;
    if (!options.onLeft) return;
    // Scrubbed as a whole: a secret may run over the lines of a frame, or over the parts of a line.
    options.onLeft(redactor.scrub(frame.parted ? frame.text : frame.lines.map((line) => line.text).join('\n')));
  };
  const hold = createHold(leave);

  const finish = (fields: CallFields, out: CallRecord[]): void => {
    const failed = fields.error_type !== null;
    if (!failed && options.only === 'failures') {
      account.held_back++;
      return;
    }
    account.records++;
    if (failed) account.failures++;
    out.push(redactor.redact(fields));
  };

  const close = (calls: readonly Call[], out: CallRecord[]): void => {
    for (const call of calls) {
      const proven = isProven(call);
      if (proven && hasOutcome(call)) finish(derive(call, options), out);
      // Sent, and then nothing, or perhaps not to Claude: there is no record that would not claim too much.
      else giveBack(account, linesOf(call), proven);
    }
    account.overflow = correlator.overflow();
  };

  const reject = (frame: Frame, reason: RejectReason): void => {
    account.rejected += frame.lines.length;
    const [line] = frame.lines;
    if (line) options.onReject?.(line, reason, excerptOf(frame.parted ? frame.text : line.text, redactor.scrub));
  };

  /** Lines are counted where they go; a frame goes whole. */
  const take = (frame: Frame, out: CallRecord[]): void => {
    const gated = frame.lines.some((line) => gate(line.text)) || gate(frame.text);
    const finding = gated ? recognise(frame) : undefined;
    if (finding === undefined) {
      const reason = gated ? rejectReason(frame) : undefined;
      if (reason) reject(frame, reason);
      else leaveFrame(frame);
    } else if (settle(finding, frame, out)) count(finding.dialect, frame.lines.length);
    else leaveFrame(frame);
  };

  /** False when the evidence belongs to no call after all. */
  const settle = (finding: Finding, frame: Frame, out: CallRecord[]): boolean => {
    if (finding.kind === 'record') {
      finish(finding.fields, out);
      return true;
    }
    const closed: Call[] = [];
    let taken = false;
    for (const evidence of finding.evidence) {
      const facts = readFacts(evidence, frame, finding.dialect, factOptions);
      // The lines are counted with the first call that takes them.
      if (correlator.add(taken ? {...facts, lines: 0} : facts, closed)) taken = true;
    }
    close(closed, out);
    return taken;
  };

  /** A line that says everything itself and that no open call could take: the engine has nothing to add. */
  const pass = (line: Line, out: CallRecord[]): boolean => {
    for (const {id, shortcut} of shortcuts) {
      const plain = shortcut(line);
      if (plain === undefined) continue;
      hold.drop();
      const closed: Call[] = [];
      const passed = correlator.pass(plain.row, plain.fields, line, closed);
      close(closed, out);
      if (!passed) return false;
      count(id, 1);
      finish(plain.fields, out);
      return true;
    }
    return false;
  };

  const join = (entry: Entry, begins: boolean, out: CallRecord[]): boolean => {
    const {frames, taken} = joiner.push(entry, sourceKey(entry.context.source, entry.lines[0]?.file), begins);
    for (const frame of frames) take(frame, out);
    return taken;
  };

  const reclaim = (out: CallRecord[]): void => {
    for (const line of hold.take()) {
      const entry = unwrapper.unwrap(line);
      if (entry) join(entry, true, out);
    }
  };

  return {
    push(given) {
      const out: CallRecord[] = [];
      account.lines++;
      if (given.oversize) account.oversize++;
      const line = given.oversize ? {...given, text: wholeWords(given.text)} : given;
      const gated = gate(line.text) || isPart(line);
      if (!gated && !joiner.open() && !unwrapper.waiting()) {
        hold.keep(line);
        return out;
      }
      if (gated && !joiner.open() && !unwrapper.waiting() && pass(line, out)) return out;
      const entry = unwrapper.unwrap(line);
      if (entry === undefined) return out;
      // What stands above an indented or closing line, or above an exception, begins the same entry; so does a lone head.
      if (gated && !entry.headed && hold.endsIn(entry.text)) reclaim(out);
      else if (gated) hold.drop();
      if (!join(entry, gated || entry.lines.length > 1, out)) hold.keep(line);
      return out;
    },
    idle() {
      const out: CallRecord[] = [];
      hold.drop();
      for (const frame of joiner.end()) take(frame, out);
      close(correlator.idle(options.now()), out);
      return out;
    },
    end() {
      const out: CallRecord[] = [];
      hold.drop();
      for (const entry of unwrapper.end()) join(entry, true, out);
      for (const frame of joiner.end()) take(frame, out);
      close(correlator.end(), out);
      return out;
    },
    account,
    scrub: redactor.scrub,
  };
}

/** docker cuts at 16 KiB, CRI marks its parts: a keyword may stand in the next one. */
const PART_BYTES = 16_000;
const isPart = ({text}: Line): boolean => text.length > PART_BYTES || /^\S{1,64} (?:stdout|stderr) P /.test(text);

/** A frame that no dialect could read: a reject when it looked like a call, else simply no call. */
function rejectReason(frame: Frame): RejectReason | undefined {
  if (frame.lines.some((line) => line.oversize)) return 'too long';
  // A brace without a quote behind it opens another language's notation.
  return frame.json === undefined && /^\s*\{\s*(?:"|$)/.test(frame.text) ? 'broken JSON' : undefined;
}
