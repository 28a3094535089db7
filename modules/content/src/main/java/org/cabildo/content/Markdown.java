// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Turns CommonMark with tables into HTML that may stand inside a page: HTML in the text is shown as text, headings
 * start at the second level, wide tables scroll by themselves, links to other sites say so, pictures come from the
 * tenant's files only. The result has passed an allow list of elements, attributes and addresses.
 */
public final class Markdown {

    private static final Pattern FILE = Pattern.compile("[a-z0-9]+([-_.][a-z0-9]+)*\\.[a-z0-9]+");
    private static final String FILES = "/archivos/";
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    private Markdown() {}

    /**
     * The HTML of a text.
     *
     * @param title what the text is about; names tables that no heading names
     */
    public static String html(String text, String title) {
        Node document = PARSER.parse(text);
        document.accept(new Shaping());
        HtmlRenderer renderer = HtmlRenderer.builder()
                .nodeRendererFactory(context -> new ScrollingTable(context, title))
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .attributeProviderFactory(context -> new Attributes())
                .build();
        return AllowedHtml.of(renderer.render(document));
    }

    /** The words of a text without marks, cut at a word, for descriptions. */
    public static String plain(String text, int atMost) {
        StringBuilder words = new StringBuilder();
        PARSER.parse(text).accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                words.append(part.getLiteral()).append(' ');
            }
        });
        String all = words.toString()
                .replaceAll("\\s+", " ")
                .replaceAll(" ([,.;:)])", "$1")
                .strip();
        if (all.length() <= atMost) {
            return all;
        }
        int end = all.lastIndexOf(' ', atMost);
        return all.substring(0, end > 0 ? end : atMost) + "…";
    }

    /** The names of the tenant's files that a text shows or links. */
    public static Set<String> files(String text) {
        Set<String> names = new TreeSet<>();
        PARSER.parse(text).accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                note(image.getDestination());
                visitChildren(image);
            }

            @Override
            public void visit(Link link) {
                note(link.getDestination());
                visitChildren(link);
            }

            private void note(String address) {
                String path = resolved(address);
                if (path.startsWith(FILES)
                        && FILE.matcher(path.substring(FILES.length())).matches()) {
                    names.add(path.substring(FILES.length()));
                }
            }
        });
        return names;
    }

    /** The path of a tenant's file when an address is only a file's name. */
    static String resolved(String address) {
        return FILE.matcher(address).matches() ? FILES + address : address;
    }

    /** Lowers headings to the second level and below, and turns pictures from elsewhere into links. */
    private static final class Shaping extends AbstractVisitor {

        private int shift = -1;

        @Override
        public void visit(Heading heading) {
            if (shift < 0) {
                shift = Math.max(0, 2 - highest(heading));
            }
            heading.setLevel(Math.min(6, heading.getLevel() + shift));
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            String address = resolved(image.getDestination());
            if (address.startsWith(FILES)) {
                image.setDestination(address);
                return;
            }
            Link link = new Link(image.getDestination(), image.getTitle());
            while (image.getFirstChild() != null) {
                link.appendChild(image.getFirstChild());
            }
            if (link.getFirstChild() == null) {
                link.appendChild(new Text(image.getDestination()));
            }
            image.insertBefore(link);
            image.unlink();
        }

        @Override
        public void visit(Link link) {
            link.setDestination(resolved(link.getDestination()));
            visitChildren(link);
        }

        private static int highest(Node first) {
            int level = 6;
            for (Node node = first; node != null; node = node.getNext()) {
                if (node instanceof Heading heading) {
                    level = Math.min(level, heading.getLevel());
                }
            }
            return level;
        }
    }

    /** Classes instead of presentational attributes, and what links to other sites say. */
    private static final class Attributes implements AttributeProvider {

        @Override
        public void setAttributes(Node node, String tag, Map<String, String> attributes) {
            if (tag.equals("td") || tag.equals("th")) {
                if ("right".equals(attributes.remove("align"))) {
                    attributes.put("class", "num");
                }
                if (tag.equals("th")) {
                    attributes.put("scope", "col");
                }
            } else if (node instanceof Link link && link.getDestination().matches("(?i)https?://.*")) {
                attributes.put("rel", "external noopener");
            } else if (tag.equals("img")) {
                attributes.put("loading", "lazy");
            }
        }
    }
}
