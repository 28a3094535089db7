// SPDX-License-Identifier: Apache-2.0
package org.cabildo.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word that people see is in a bundle, in Spanish and in English. */
class MessagesTests {

    private static final Pattern USED = Pattern.compile("\\b(?:msg|getMessage)\\(\\s*\"([^\"]+)\"\\s*([,)+])");
    private static final Pattern NUMBER = Pattern.compile("\\{\\s*(\\d+)");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    private static final List<Bundle> BUNDLES = Bundle.all();
    private static final Set<String> KEYS = BUNDLES.stream()
            .filter(bundle -> bundle.language().equals("es"))
            .flatMap(bundle -> bundle.messages().keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new));

    static List<Bundle> spanish() {
        return BUNDLES.stream().filter(bundle -> bundle.language().equals("es")).toList();
    }

    static List<Bundle> bundles() {
        return BUNDLES;
    }

    @ParameterizedTest
    @MethodSource("spanish")
    void hasTheSameKeysInEnglish(Bundle spanish) {
        assertThat(english(spanish).messages().keySet())
                .isEqualTo(spanish.messages().keySet());
    }

    @ParameterizedTest
    @MethodSource("spanish")
    void hasTheSamePlaceholdersInEnglish(Bundle spanish) {
        Map<String, String> english = english(spanish).messages();

        assertThat(spanish.messages())
                .allSatisfy((key, message) -> assertThat(placeholders(english.get(key)))
                        .as("placeholders of %s", key)
                        .isEqualTo(placeholders(message)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void namesItsLanguageAndHasASpanishOriginal(Bundle bundle) {
        assertThat(bundle.language()).isNotEmpty();
        assertThat(spanish()).anyMatch(original -> original.name().equals(bundle.name()));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void leavesNoMessageEmptyOrRepeated(Bundle bundle) {
        assertThat(bundle.repeated()).isEmpty();
        assertThat(bundle.messages())
                .allSatisfy((key, message) -> assertThat(message).as(key).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void canBeFormatted(Bundle bundle) {
        assertThat(bundle.messages()).allSatisfy((key, message) -> {
            if (placeholders(message).isEmpty()) {
                assertThat(message)
                        .as("%s has no placeholder, so that its apostrophes are shown as they are", key)
                        .doesNotContain("''");
                return;
            }
            assertThat(LONE_APOSTROPHE.matcher(message).find())
                    .as("%s has placeholders, so that an apostrophe is written twice", key)
                    .isFalse();
            assertThatCode(() -> new MessageFormat(message, Locale.forLanguageTag(bundle.language())))
                    .as(key)
                    .doesNotThrowAnyException();
        });
    }

    @Test
    void hasEveryKeyOnce() {
        Map<String, List<String>> owners = new TreeMap<>();
        spanish()
                .forEach(bundle -> bundle.messages()
                        .keySet()
                        .forEach(key -> owners.computeIfAbsent(key, ignored -> new ArrayList<>())
                                .add(bundle.name())));

        assertThat(owners.entrySet())
                .allSatisfy(owner -> assertThat(owner.getValue())
                        .as("bundles that have %s", owner.getKey())
                        .hasSize(1));
    }

    @Test
    void hasEveryKeyThatTemplatesAndCodeName() {
        Map<String, String> sources = new TreeMap<>(Sources.below("resources/jte", ".jte"));
        sources.putAll(Sources.below("java", ".java"));

        List<String> missing = new ArrayList<>();
        sources.forEach((file, text) -> {
            Matcher used = USED.matcher(text);
            while (used.find()) {
                if (!known(used.group(1), used.group(2).equals("+"))) {
                    missing.add(file + " uses " + used.group(1));
                }
            }
        });

        assertThat(missing).isEmpty();
    }

    @Test
    void keepsWordsOutOfTemplates() {
        List<String> literals = new ArrayList<>();
        Sources.below("resources/jte", ".jte")
                .forEach((file, template) ->
                        TemplateText.literals(template).forEach(words -> literals.add(file + " says “" + words + "”")));

        assertThat(literals).isEmpty();
    }

    @Test
    void wouldNoticeWordsInTemplates() {
        assertThat(TemplateText.literals("""
                        <%-- words in comments are for us --%>
                        @import org.cabildo.platform.web.View
                        @param View v
                        !{var next = v.path().isEmpty() ? "a b" : "c";}
                        @if(next.equals("c"))<p class="lead wide">${v.msg("ui.next")} &middot; 12</p>@else<p>Siguiente</p>@endif
                        @template.platform.ui.card(v = v, title = "Otra página", content = @`<b>Dentro</b> ${next}`)
                        <input type="search" placeholder="Buscar" name="q" aria-label="${v.msg("ui.search")}">
                        """))
                .containsExactlyInAnyOrder("Siguiente", "Otra página", "Dentro", "Buscar");
    }

    private static boolean known(String key, boolean prefix) {
        return prefix ? KEYS.stream().anyMatch(one -> one.startsWith(key)) : KEYS.contains(key);
    }

    private static Bundle english(Bundle spanish) {
        return BUNDLES.stream()
                .filter(bundle -> bundle.name().equals(spanish.name())
                        && bundle.language().equals("en"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(spanish.name() + " has no English"));
    }

    private static Set<Integer> placeholders(String message) {
        return Stream.ofNullable(message)
                .flatMap(text -> NUMBER.matcher(text).results())
                .map(match -> Integer.valueOf(match.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
