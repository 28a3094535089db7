// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.colour;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.cabildo.tenancy.theme.colour.LogoColours.Patch;
import org.jspecify.annotations.Nullable;

/**
 * The colours of a sanitized drawing: its shapes are painted roughly and their pixels counted. Gradients count as their
 * first colour; text, masks and copies are left out.
 */
final class DrawingPatches {

    private static final int SIZE = 240;
    private static final Set<String> NOT_PAINTED = Set.of("defs", "symbol", "clipPath", "mask", "pattern", "marker");

    private final Graphics2D canvas;
    private final Deque<Map<String, String>> styles = new ArrayDeque<>();
    private final Deque<AffineTransform> places = new ArrayDeque<>();
    private final Map<String, String> gradients = new HashMap<>();
    private int hidden;
    private String gradient = "";

    private DrawingPatches(Graphics2D canvas) {
        this.canvas = canvas;
    }

    static List<Patch> of(byte[] drawing) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = image.createGraphics();
        try {
            // Gradients may be defined after the shapes that use them.
            DrawingPatches painter = new DrawingPatches(canvas);
            painter.read(drawing);
            canvas.setTransform(new AffineTransform());
            painter.read(drawing);
        } catch (XMLStreamException exception) {
            throw new IllegalArgumentException("The drawing was not sanitized", exception);
        } finally {
            canvas.dispose();
        }
        return PixelPatches.of(image);
    }

    private void read(byte[] drawing) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(drawing));
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(reader);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(reader.getLocalName());
            }
        }
    }

    private void start(XMLStreamReader reader) {
        String name = reader.getLocalName();
        Map<String, String> own = attributes(reader);
        if (name.endsWith("Gradient")) {
            gradient = own.getOrDefault("id", "");
        } else if (name.equals("stop")) {
            gradients.putIfAbsent(gradient, own.getOrDefault("stop-color", "#000000"));
        }
        hidden += NOT_PAINTED.contains(name) ? 1 : 0;
        Map<String, String> style = new HashMap<>(styles.isEmpty() ? Map.of() : styles.peek());
        style.putAll(own);
        styles.push(style);
        places.push(canvas.getTransform());
        if (places.size() == 1) {
            fit(own);
        }
        canvas.transform(Geometry.transform(own.getOrDefault("transform", "")));
        Shape shape = hidden > 0 ? null : Geometry.shape(name, own);
        if (shape != null) {
            paint(shape, style);
        }
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    private void end(String name) {
        hidden -= NOT_PAINTED.contains(name) ? 1 : 0;
        styles.pop();
        canvas.setTransform(places.pop());
    }

    /** Puts the whole drawing on the canvas. */
    private void fit(Map<String, String> root) {
        double[] box = Geometry.numbers(root.getOrDefault("viewBox", ""));
        if (box.length != 4) {
            box = new double[] {0, 0, Geometry.number(root, "width", 100), Geometry.number(root, "height", 100)};
        }
        double scale = SIZE / Math.max(1e-6, Math.max(box[2], box[3]));
        canvas.scale(scale, scale);
        canvas.translate(-box[0], -box[1]);
    }

    private void paint(Shape shape, Map<String, String> style) {
        Color fill = colour(style.getOrDefault("fill", "#000000"), style);
        if (fill != null) {
            canvas.setColor(fill);
            canvas.fill(shape);
        }
        Color stroke = colour(style.getOrDefault("stroke", "none"), style);
        if (stroke != null) {
            canvas.setColor(stroke);
            canvas.setStroke(new BasicStroke((float) Math.clamp(Geometry.number(style, "stroke-width", 1), 0, 1000)));
            canvas.draw(shape);
        }
    }

    private @Nullable Color colour(String paint, Map<String, String> style) {
        String value = paint.strip();
        if (value.startsWith("url(")) {
            String id = value.replaceAll("url\\(\\s*[\"']?#|[\"']?\\s*\\).*", "");
            value = gradients.getOrDefault(id, "none");
        }
        if (value.equals("currentColor")) {
            value = style.getOrDefault("color", "#000000");
        }
        return CssColours.read(value);
    }
}
