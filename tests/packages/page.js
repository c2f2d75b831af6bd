// A document of a few lines, for packages that render into one: elements, texts, attributes, and their HTML.
class Node {
  parentNode = null;
  childNodes = [];
  get firstChild() { return this.childNodes[0] ?? null; }
  get nextSibling() { return this.parentNode?.childNodes[this.parentNode.childNodes.indexOf(this) + 1] ?? null; }
  insertBefore(child, before) {
    child.remove();
    child.parentNode = this;
    this.childNodes.splice(before ? this.childNodes.indexOf(before) : this.childNodes.length, 0, child);
    return child;
  }
  appendChild(child) { return this.insertBefore(child, null); }
  removeChild(child) { child.remove(); return child; }
  remove() {
    const siblings = this.parentNode?.childNodes ?? [];
    if (siblings.includes(this)) siblings.splice(siblings.indexOf(this), 1);
    this.parentNode = null;
  }
  contains(other) { return this === other || this.childNodes.some(child => child.contains(other)); }
}

class Text extends Node {
  nodeType = 3;
  constructor(data) { super(); this.data = String(data); }
}

class Element extends Node {
  nodeType = 1;
  attributes = [];
  style = {};
  namespaceURI = "http://www.w3.org/1999/xhtml";
  constructor(name) { super(); this.localName = this.nodeName = name; }
  get ownerDocument() { return document; }
  setAttribute(name, value) { this.removeAttribute(name); this.attributes.push({ name, value }); }
  removeAttribute(name) { this.attributes = this.attributes.filter(attribute => attribute.name !== name); }
  addEventListener() {}
  removeEventListener() {}
}

const document = {
  createElement: name => new Element(name),
  createElementNS: (_, name) => new Element(name),
  createTextNode: data => new Text(data),
};

function html(node) {
  if (node instanceof Text) return node.data;
  const attributes = node.attributes.map(({ name, value }) => ` ${name}="${value}"`).join("");
  return `<${node.localName}${attributes}>${node.childNodes.map(html).join("")}</${node.localName}>`;
}

// What Vue's createRenderer asks of a platform.
const nodeOps = {
  patchProp: (element, name, _, value) => value == null ? element.removeAttribute(name) : element.setAttribute(name, value),
  insert: (child, parent, before) => parent.insertBefore(child, before),
  remove: child => child.remove(),
  createElement: name => new Element(name),
  createText: data => new Text(data),
  createComment: data => new Text(data),
  setText: (node, data) => { node.data = data; },
  setElementText: (element, data) => { element.childNodes = []; element.appendChild(new Text(data)); },
  parentNode: node => node.parentNode,
  nextSibling: node => node.nextSibling,
};

module.exports = { document, html, nodeOps };
