export { BoxError } from './box_error.ts';
export { type Settings, takeSettings } from './setting_arguments.ts';
export { type RunningNode, type StartOptions, startNode } from './start_node.ts';
export { type SupervisedNode, superviseNode } from './supervise.ts';
