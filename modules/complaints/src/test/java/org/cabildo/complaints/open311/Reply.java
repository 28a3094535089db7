// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back, and what it says whether it is XML or JSON. */
record Reply(String path, int status, List<String> headers, String body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Reply of(String path, String text) {
        int end = text.indexOf("\r\n\r\n");
        List<String> head = List.of(text.substring(0, end).split("\r\n"));
        return new Reply(
                path,
                Integer.parseInt(head.getFirst().split(" ")[1]),
                head.subList(1, head.size()),
                text.substring(end + 4));
    }

    String header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(start))
                .map(header -> header.substring(start.length()).strip())
                .findFirst()
                .orElse("");
    }

    private boolean isJson() {
        return header("Content-Type").startsWith("application/json");
    }

    JsonNode json() {
        return JSON.readTree(body);
    }

    Element xml() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(body)))
                    .getDocumentElement();
        } catch (Exception exception) {
            throw new AssertionError("Not XML: " + body, exception);
        }
    }

    /** The things of a list, field by field; nothing is an empty text, and lists in fields are left out. */
    List<Map<String, String>> items() {
        List<Map<String, String>> items = new ArrayList<>();
        if (isJson()) {
            json().forEach(item -> items.add(fields(item)));
        } else {
            children(xml()).forEach(item -> items.add(fields(item)));
        }
        return items;
    }

    /** The fields of a thing that is alone, as a service definition. */
    Map<String, String> fields() {
        return isJson() ? fields(json()) : fields(xml());
    }

    /** The things of a list in such a thing. */
    List<Map<String, String>> items(String list) {
        List<Map<String, String>> items = new ArrayList<>();
        if (isJson()) {
            json().path(list).forEach(item -> items.add(fields(item)));
        } else {
            children(child(xml(), list)).forEach(item -> items.add(fields(item)));
        }
        return items;
    }

    private static Map<String, String> fields(JsonNode item) {
        Map<String, String> fields = new LinkedHashMap<>();
        item.properties().forEach(field -> {
            if (!field.getValue().isContainer()) {
                fields.put(
                        field.getKey(),
                        field.getValue().isNull() ? "" : field.getValue().asString());
            }
        });
        return fields;
    }

    private static Map<String, String> fields(Element item) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : children(item)) {
            if (children(field).isEmpty()) {
                fields.put(field.getNodeName(), field.getTextContent());
            }
        }
        return fields;
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getNodeName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + name + " in " + parent.getNodeName()));
    }

    /** The texts of one field of all things. */
    List<String> all(String field) {
        return items().stream().map(item -> item.getOrDefault(field, "missing")).toList();
    }
}
