import { hostConfig } from './host-config.js';

/* The renderer and markdown-it are classic scripts: they stand on window. */
const { AdaptiveCards, markdownit } = window;

/* Teams renders bold, italics, lists and links in cards, no more; raw HTML stays text. */
const markdown = markdownit({ html: false }).disable([
  'heading',
  'lheading',
  'code',
  'fence',
  'table',
  'blockquote',
  'hr',
  'image',
]);
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

const form = document.querySelector('form');
const main = document.querySelector('main');
const entry = document.querySelector('#entry');

/** What is chosen stands in the address, so that a view can be linked and survives a reload. */
function readAddress(names) {
  const query = new URLSearchParams(location.search);
  for (const { value, name } of [
    { name: 'template', value: names.find((known) => known === query.get('template')) ?? '' },
    { name: 'language', value: query.get('language') === 'en' ? 'en' : 'sv' },
    { name: 'theme', value: query.get('theme') === 'dark' ? 'dark' : 'light' },
    { name: 'width', value: query.get('width') === 'phone' ? 'phone' : 'desktop' },
  ])
    form.elements[name].value = value;
}

function fillTemplates(names) {
  const all = new Option('All', '');
  form.elements.template.replaceChildren(all, ...names.map((name) => new Option(name, name)));
}

function show(data) {
  const { template, language, theme, width } = Object.fromEntries(new FormData(form));
  history.replaceState(null, '', `?${new URLSearchParams({ template, language, theme, width })}`);
  document.documentElement.dataset.theme = theme;
  document.documentElement.dataset.width = width;
  const chosen = data.templates.filter(({ name }) => template === '' || name === template);
  main.replaceChildren(...chosen.map((one) => section(one, { language, theme, maxBytes: data.maxBytes })));
  main.setAttribute('aria-busy', 'false');
}

function section({ name, template, samples, cards }, { language, theme, maxBytes }) {
  const node = entry.content.cloneNode(true).querySelector('section');
  const find = (selector) => node.querySelector(selector);
  const { card, bytes, findings, text, error } = cards[language];
  node.dataset.template = name;
  find('h2').textContent = name;
  find('h2').id = `name-${name.replace('/', '-')}`;
  node.setAttribute('aria-labelledby', find('h2').id);
  find('.frame').lang = language;
  find('.frame').append(error ? alert(error) : rendered(card, theme));
  find('.text').textContent = text ?? '';
  find('.json').textContent = JSON.stringify(card ?? {}, null, 2);
  find('.facts').textContent = error
    ? 'Not sent.'
    : `${bytes.toLocaleString('en')} of ${maxBytes.toLocaleString('en')} bytes, ${findings.length} findings`;
  find('.findings').append(...(findings ?? []).map(listItem));
  const file = name.replace('/', '-');
  offer(find('.template-download'), `${file}.card.json`, template);
  offer(find('.sample-download'), `${file}.sample.${language}.json`, samples[language]);
  return node;
}

function rendered(json, theme) {
  try {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(hostConfig(theme));
    card.parse(json);
    const element = card.render();
    /* The renderer names the card by its `speak`; a name needs a role to belong to. */
    element.setAttribute('role', 'group');
    return element;
  } catch (error) {
    return alert(String(error));
  }
}

function alert(message) {
  const paragraph = document.createElement('p');
  paragraph.className = 'card-error';
  paragraph.setAttribute('role', 'alert');
  paragraph.textContent = message;
  return paragraph;
}

function listItem(text) {
  const item = document.createElement('li');
  item.textContent = text;
  return item;
}

function offer(link, file, json) {
  link.download = file;
  link.href = `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(json, null, 2))}`;
}

const data = await (await fetch('/gallery.json')).json();
if (data.error) {
  main.replaceChildren(alert(data.error));
  main.setAttribute('aria-busy', 'false');
} else {
  const names = data.templates.map(({ name }) => name);
  fillTemplates(names);
  readAddress(names);
  form.addEventListener('change', () => show(data));
  show(data);
}
