/**
 * The packages that `roots` need to run, as paths of the lock file ("node_modules/a", "node_modules/a/node_modules/b"), sorted.
 * Optional ones are left out: they are faster ways to do what is done without them, and may be made for another machine.
 * `isThere` says whether a path is on the disk: an install script may have taken a nested copy away in favour of the outer one.
 * Throws for a package that is needed and missing.
 */
export function neededPackages(lock, roots, isThere = () => true) {
  const found = new Set();
  const visit = (name, from) => {
    const path = placeOf((one) => lock.packages[one] && isThere(one), name, from);
    if (path === undefined) throw new Error(`${from || 'package.json'} needs ${name}, which is not installed`);
    if (found.has(path)) return;
    found.add(path);
    const { dependencies = {}, optionalDependencies = {} } = lock.packages[path];
    for (const one of Object.keys(dependencies)) if (!(one in optionalDependencies)) visit(one, path);
  };
  for (const root of roots) visit(root, '');
  return [...found].sort();
}

/** Where Node would find it: in the folder of whoever asks, then in each folder around it. */
function placeOf(isPackage, name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (isPackage(path)) return path;
    if (folder === '') return undefined;
  }
}
