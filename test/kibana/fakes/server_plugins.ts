import type {
  ElasticsearchFeature,
  SavedObjectType,
  TaskDefinition,
} from '../../../server/index.ts';
import { allowOnly, strict } from './strict.ts';

const NAME = /^[a-zA-Z0-9_-]+$/;
const INTERVAL = /^[1-9]\d*[smhd]$/;

/** Kibana's plugin `features`. */
export function fakeFeatures() {
  const registered: ElasticsearchFeature[] = [];
  const setup = strict('features', {
    registerElasticsearchFeature(feature: ElasticsearchFeature) {
      const { id, privileges } = feature;
      allowOnly(`The feature ${id}`, feature, ['id', 'management', 'catalogue', 'privileges']);
      if (!NAME.test(id)) throw new Error(`The feature ${id} does not satisfy regexp ${NAME}`);
      if (registered.some((other) => other.id === id))
        throw new Error(`Feature with id ${id} is already registered.`);
      for (const privilege of privileges) {
        allowOnly(`A privilege of ${id}`, privilege, ['requiredClusterPrivileges', 'ui']);
        if (!Array.isArray(privilege.ui)) throw new Error(`A privilege of ${id} has no "ui"`);
      }
      registered.push(feature);
    },
  });
  return { registered, setup };
}

/** @throws Error for a type that Kibana does not take */
export function checkType(type: SavedObjectType): void {
  const name = `The saved object type ${type.name}`;
  allowOnly(name, type, ['name', 'hidden', 'namespaceType', 'mappings', 'modelVersions']);
  allowOnly(`${name}'s mappings`, type.mappings, ['dynamic', 'properties']);
  const versions = Object.keys(type.modelVersions).map(Number);
  if (versions.some((version, index) => version !== index + 1))
    throw new Error(`${name} has model versions that do not count from 1`);
}

/** @throws Error for a task that Kibana's task manager does not take */
export function checkTask(id: string, definition: TaskDefinition): void {
  const name = `The task ${id}`;
  allowOnly(name, definition, [
    'title',
    'description',
    'timeout',
    'maxAttempts',
    'createTaskRunner',
  ]);
  if (!INTERVAL.test(definition.timeout ?? '5m')) throw new Error(`${name} has a wrong timeout`);
}
