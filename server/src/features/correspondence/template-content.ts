/** Reads what a mail template contains, for the check at start: which blocks it includes and which placeholders it fills. */
import Handlebars from 'handlebars';

export interface TemplateContent {
  readonly blocks: ReadonlySet<string>;
  readonly placeholders: ReadonlySet<string>;
}

/** Included blocks count as part of the template. @throws Error for a block or helper that is not there, and for unescaped output */
export function blocksAndPlaceholders(source: string, shared: ReadonlyMap<string, string>): TemplateContent {
  const reader = new ContentReader(shared);
  reader.accept(Handlebars.parse(source));
  return reader;
}

const HELPERS = new Set(['each', 'if']);
/** Words of Handlebars itself: the row of a list, and what a layout wraps. */
const OWN_WORDS = new Set(['', 'this']);
const WRAPPED = '@partial-block';

class ContentReader extends Handlebars.Visitor implements TemplateContent {
  readonly blocks = new Set<string>();
  readonly placeholders = new Set<string>();

  constructor(private readonly shared: ReadonlyMap<string, string>) {
    super();
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (!mustache.escaped) throw new Error('output that is not escaped');
    super.MustacheStatement(mustache);
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    if (!HELPERS.has(block.path.original as string))
      throw new Error(`the helper ${block.path.original} is unknown`);
    for (const param of block.params) this.accept(param);
    this.accept(block.program);
    if (block.inverse) this.accept(block.inverse);
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    this.#include(partial.name);
  }

  override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
    this.#include(partial.name);
    this.accept(partial.program);
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    const name = path.parts.join('.');
    if (!OWN_WORDS.has(name)) this.placeholders.add(name);
  }

  #include(name: hbs.AST.PathExpression | hbs.AST.SubExpression): void {
    const block = 'original' in name ? String(name.original) : '';
    if (block === WRAPPED || this.blocks.has(block)) return;
    const source = this.shared.get(block);
    if (source === undefined) throw new Error(`the block ${block} does not exist`);
    this.blocks.add(block);
    this.accept(Handlebars.parse(source));
  }
}
