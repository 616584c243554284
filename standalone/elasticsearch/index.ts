export { BoxError } from './box_error.ts';
export { type ConsoleUser, newConsoleUser, provideConsoleUser } from './console_user.ts';
export { encryptionKey } from './encryption_key.ts';
export { type Settings, takeSettings } from './setting_arguments.ts';
export { type ClusterOptions, type RunningCluster, startCluster } from './start_cluster.ts';
export { type RunningNode, type StartOptions, startNode } from './start_node.ts';
export { type SupervisedNode, superviseNode } from './supervise.ts';
