// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cabildo.platform.LegalTexts;
import org.cabildo.platform.web.View;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Accessibility statement, privacy page and legal notice, made from the tenant's legal parameters. A parameter that is
 * not there leaves its sentence out.
 */
@Component
public class LegalPages {

    public static final List<String> SLUGS = List.of("accesibilidad", "privacidad", "aviso-legal");

    private final ObjectProvider<LegalTexts> texts;

    LegalPages(ObjectProvider<LegalTexts> texts) {
        this.texts = texts;
    }

    /** The page with a slug in the language of the view; empty for other slugs. */
    public Optional<LegalText> find(String slug, View view) {
        LegalTexts source = texts.getIfAvailable();
        Map<String, String> values =
                source == null ? Map.of() : source.of(view.site().requireTenant());
        LegalWriting writing = new LegalWriting(view, values);
        return switch (slug) {
            case "accesibilidad" -> Optional.of(accessibility(writing));
            case "privacidad" -> Optional.of(privacy(writing));
            case "aviso-legal" -> Optional.of(notice(writing));
            default -> Optional.empty();
        };
    }

    private static LegalText accessibility(LegalWriting writing) {
        String standard = writing.value("accessibility.standard", "WCAG 2.2 AA");
        List<String> state = new ArrayList<>();
        writing.choice(state, "content.legal.conformance.", "accessibility.conformance", standard);
        writing.choice(state, "content.legal.method.", "accessibility.method", writing.reviewedOn());
        return writing.text(
                "accessibility",
                writing.section("accessibility.commitment", writing.official(), standard),
                new LegalText.Section(writing.word("content.legal.accessibility.state"), state, ""),
                writing.section("accessibility.measures"),
                writing.section("accessibility.report").at(writing.mail("contact")));
    }

    private static LegalText privacy(LegalWriting writing) {
        return writing.text(
                "privacy",
                writing.section("privacy.who", writing.body()),
                writing.section("privacy.what"),
                writing.section("privacy.cookies"),
                writing.law("privacy.law", "dataProtection"),
                writing.section("privacy.rights").at(writing.mail("dataProtection")));
    }

    private static LegalText notice(LegalWriting writing) {
        String licence = writing.value("contentLicence", "");
        return writing.text(
                "notice",
                writing.section("notice.owner", writing.body(), writing.official()),
                writing.value("demonstration", "").equals("true") ? writing.section("notice.demonstration") : null,
                licence.isEmpty()
                        ? null
                        : writing.section("notice.licence", writing.word("content.licence." + licence)),
                writing.law("notice.law", "accessToInformation"),
                writing.section("notice.request").at(writing.mail("accessToInformation")));
    }
}
