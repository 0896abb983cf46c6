import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Language, type Node, Parser } from 'web-tree-sitter';

/** One Bicep file, as far as the checks need it. */
export interface BicepFile {
  /** "modules/app.bicep" */
  readonly name: string;
  readonly text: string;
  /** Where it is no Bicep: "line 3: ...". */
  readonly faults: readonly string[];
  readonly params: readonly { readonly name: string; readonly hasDefault: boolean; readonly isSecure: boolean }[];
  readonly outputs: readonly string[];
  readonly resources: readonly { readonly name: string; readonly type: string; readonly version: string }[];
  readonly modules: readonly { readonly name: string; readonly file: string; readonly params: readonly string[] }[];
  /** Params, variables, resources, modules and names of loops. */
  readonly declared: readonly string[];
  /** Names that stand for something declared, with those that stand before a dot first. */
  readonly used: ReadonlySet<string>;
  /** "identity.outputs.clientId" as ["identity", "clientId"]. */
  readonly usedOutputs: readonly (readonly [string, string])[];
}

const FOLDER = 'infra';

/** The grammar, loaded once: a reader of one text. */
export async function createReader(): Promise<(name: string, text: string) => BicepFile> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(
    await Language.load(createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')),
  );
  return (name, text) => describe(name, text, parser.parse(text)!.rootNode);
}

/** Every Bicep file below infra/. */
export async function readBicep(): Promise<BicepFile[]> {
  const read = await createReader();
  const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bicep'));
  return names.sort().map((name) => read(name, readFileSync(join(FOLDER, name), 'utf8')));
}

function describe(name: string, text: string, root: Node): BicepFile {
  const all = (...types: string[]) => root.descendantsOfType(types).filter((node) => node !== null);
  const own = (type: string) => all(type).map((node) => ({ node, name: node.namedChildren[0]!.text }));
  const params = own('parameter_declaration');
  const resources = own('resource_declaration');
  const modules = own('module_declaration');
  return {
    name,
    text,
    faults: faultsOf(root),
    params: params.map(({ node, name: param }) => ({
      name: param,
      hasDefault: node.namedChildren.length > 2,
      isSecure: node.previousNamedSibling?.text.includes('@secure()') ?? false,
    })),
    outputs: own('output_declaration').map((one) => one.name),
    resources: resources.map(({ node, name: resource }) => {
      const [type = '', version = ''] = unquoted(node.namedChildren[1]!).split('@');
      return { name: resource, type, version };
    }),
    modules: modules.map(({ node, name: module }) => ({
      name: module,
      file: join('modules', unquoted(node.namedChildren[1]!).replace(/^modules\//, '')),
      params: paramsOf(node),
    })),
    declared: [
      ...[...params, ...own('variable_declaration'), ...resources, ...modules].map((one) => one.name),
      ...loopNames(all('for_statement')),
    ],
    used: new Set(
      all('identifier')
        .filter(standsForSomething)
        .map((node) => node.text),
    ),
    usedOutputs: [...text.matchAll(/\b(\w+)\.\??outputs\.(\w+)/g)].map(([, from, output]) => [from!, output!] as const),
  };
}

function faultsOf(root: Node): string[] {
  const nodes = root.descendantsOfType('ERROR').filter((node) => node !== null);
  const faults = nodes.map((node) => `line ${node.startPosition.row + 1}: ${node.text.slice(0, 60)}`);
  return faults.length === 0 && root.hasError ? ['something is missing'] : faults;
}

const unquoted = (node: Node): string => node.text.slice(1, -1);

/** The names below `params:` of a module. */
function paramsOf(module: Node): string[] {
  const properties = module.descendantsOfType('object_property').filter((node) => node !== null);
  const params = properties.find((property) => property.namedChildren[0]?.text === 'params');
  const object = params?.namedChildren[1];
  const own = object?.namedChildren.filter((node) => node?.type === 'object_property') ?? [];
  return own.map((node) => node.namedChildren[0]!.text);
}

/** "for x in xs" and "for (x, index) in xs". */
function loopNames(loops: readonly Node[]): string[] {
  return loops.flatMap((loop) => {
    const first = loop.namedChildren[0]!;
    return first.type === 'identifier' ? [first.text] : first.namedChildren.map((node) => node.text);
  });
}

/** Not the name of a property, of a function, or of what is being declared. */
function standsForSomething(node: Node): boolean {
  const { parent } = node;
  if (!parent) return false;
  const isFirst = parent.namedChildren[0]?.id === node.id;
  if (parent.type.endsWith('_declaration')) return !isFirst;
  if (['object_property', 'call_expression', 'for_statement'].includes(parent.type)) return !isFirst;
  return parent.type !== 'decorator';
}
