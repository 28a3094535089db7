// SPDX-License-Identifier: Apache-2.0
package org.cabildo.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the words that a template itself shows to people: text between tags, attributes that are read out, and
 * sentences handed to other templates.
 */
final class TemplateText {

    /** Formats go by the same name in every language; “Aa” is a specimen of letters. */
    private static final Pattern SAME_EVERYWHERE = Pattern.compile("\\b(?:API|Aa|CSV|JSON|PDF|XLSX|ZIP)\\b");

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Pattern SENTENCE = Pattern.compile("^\\p{Lu}\\p{L}+ .*|.*[áéíóúüñÁÉÍÓÚÑ¿¡].*");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern SHOWN =
            Pattern.compile("\\s(?:alt|title|placeholder|aria-label|aria-description|label)=\"([^\"]*)\"");
    private static final Pattern ENTITY = Pattern.compile("&#?\\w+;");
    private static final Pattern CALL = Pattern.compile("@(?:if|elseif|for|template[\\w.]*)\\s*(?=\\()");
    private static final Pattern MARK = Pattern.compile("@(?:else|endif|endfor|raw|endraw)\\b");

    private final String text;
    private final StringBuilder html = new StringBuilder();
    private final List<String> found = new ArrayList<>();
    private int at;

    private TemplateText(String template) {
        this.text = template.replaceAll("(?s)<%--.*?--%>", "").replaceAll("(?m)^\\s*@(import|param) .*$", "");
    }

    /** The literal words of a template. */
    static List<String> literals(String template) {
        TemplateText reading = new TemplateText(template);
        reading.content(false);
        return reading.words();
    }

    private List<String> words() {
        String shown = html.toString().replaceAll("(?s)<(script|style)\\b.*?</\\1>", "");
        Matcher attributes = SHOWN.matcher(shown);
        while (attributes.find()) {
            collect(attributes.group(1));
        }
        for (String line : TAG.matcher(shown).replaceAll("\n").split("\n")) {
            collect(line);
        }
        return found;
    }

    private void collect(String piece) {
        String words = ENTITY.matcher(piece).replaceAll(" ").strip();
        if (WORD.matcher(SAME_EVERYWHERE.matcher(words).replaceAll("")).find()) {
            found.add(words);
        }
    }

    /** Reads HTML up to the end, or up to the mark that ends a content block. */
    private void content(boolean block) {
        while (at < text.length()) {
            if (block && text.charAt(at) == '`') {
                at++;
                return;
            }
            if (!skipsCode()) {
                html.append(text.charAt(at++));
            }
        }
    }

    private boolean skipsCode() {
        for (String opening : List.of("${", "!{", "$unsafe{")) {
            if (text.startsWith(opening, at)) {
                at += opening.length() - 1;
                code();
                return true;
            }
        }
        Matcher call = CALL.matcher(text).region(at, text.length());
        if (call.lookingAt()) {
            at = call.end();
            code();
            return true;
        }
        Matcher mark = MARK.matcher(text).region(at, text.length());
        if (mark.lookingAt()) {
            at = mark.end();
            return true;
        }
        return false;
    }

    /** Reads Java from an opening bracket to the one that closes it; content blocks inside are HTML again. */
    private void code() {
        int depth = 0;
        while (at < text.length()) {
            char character = text.charAt(at);
            if (text.startsWith("@`", at)) {
                at += 2;
                content(true);
                continue;
            }
            if (character == '"' || character == '\'') {
                literal(character);
                continue;
            }
            at++;
            if ("({[".indexOf(character) >= 0) {
                depth++;
            } else if (")}]".indexOf(character) >= 0 && --depth == 0) {
                return;
            }
        }
    }

    private void literal(char quote) {
        int start = ++at;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        String literal = text.substring(start, Math.min(at, text.length()));
        if (SENTENCE.matcher(literal).matches()) {
            found.add(literal);
        }
        at++;
    }
}
