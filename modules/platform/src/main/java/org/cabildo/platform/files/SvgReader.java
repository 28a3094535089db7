// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.cabildo.platform.files.FileRefused.Reason;
import org.jspecify.annotations.Nullable;

/** Reads a drawing without document types, entities or anything from elsewhere, within limits of size and depth. */
final class SvgReader {

    static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final int DEEPEST = 64;
    private static final int MOST = 20_000;

    private final Deque<SvgElement> open = new ArrayDeque<>();
    private @Nullable SvgElement root;
    private int count;
    private int foreign;

    private SvgReader() {}

    static SvgElement read(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        if (raw.contains("<!ENTITY") || raw.contains("<!ATTLIST") || raw.indexOf('\0') >= 0) {
            throw new FileRefused(Reason.ACTIVE_CONTENT);
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            return new SvgReader().read(reader);
        } catch (XMLStreamException e) {
            throw new FileRefused(Reason.UNREADABLE, e);
        }
    }

    private SvgElement read(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(reader);
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new FileRefused(Reason.ACTIVE_CONTENT);
                default -> {}
            }
        }
        SvgElement drawing = root;
        if (drawing == null || !drawing.name.equals("svg")) {
            throw new FileRefused(Reason.UNREADABLE);
        }
        return drawing;
    }

    private void start(XMLStreamReader reader) {
        if (++count > MOST || open.size() + foreign > DEEPEST) {
            throw new FileRefused(Reason.UNREADABLE);
        }
        String namespace = reader.getNamespaceURI();
        if (foreign > 0 || namespace != null && !namespace.isEmpty() && !namespace.equals(SVG)) {
            foreign++;
            return;
        }
        SvgElement element = new SvgElement(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String space = reader.getAttributeNamespace(i);
            if (space == null || space.isEmpty() || space.equals(XLINK)) {
                element.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
        }
        SvgElement parent = open.peek();
        if (parent != null) {
            parent.children.add(element);
        } else {
            root = element;
        }
        open.push(element);
    }

    private void end() {
        if (foreign > 0) {
            foreign--;
        } else {
            open.pop();
        }
    }

    private void text(String text) {
        SvgElement parent = open.peek();
        if (parent != null && foreign == 0) {
            parent.children.add(text);
        }
    }
}
