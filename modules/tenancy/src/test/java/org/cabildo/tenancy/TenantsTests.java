// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cabildo.testkit.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.LegalTexts;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.manifest.CanonicalYaml;
import org.cabildo.platform.manifest.Folder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;

@SpringBootTest(classes = TenancyApplication.class)
@EmbeddedDatabase(migrated = "tenancy")
class TenantsTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Actor ADELA =
            new Actor(UUID.randomUUID(), "Adela", "adela@example.org", Set.of("administrator"), Set.of(), false);

    private final Tenants tenants;
    private final Manifests manifests;
    private final Sites sites;
    private final Audit audit;
    private final LegalTexts legal;
    private final MessageSource messages;
    private Folder sample = new Folder();
    private String slug = "";

    @Autowired
    TenantsTests(
            Tenants tenants, Manifests manifests, Sites sites, Audit audit, LegalTexts legal, MessageSource messages) {
        this.tenants = tenants;
        this.manifests = manifests;
        this.sites = sites;
        this.audit = audit;
        this.legal = legal;
        this.messages = messages;
    }

    @BeforeEach
    void applyASample() throws IOException {
        slug = "muestra" + NUMBER.incrementAndGet();
        sample = sample("lapaz", slug);
        manifests.apply(sample, Actor.SYSTEM);
    }

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

    @Test
    void explainsWhyModulesCannotBeSwitched() {
        in(() -> tenants.switchModule(tenant(), "library", false, ADELA));

        Outcome alone = in(() -> tenants.switchModule(tenant(), "reading", true, ADELA));
        assertThat(fields(alone)).containsExactly("modules.reading");
        assertThat(words(alone.problems().getFirst())).contains("necesita", "library");

        in(() -> tenants.switchModules(tenant(), Set.of("library", "reading"), ADELA));
        Outcome needed = in(() -> tenants.switchModule(tenant(), "library", false, ADELA));
        assertThat(fields(needed)).containsExactly("modules.library");
        assertThat(words(needed.problems().getFirst())).contains("apague primero", "reading");
        assertThat(site().modules()).contains("library", "reading");
    }

    @Test
    void switchesAModuleOnTheRunningSiteAndKeepsSwitchesOfModulesThatAreNotInstalled() {
        assertThat(site().modules()).contains("library").doesNotContain("reading");

        in(() -> tenants.switchModule(tenant(), "library", false, ADELA));

        assertThat(site().modules()).doesNotContain("library");
        assertThat(profile().modules())
                .containsEntry("news", true)
                .containsEntry("library", false)
                .doesNotContainKey("reading");
        assertThat(entries().getFirst().action()).isEqualTo("tenancy.modules-switched");
    }

    @Test
    void leadsATenantThroughItsLife() {
        assertThat(fields(in(() -> tenants.changeStatus(tenant(), SiteStatus.CLOSED, ADELA))))
                .containsExactly("status");

        in(() -> tenants.changeStatus(tenant(), SiteStatus.SUSPENDED, ADELA));
        assertThat(site().status()).isEqualTo(SiteStatus.SUSPENDED);
        in(() -> tenants.changeStatus(tenant(), SiteStatus.CLOSED, ADELA));
        assertThat(site().status()).isEqualTo(SiteStatus.CLOSED);
        assertThat(entries().getFirst().before()).contains("suspended");
    }

    @Test
    void makesADraftWithDefaultsThatExportsAsAValidManifest() {
        String name = slug + "-nueva";
        Outcome outcome = tenants.create(draft(name, "contacto@nueva.example"), ADELA);

        assertThat(outcome.problems()).isEmpty();
        Site made = sites.bySlug(name).orElseThrow();
        assertThat(made.status()).isEqualTo(SiteStatus.DRAFT);
        assertThat(made.modules()).contains("library").doesNotContain("reading");
        assertThat(made.menu()).isEmpty();
        assertThat(manifests.diff(manifests.export(name))).isEmpty();
        assertThat(TenantContext.get(
                        made.requireTenant(), () -> audit.ofTenant(made.requireTenant(), Audit.Filter.ALL, null, 10)))
                .extracting(Audit.Entry::action)
                .containsExactly("tenancy.created");
    }

    @Test
    void refusesADraftWithATakenNameAndAWrongAddress() {
        Outcome outcome = tenants.create(draft(slug, "nada"), ADELA);

        assertThat(fields(outcome)).contains("slug", "contact.email");
        assertThat(outcome.tenant()).isNull();
        assertThat(fields(tenants.create(draft("console", "a@b.example"), ADELA)))
                .containsExactly("slug");
    }

    @Test
    void findsEntriesPageByPage() {
        List<Tenants.Entry> first = tenants.find(Tenants.Filter.ALL, null, 1);
        List<Tenants.Entry> second =
                tenants.find(Tenants.Filter.ALL, first.getFirst().slug(), 1);

        assertThat(second.getFirst().slug()).isGreaterThan(first.getFirst().slug());
        assertThat(tenants.find(new Tenants.Filter("gobierno AUTONOMO municipal", null, null, "", ""), null, 100))
                .extracting(Tenants.Entry::slug)
                .contains(slug);
        assertThat(tenants.count(new Tenants.Filter(slug, SiteKind.NETWORK, null, "", "")))
                .isZero();
        assertThat(tenants.count(new Tenants.Filter(slug, SiteKind.MUNICIPALITY, SiteStatus.LIVE, "BO", "news")))
                .isPositive();
    }

    @Test
    void answersLegalParametersByFlattenedKey() {
        assertThat(legal.of(tenant()))
                .containsEntry("responsibleBody", "Proyecto Cabildo (demostración)")
                .containsEntry("accessibility.standard", "WCAG 2.2 AA")
                .containsEntry("demonstration", "true")
                .containsKey("dataProtection.law.es");
    }

    private Tenants.NewTenant draft(String name, String email) {
        return new Tenants.NewTenant(
                name,
                SiteKind.MUNICIPALITY,
                null,
                List.of(
                        new Profile.Names("Nueva", "Municipio de Nueva"),
                        new Profile.Place("BO", "020999", "America/La_Paz"),
                        new Profile.Languages(List.of("es")),
                        new Profile.Contact(email, "", "", Map.of(), "", Map.of())));
    }

    private static Folder sample(String name, String renamed) throws IOException {
        Folder folder = Folder.read(Path.of("../../tenants", name));
        folder.put(
                "tenant.yaml",
                folder.text("tenant.yaml").orElseThrow().replace("slug: " + name + "\n", "slug: " + renamed + "\n"));
        return folder;
    }

    private Outcome change(Profile.Part part) {
        return in(() -> tenants.change(tenant(), part, ADELA));
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.get(tenant(), work);
    }

    private List<Audit.Entry> entries() {
        return in(() -> audit.ofTenant(tenant(), Audit.Filter.ALL, null, 10));
    }

    private String words(Outcome.Problem problem) {
        return messages.getMessage(problem.key(), problem.arguments(), Locale.of("es"));
    }

    private static List<String> fields(Outcome outcome) {
        return outcome.problems().stream().map(Outcome.Problem::field).toList();
    }

    private Site site() {
        return sites.bySlug(slug).orElseThrow();
    }

    private long version() {
        return site().version();
    }

    private TenantId tenant() {
        return profile().tenant();
    }

    private Profile profile() {
        return tenants.profile(slug).orElseThrow();
    }
}
