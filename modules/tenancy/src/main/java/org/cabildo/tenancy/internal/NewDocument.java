// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cabildo.platform.SiteKind;
import org.cabildo.tenancy.Profile;
import org.cabildo.tenancy.Tenants.NewTenant;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The document that a new tenant begins with: what was given, and defaults for what can be decided later. */
@Component
class NewDocument {

    private final ModuleSwitches switches;
    private final MessageSource messages;
    private final Clock clock;

    NewDocument(ModuleSwitches switches, MessageSource messages, Clock clock) {
        this.switches = switches;
        this.messages = messages;
        this.clock = clock;
    }

    Map<String, Object> of(NewTenant tenant, Set<String> on) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("slug", tenant.slug());
        document.put("kind", tenant.kind().name().toLowerCase(Locale.ROOT));
        document.put("status", "draft");
        document.put("modules", switches.switches(tenant.kind(), Map.of(), on));
        document.putAll(
                tenant.kind() == SiteKind.NETWORK
                        ? new Profile.Quotas(
                                        Profile.Quotas.INITIAL.requestsPerMinute(),
                                        Profile.Quotas.INITIAL.storageMb(),
                                        400)
                                .document()
                        : Profile.Quotas.INITIAL.document());
        document.putAll(legal(tenant.parts()).document());
        tenant.parts().forEach(part -> document.putAll(part.document()));
        return document;
    }

    private Profile.Legal legal(List<Profile.Part> parts) {
        String body = "";
        String email = "";
        List<String> languages = List.of();
        for (Profile.Part part : parts) {
            if (part instanceof Profile.Names names) {
                body = names.officialName();
            } else if (part instanceof Profile.Contact contact) {
                email = contact.email();
            } else if (part instanceof Profile.Languages codes) {
                languages = codes.codes();
            }
        }
        return new Profile.Legal(
                body,
                new Profile.Right(email, words("tenancy.initial.dataProtection", languages)),
                new Profile.Right(email, words("tenancy.initial.accessToInformation", languages)),
                new Profile.Accessibility(
                        "WCAG 2.2 AA",
                        "partial",
                        "automated",
                        LocalDate.now(clock).toString()),
                "CC-BY-4.0",
                false);
    }

    private Map<String, String> words(String key, List<String> languages) {
        Map<String, String> words = new LinkedHashMap<>();
        languages.forEach(code -> words.put(code, messages.getMessage(key, null, Locale.of(code))));
        return words;
    }
}
