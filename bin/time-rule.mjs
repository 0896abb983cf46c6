// A rule of the lint (.oxlintrc.json): the clock is read in src/calendar alone.
const message = 'Time is a parameter: take `now: Date`, or a Clock from src/calendar handed in by main.ts.';

const isNamed = (node, name) => node.type === 'Identifier' && node.name === name;

const noClock = {
  create(context) {
    return {
      NewExpression(node) {
        if (isNamed(node.callee, 'Date') && node.arguments.length === 0) context.report({ node, message });
      },
      CallExpression(node) {
        const { callee } = node;
        if (callee.type !== 'MemberExpression' || !isNamed(callee.object, 'Date')) return;
        if (isNamed(callee.property, 'now')) context.report({ node, message });
      },
    };
  },
};

export default { meta: { name: 'time' }, rules: { 'no-clock': noClock } };
