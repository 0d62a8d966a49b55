import { conf, inDirectives, modprobeDRule } from './support.ts';

export const optionsUnbalancedQuote = modprobeDRule({
  id: 'options-unbalanced-quote',
  severity: 'error',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'A `"` in options that is not closed, or `\'` where the kernel knows only `"`.',
    why: [
      'Between two `"` blanks belong to the value. One that is not closed takes the rest of the line, and the options of the lines that follow for the module, into the value.',
      "A `'` is an ordinary character: `name='a b'` is the value `'a` and a parameter `b'`.",
    ].join('\n'),
    basis: 'next_arg() of the kernel; kmod joins the options of all lines and hands them on as they are.',
    bad: conf('options dummy label="a b'),
    good: conf('options dummy label="a b"'),
  },
  ...inDirectives(['options'], ({ parameters }, report) => {
    for (const parameter of parameters) {
      const { text } = parameter;
      const quotes = text.split('"').length - 1;
      if (quotes % 2 === 1) {
        const message =
          'the kernel takes the rest of the options into this value, because the `"` is not closed; close it';
        report({ span: parameter.spanOf(text.lastIndexOf('"'), text.length), message });
      }
      const single = text.indexOf("='") + 1;
      if (single === 0) continue;
      const message = '`\'` is no quote for the kernel, but a part of the value; write `"`';
      report({ span: parameter.spanOf(single, single + 1), message });
    }
  }),
});
