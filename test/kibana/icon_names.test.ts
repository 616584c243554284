import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const ROOT = path.resolve(__dirname, '../..');

/** Props whose value names an icon, and the only component for which `type` does. */
const ICON_PROPS = new Set(['icon', 'iconType']);
const ICON = 'EuiIcon';

/** The icons that the page's code asks EUI for by name. */
function iconNames(): string[] {
  const files = globSync('public/**/*.tsx', { cwd: ROOT }).filter(
    (file) => !file.includes('.test.'),
  );
  return [...new Set(files.flatMap(namesIn))].sort();
}

function namesIn(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isJsxAttribute(node) || ts.isPropertyAssignment(node)) && namesIcon(node))
      names.push(...textsOf(node.initializer));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return names;
}

function namesIcon(node: ts.JsxAttribute | ts.PropertyAssignment): boolean {
  const name = node.name.getText();
  if (!ts.isJsxAttribute(node)) return ICON_PROPS.has(name);
  return ICON_PROPS.has(name) || (name === 'type' && node.parent.parent.tagName.getText() === ICON);
}

/** The texts that an expression can give; what it only compares is none of them. */
function textsOf(node: ts.Node | undefined): string[] {
  if (node === undefined) return [];
  if (ts.isStringLiteral(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(textsOf);
  if (ts.isJsxExpression(node)) return textsOf(node.expression);
  return [];
}

describe.each([
  ['Kibana 9.1', 'test/kibana_9_1/node_modules'],
  ['the newest version looked at', 'node_modules'],
])('EUI of %s', (_version, packages) => {
  const map = path.join(ROOT, packages, '@elastic/eui/lib/components/icon/icon_map.js');
  const { typeToPathMap } = require(map) as { typeToPathMap: object };

  it('has every icon that the page asks for', () => {
    const names = iconNames();
    expect(names).toEqual(expect.arrayContaining(['check', 'refresh', 'trash', 'warning']));
    expect(names.filter((name) => !(name in typeToPathMap))).toEqual([]);
  });
});
