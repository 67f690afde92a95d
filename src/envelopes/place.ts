import type {Source} from '../framing/frame.ts';

export type Place = Pick<Source, 'pod' | 'namespace' | 'container'>;

/** `<pod>_<namespace>_<container>-<id>.log`; Fluent Bit makes a tag of it by putting dots for slashes. */
const CONTAINERS =
  /containers[/.]([a-z\d][a-z\d.-]{0,252})_([a-z\d][a-z\d-]{0,62})_([a-z\d][a-z\d-]{0,62})-[\da-f]{64}\.log/;
/** `<namespace>_<pod>_<uid>/<container>/<restarts>.log`; a static pod's uid is a hash. */
const PODS =
  /pods\/([a-z\d][a-z\d-]{0,62})_([a-z\d][a-z\d.-]{0,252})_[\da-f-]{32,36}\/([a-z\d][a-z\d-]{0,62})\/\d{1,6}\.log/;

/**
 * What the kubelet says in the name of a log file: kubernetes/kubernetes pkg/kubelet/kuberuntime/legacy.go and
 * pkg/kubelet/kuberuntime/util/util.go.
 */
export function placeOfFile(file: string): Place | undefined {
  const found = CONTAINERS.exec(file);
  if (found) return {pod: found[1], namespace: found[2], container: found[3]};
  const inPods = PODS.exec(file);
  return inPods ? {namespace: inPods[1], pod: inPods[2], container: inPods[3]} : undefined;
}
