// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.manifest.CanonicalYaml;
import org.cabildo.platform.manifest.Folder;
import org.junit.jupiter.api.Test;

/** Changes of a profile: shown at once, recorded, refused with words, exported. */
class TenantsTests extends TenantsTest {

    @Test
    void exportsWhatWasAppliedByteForByte() throws IOException {
        for (String name : List.of("lapaz", "amb", "potosi")) {
            Folder folder = sample(name, "copia-" + name);
            manifests.apply(folder, Actor.SYSTEM);

            assertThat(manifests.export("copia-" + name).text("tenant.yaml")).isEqualTo(folder.text("tenant.yaml"));
        }
    }

    @Test
    void storesNothingWhenAPartIsSavedUnchanged() {
        Profile profile = profile();
        long version = version();

        for (Profile.Part part : List.of(
                profile.names(),
                profile.place(),
                profile.languages(),
                profile.domains(),
                profile.contact(),
                profile.quotas(),
                profile.legal(),
                profile.menu(),
                profile.members())) {
            assertThat(change(part)).as(part.toString()).isEqualTo(new Outcome(tenant(), false, List.of()));
        }

        assertThat(version()).isEqualTo(version);
        assertThat(manifests.export(slug).text("tenant.yaml")).isEqualTo(sample.text("tenant.yaml"));
    }

    @Test
    void showsAChangeToEverybodyAtOnceAndRecordsIt() {
        Outcome outcome = change(new Profile.Names("Chuquiago", "Gobierno de  Chuquiago "));

        assertThat(outcome.changed()).isTrue();
        assertThat(site().name()).isEqualTo("Chuquiago");
        assertThat(site().officialName()).isEqualTo("Gobierno de Chuquiago");
        Audit.Entry entry = entries().getFirst();
        assertThat(entry.action()).isEqualTo("tenancy.profile-changed");
        assertThat(entry.actorName()).isEqualTo("Adela");
        assertThat(entry.before()).contains("La Paz").doesNotContain("contact");
        assertThat(entry.after()).contains("Chuquiago");
    }

    @Test
    void exportsAChangeAsAValidManifestThatChangesNothingAgain() {
        change(new Profile.Contact(
                "alcaldia@muestra.example",
                "+591 2 265 0000",
                "Calle Mercado 1298",
                Map.of("en", "Weekdays", "es", "Días hábiles"),
                "https://muestra.example",
                Map.of("youtube", "https://youtube.example/m", "facebook", "https://facebook.example/m")));
        in(() -> tenants.switchModule(tenant(), "reading", true, ADELA));

        Folder exported = manifests.export(slug);

        assertThat(manifests.diff(exported)).isEmpty();
        assertThat(manifests.apply(exported, Actor.SYSTEM)).isEmpty();
        assertThat(CanonicalYaml.write(CanonicalYaml.read(
                        "tenant.yaml", exported.text("tenant.yaml").orElseThrow())))
                .isEqualTo(exported.text("tenant.yaml").orElseThrow());
        assertThat(exported.text("tenant.yaml").orElseThrow()).contains("""
                contact:
                  email: alcaldia@muestra.example
                  phone: "+591 2 265 0000"
                  address: Calle Mercado 1298
                  hours:
                    es: Días hábiles
                    en: Weekdays
                  website: https://muestra.example
                  social:
                    facebook: https://facebook.example/m
                    youtube: https://youtube.example/m
                """);
    }

    @Test
    void saysInADiffWhatWasChangedByHand() {
        change(new Profile.Names("Otro nombre", "Otro nombre completo"));

        assertThat(manifests.diff(sample)).singleElement().satisfies(difference -> {
            assertThat(difference.file()).isEqualTo("tenant.yaml");
            assertThat(difference.lines()).contains("-name: Otro nombre", "+name: La Paz");
        });
    }

    @Test
    void namesEveryFieldThatIsWrongInWords() {
        Outcome outcome = change(new Profile.Contact(
                "sin arroba", "265", "", Map.of("en", "Weekdays"), "http://x.example", Map.of("x", "no")));

        assertThat(outcome.problems())
                .extracting(Outcome.Problem::field)
                .containsExactlyInAnyOrder(
                        "contact.email", "contact.phone", "contact.hours.es", "contact.website", "contact.social.x");
        assertThat(outcome.problems())
                .allSatisfy(problem -> assertThat(words(problem)).isNotBlank());
        assertThat(profile().contact().email()).isEqualTo("contacto@lapaz.example");
    }

    @Test
    void saysWhatIsMissingAndHowLongATextMayBe() {
        assertThat(change(new Profile.Names("", "x".repeat(161))).problems())
                .extracting(TenantsTests.this::words)
                .containsExactlyInAnyOrder("Complete este dato", "Use como máximo 160 letras");
    }

    @Test
    void refusesWhatASchemaCannotKnow() {
        assertThat(fields(change(new Profile.Place("XX", "020101", "America/Atlantis"))))
                .containsExactlyInAnyOrder("country", "zone");
        assertThat(fields(change(new Profile.Languages(List.of("qu"))))).contains("menu.0.label.qu");
        assertThat(fields(change(new Profile.Domains(List.of("otro.cabildo.localhost")))))
                .containsExactly("domains.0");
    }

    @Test
    void givesADomainToOneTenantOnly() throws IOException {
        String host = "www." + slug + ".example";
        assertThat(change(new Profile.Domains(List.of(host))).changed()).isTrue();
        Folder other = sample("elalto", slug + "b");
        manifests.apply(other, Actor.SYSTEM);
        TenantId second = tenants.profile(slug + "b").orElseThrow().tenant();

        Outcome outcome =
                TenantContext.get(second, () -> tenants.change(second, new Profile.Domains(List.of(host)), ADELA));

        assertThat(fields(outcome)).containsExactly("domains.0");
    }

    @Test
    void doesNotChangeAnotherTenantThanTheOneEntered() throws IOException {
        manifests.apply(sample("elalto", slug + "b"), Actor.SYSTEM);
        Profile other = tenants.profile(slug + "b").orElseThrow();
        String before = manifests.export(slug + "b").text("tenant.yaml").orElseThrow();

        assertThatThrownBy(() ->
                        in(() -> tenants.change(other.tenant(), new Profile.Names("Tomado", "Tomado por otro"), ADELA)))
                .hasStackTraceContaining("the entry of another tenant cannot be changed");
        assertThatThrownBy(() -> in(() -> tenants.changeStatus(other.tenant(), SiteStatus.SUSPENDED, ADELA)))
                .hasStackTraceContaining("the entry of another tenant cannot be changed");

        assertThat(manifests.export(slug + "b").text("tenant.yaml")).hasValue(before);
        assertThat(sites.bySlug(slug + "b").orElseThrow().status()).isEqualTo(SiteStatus.LIVE);
    }
}
