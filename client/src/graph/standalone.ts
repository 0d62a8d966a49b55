import type { Layout } from './layout.ts';

/** What a stylesheet says of the elements of a drawing, which a file has to say itself. */
const properties = ['fill', 'stroke', 'stroke-width', 'opacity', 'font-family', 'font-size'];

/** @returns the drawing as the text of a file that looks the same without the page around it. */
export function standalone(svg: SVGSVGElement, { width, height }: Layout): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const copies = copy.querySelectorAll('*');
  svg.querySelectorAll('*').forEach((original, index) => {
    const style = getComputedStyle(original);
    for (const property of properties)
      copies[index]?.setAttribute(property, style.getPropertyValue(property));
    for (const name of ['class', 'tabindex', 'role']) copies[index]?.removeAttribute(name);
  });
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const ground = document.createElementNS(svg.namespaceURI, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  copy.prepend(ground);
  return `${new XMLSerializer().serializeToString(copy)}\n`;
}
