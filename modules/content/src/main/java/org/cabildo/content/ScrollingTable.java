// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content;

import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Puts a table into a region of its own that scrolls sideways, by touch and by keyboard, and has a name. */
final class ScrollingTable implements NodeRenderer {

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final String title;

    ScrollingTable(HtmlNodeRendererContext context, String title) {
        this.context = context;
        this.html = context.getWriter();
        this.title = title;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(TableBlock.class);
    }

    @Override
    public void render(Node table) {
        html.line();
        html.tag("div", Map.of("class", "table-wrap", "tabindex", "0", "role", "region", "aria-label", name(table)));
        html.tag("table");
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            context.render(part);
        }
        html.tag("/table");
        html.tag("/div");
        html.line();
    }

    private String name(Node table) {
        for (Node node = table.getPrevious(); node != null; node = node.getPrevious()) {
            if (node instanceof Heading) {
                return words(node);
            }
        }
        return title;
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }
}
